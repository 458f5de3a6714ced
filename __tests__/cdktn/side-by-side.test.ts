import { DatadogProvider } from '@cdktn/provider-datadog/lib/provider';
import { App, TerraformStack, Testing } from 'cdktn';
import * as cdktf from '../../lib';
import { newStack, synthesized } from '../support/stack';
import { cdktnLibrary as cdktn } from './support';

/** A stack of cdktn, which both packages' types take for one of cdktf. */
function cdktnStack(): any {
  const stack = new TerraformStack(new App(), 'stack');
  new DatadogProvider(stack, 'Datadog');
  return stack;
}

const GRAPH = { service: 'cart', query: 'avg:memory{service:cart}' };

describe('an app of the other framework', () => {
  const ON_CDKTN =
    'framework: "cdktn" is not what cdktf-datadog-rookout is for. Install cdktn-datadog-rookout and import it instead.';
  const ON_CDKTF =
    'framework: "cdktf" is not what cdktn-datadog-rookout is for. Install cdktf-datadog-rookout and import it instead.';

  const FIRST: [string, (library: typeof cdktf, stack: any) => unknown][] = [
    ['Overview', ({ RookoutDashboard }, stack) => new RookoutDashboard(stack, 'Overview')],
    ['App', ({ RookoutApp }, stack) => new RookoutApp(stack, 'App')],
    ['Titles', ({ RookoutTitles }, stack) => new RookoutTitles(stack, 'Titles')],
  ];

  it.each(FIRST)('is refused at the first construct: %s', (id, make) => {
    expect(() => make(cdktf, cdktnStack())).toThrow(`[stack/${id}] ${ON_CDKTN}`);
    expect(() => make(cdktn, newStack())).toThrow(`[stack/${id}] ${ON_CDKTF}`);
  });

  it('is refused by a graph of its own, and by the conventions', () => {
    expect(() => new cdktf.RookoutTimeseries(cdktnStack(), 'Graph', GRAPH)).toThrow(ON_CDKTN);
    expect(() => cdktf.RookoutConventions.of(cdktnStack())).toThrow(ON_CDKTN);
  });

  it('is refused where classes of a user stand between', () => {
    class Shop extends App {}
    class Team extends TerraformStack {}
    const stack: any = new Team(new Shop(), 'team');
    expect(() => new cdktf.RookoutDashboard(stack, 'Overview')).toThrow(`[team/Overview] ${ON_CDKTN}`);
  });

  it('is refused each time', () => {
    const stack = cdktnStack();
    for (const id of ['One', 'Two']) expect(() => new cdktf.RookoutApp(stack, id)).toThrow(ON_CDKTN);
  });
});

it('both in one process make the same dashboard', () => {
  const ours = newStack();
  const theirs = cdktnStack();
  new cdktf.RookoutDashboard(ours, 'Overview', { services: ['cart'] });
  new cdktn.RookoutDashboard(theirs, 'Overview', { services: ['cart'] });
  const [dashboard] = Object.values(JSON.parse(Testing.synth(theirs, true)).resource.datadog_dashboard_json);
  const [twin] = Object.values<any>(synthesized(ours).resource!.datadog_dashboard_json);
  expect((dashboard as any).dashboard).toBe(twin.dashboard);
});
