import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { TerraformVariable } from 'cdktf';
import { LiveDebugger, RookoutDashboard, RookoutLink } from '../../lib';
import { Workplace } from '../cli/support/command';
import { fromTerraform, newStack, onlyResource, synthesized } from '../support/stack';
import { board, CART, tag } from '../support/tagging';

const SEARCH = 'kube_deployment%3Acartservice%20env%3Aprod';
const SNAPSHOTS: RookoutLink = {
  label: 'Captured snapshots',
  template: 'https://app.datadoghq.eu/logs?query=source%3Add_debugger%20{search}',
};
const TRACES: RookoutLink = { label: 'Traces', liveDebugger: LiveDebugger.DATADOG };
const rookout = { site: 'datadoghq.eu', links: [SNAPSHOTS, TRACES] };
const LINKS = [
  {
    label: 'Set metric points',
    link: 'https://app.rookout.com/?labels=k8s_deployment%3Acartservice%2Cenv%3Aprod',
  },
  {
    label: 'Captured snapshots',
    link: `https://app.datadoghq.eu/logs?query=source%3Add_debugger%20${SEARCH}`,
  },
  { label: 'Traces', link: `https://app.datadoghq.eu/apm/traces?query=${SEARCH}` },
];

describe('the links of graphs', () => {
  it.each([
    ['of the context', {}, rookout],
    ['of RookoutTagging', { links: rookout.links }, { site: 'datadoghq.eu' }],
  ])('%s are in dashboards as JSON', (_, props, context) => {
    const stack = newStack({ rookout: context });
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(CART)) });
    const { dashboard } = onlyResource(tag(stack, props), 'datadog_dashboard_json');
    expect(fromTerraform(dashboard).widgets[0].definition.custom_links).toEqual(LINKS);
  });

  it('are in typed dashboards, after those of people', () => {
    const stack = newStack({ rookout });
    const customLink = [{ label: 'Runbook', link: 'https://example.com' }];
    const request = [{ q: 'avg:memory{kube_deployment:cartservice,env:prod}' }];
    new Dashboard(stack, 'Typed', {
      title: 'Typed',
      layoutType: 'ordered',
      widget: [{ timeseriesDefinition: { title: 'Memory', customLink, request } }],
    });
    const { widget } = onlyResource(tag(stack), 'datadog_dashboard');
    expect(widget[0].timeseries_definition.custom_link).toEqual([...customLink, ...LINKS]);
  });

  it('are in graphs of a RookoutDashboard, with and without links of their own', () => {
    const dashboard = new RookoutDashboard(newStack({ rookout: { site: 'datadoghq.eu' } }), 'Own', {
      overview: false,
      links: rookout.links,
    });
    const own = { label: 'Runbook', link: 'https://example.com' };
    const graph = {
      service: 'cartservice',
      labels: ['env:prod'],
      query: 'avg:memory{kube_deployment:cartservice}',
    };
    dashboard.addTimeseries(graph);
    dashboard.addTimeseries({
      ...graph,
      query: undefined,
      definition: { ...CART.definition, custom_links: [own] },
    });
    const links = dashboard.toJson().widgets.map(({ definition }: any) => definition.custom_links);
    expect(links).toEqual([LINKS, [own, ...LINKS]]);
  });

  it('throw where a graph does not have the label of a placeholder', () => {
    const links = [{ label: 'Deployment', template: 'https://deploy.example.com/{label:team}' }];
    const dashboard = new RookoutDashboard(newStack(), 'Own', { overview: false, links });
    expect(() => dashboard.addTimeseries({ service: 'cart', query: 'avg:m{kube_deployment:cart}' })).toThrow(
      'has {label:team}, but the graph has no such label',
    );
  });

  it('are right for check, also with a search for what only Terraform knows', () => {
    const stack = newStack({ rookout: { ...rookout, liveDebugger: 'datadog' } });
    const service = new TerraformVariable(stack, 'service', { type: 'string' }).stringValue;
    const dashboard = new RookoutDashboard(stack, 'Own', { overview: false });
    dashboard.addTimeseries({ service, query: `avg:memory{kube_deployment:${service}}` });
    dashboard.addTimeseries({ service: 'Cart#3', query: 'avg:memory{kube_deployment:cart_3}' });
    const place = new Workplace({
      'cdk.tf.json': synthesized(stack),
      'rookout-datadog.json': { tagging: { ...rookout, liveDebugger: 'datadog' } },
    });
    expect(place.run('check', 'cdk.tf.json')).toMatchObject({
      code: 0,
      stderr: '1 dashboard checked, 0 findings\n',
    });
    const { stdout } = place.run('labels', 'cdk.tf.json');
    expect(stdout).toContain('k8s_deployment:Cart#3');
    expect(stdout).not.toContain('cart_3');
  });
});
