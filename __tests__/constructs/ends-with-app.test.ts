import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';
import { RookoutDashboard, RookoutTimeseries } from '../../lib';
import { newStack, synthesized } from '../support/stack';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const JSON_OF_GRAPH = JSON.stringify({
  title: 'Imported',
  layout_type: 'ordered',
  widgets: [{ definition: { type: 'timeseries', requests: [{ q: 'avg:load{service:cart}' }] } }],
});

/** Synthesizes an app whose dashboards were made in every way, and keeps nothing of it. */
function synthesizedDashboards(): WeakRef<RookoutDashboard>[] {
  const stack = newStack();
  const own = new RookoutDashboard(stack, 'Own', { services: ['cart'] });
  new RookoutTimeseries(own, 'Graph', { service: 'cart', query: 'avg:load{service:cart}' });
  const imported = RookoutDashboard.fromJson(stack, 'Imported', { json: JSON_OF_GRAPH });
  synthesized(stack);
  return [own, imported].map((dashboard) => new WeakRef(dashboard));
}

test('nothing is kept of an app that has been synthesized', async () => {
  const dashboards = synthesizedDashboards();
  await new Promise(setImmediate);
  collect();
  expect(dashboards.map((dashboard) => dashboard.deref())).toEqual([undefined, undefined]);
});

test('the text of a dashboard can be used elsewhere in the app, with the widgets added later', () => {
  const stack = newStack();
  const dashboard = new RookoutDashboard(new Construct(stack, 'Team/shop'), 'Of/cart', { overview: false });
  new TerraformOutput(stack, 'Text', { value: dashboard.resource.dashboardInput });
  dashboard.addTimeseries({ service: 'cart', query: 'avg:load{service:cart}' });
  const { resource, output } = synthesized(stack);
  const [{ dashboard: text }] = Object.values(resource!.datadog_dashboard_json);
  expect(output!.Text.value).toBe(text);
  expect(text).toContain('cart');
});
