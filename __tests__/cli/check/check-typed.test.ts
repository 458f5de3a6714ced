import { DASHBOARDS } from '../../support/dashboards';
import { describeResources } from '../../datadog/dashboard/support/resources';
import { BlockWriter, terraformOf } from '../../datadog/dashboard/support/block-writer';
import { Workplace } from '../support/command';

const CPU = { timeseries_definition: { title: 'CPU', request: [{ q: 'avg:cpu{service:cart}' }] } };

function checkedTyped(type: string, body: object) {
  return new Workplace({ 'cdk.tf.json': { resource: { [type]: { typed: body } } } }).run(
    'check',
    'cdk.tf.json',
  );
}

/** Where the findings are: at the title of their widget. */
function places(stdout: string): string[] {
  return [...stdout.matchAll(/^cdk\.tf\.json:(\d+:\d+): /gm)].map(([, place]) => place);
}

describe('rookout-datadog check on blocks of Terraform', () => {
  it.each([
    ['datadog_dashboard', { title: 'A' }],
    ['datadog_dashboard_v2', { title: 'A' }],
    ['datadog_powerpack', { name: 'A' }],
    ['datadog_powerpack_v2', { name: 'A' }],
  ])('finds what is to be tagged in a %s, and where', (type, body) => {
    const { code, stdout, stderr } = checkedTyped(type, { ...body, widget: [CPU] });
    expect([code, stderr]).toEqual([1, '1 dashboard checked, 1 finding\n']);
    expect(places(stdout)).toEqual(['9:24']);
  });

  it('finds it in groups, split graphs and blocks that are no lists', () => {
    const split_graph_definition = {
      source_widget_definition: CPU,
      split_config: { split_dimensions: [{ one_graph_per: 'env' }] },
    };
    const { stdout } = checkedTyped('datadog_dashboard', {
      title: 'A',
      widget: [{ group_definition: [{ widget: CPU }] }, { split_graph_definition }],
    });
    expect(places(stdout)).toEqual(['12:30', '27:28']);
  });

  it.each([
    { dynamic: { widget: { for_each: ['a'], content: {} } } },
    { dynamic: [{ widget: [{ for_each: ['a'], content: {} }] }] },
    { widget: '${var.widgets}' },
  ])('names widgets that only Terraform knows: %j', (later) => {
    const { code, stderr } = checkedTyped('datadog_dashboard', { title: 'A', ...later });
    expect(code).toBe(0);
    expect(stderr).toContain(
      'note: datadog_dashboard.typed has widgets that only Terraform knows: they are not checked',
    );
  });

  it('takes the same expression for the same value, and another one for another', () => {
    const graph = (title: string) => ({
      timeseries_definition: { title, request: [{ q: 'avg:cpu{service:${var.cart},env:${var.env}}' }] },
    });
    const found = (title: string) =>
      checkedTyped('datadog_dashboard', { title: 'A', widget: [graph(title)] }).stdout;
    expect(found('CPU [service:${var.cart}] [env:${var.env}]')).not.toContain('title-disagrees');
    expect(found('CPU')).toContain('missing-filter');
  });
});

describeResources('typed dashboards of %s', 'datadog_dashboard', (_, schema) => {
  it.each(Object.keys(DASHBOARDS))('are checked as the JSON of %s', (name) => {
    const { props, json } = new BlockWriter(schema).dashboard(DASHBOARDS[name]);
    const found = (type: string, body: object) => {
      const place = new Workplace({ 'cdk.tf.json': { resource: { [type]: { one: body } } } });
      const { findings } = JSON.parse(place.run('check', 'cdk.tf.json', '--format', 'json').stdout);
      return findings.map(({ rule, widget, title, message }: any) => [rule, widget, title, message]);
    };
    const typed = found('datadog_dashboard', terraformOf(props));
    const template = terraformOf({ dashboard: JSON.stringify(json) });
    expect(typed).toEqual(found('datadog_dashboard_json', template));
  });
});

describe('typed distributions, which the provider has no context links for', () => {
  const body = {
    title: 'A',
    widget: [{ distribution_definition: [{ title: 'D', request: [{ q: 'avg:cpu{service:cart}' }] }] }],
  };
  const resource = { address: 'datadog_dashboard.typed', mode: 'managed', type: 'datadog_dashboard' };
  const HCL = `resource "datadog_dashboard" "typed" {
  title = "A"
  widget {
    distribution_definition {
      title = "D"
      request {
        q = "avg:cpu{service:cart}"
      }
    }
  }
}
`;
  const place = new Workplace({
    'cdk.tf.json': { resource: { datadog_dashboard: { typed: body } } },
    'plan.json': {
      format_version: '1.2',
      resource_changes: [{ ...resource, change: { actions: ['create'], before: null, after: body } }],
    },
    'state.json': {
      format_version: '1.0',
      values: { root_module: { resources: [{ ...resource, values: body }] } },
    },
    'main.tf': HCL,
  });
  const OF_KIND = ['--widget-types', 'distribution'];

  it.each(['cdk.tf.json', 'plan.json', 'state.json', 'main.tf'])('are no finding in %s', (path) => {
    const ran = place.run('check', path, ...OF_KIND);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '1 dashboard checked, 0 findings\n' });
  });

  it.each(['cdk.tf.json', 'plan.json', 'main.tf'])('get no labels in %s', (path) => {
    const { stdout } = place.run('labels', path, '--format', 'json', ...OF_KIND);
    expect(JSON.parse(stdout).labels).toEqual([]);
  });

  it('are not shown as if they could be tagged', () => {
    place.run('preview', 'cdk.tf.json', '--out', 'pages', ...OF_KIND);
    expect(place.read('pages/a.html')).toContain('the provider has no context links for distribution');
  });

  it('are told by the same rules where their title has a filter', () => {
    const titled = HCL.replace('"D"', '"D [service:pay]"');
    place.write('titled.tf', titled);
    expect(place.run('check', 'titled.tf', ...OF_KIND).stdout).toContain('title-disagrees');
  });
});
