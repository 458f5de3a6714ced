import { TerraformVariable } from 'cdktf';
import { RookoutDashboard } from '../../lib';
import { unknownToDatadog } from '../support/datadog-client';
import { dashboard, layouts, NOTE, plain } from '../support/rookout-dashboard';
import { newStack, onlyResource, synthesized } from '../support/stack';

describe('a section for each service', () => {
  it('is a group with CPU and memory graphs, tagged and scoped by the label key', () => {
    const json = dashboard({ services: ['cartservice', 'frontend'] }).toJson();
    const [cart, frontend] = json.widgets.slice(6);
    expect(cart.definition).toMatchObject({ type: 'group', layout_type: 'ordered', title: 'cartservice' });
    expect(cart.definition.widgets.map(({ definition }: any) => definition)).toMatchObject([
      {
        title: 'cartservice CPU [k8s_deployment:cartservice]',
        requests: [
          {
            queries: [{ query: 'sum:kubernetes.cpu.usage.total{kube_deployment:cartservice} by {pod_name}' }],
          },
        ],
        custom_links: [
          {
            label: 'Set metric points',
            link: 'https://app.rookout.com/?labels=k8s_deployment%3Acartservice%2C%24hostname%3A{{pod_name.value}}',
          },
        ],
      },
      {
        title: 'cartservice Memory [k8s_deployment:cartservice]',
        requests: [
          { queries: [{ query: 'sum:kubernetes.memory.usage{kube_deployment:cartservice} by {pod_name}' }] },
        ],
      },
    ]);
    // A group is as high as its widgets and its own title.
    expect(cart.layout).toEqual({ x: 0, y: 7, width: 12, height: 4 });
    expect(frontend.layout).toEqual({ x: 0, y: 11, width: 12, height: 4 });
    expect(unknownToDatadog(json)).toEqual([]);
  });

  it.each([
    ['k8s_namespace', 'kube_namespace'],
    ['k8s_statefulset', 'kube_stateful_set'],
    ['aws_region', 'region'],
    ['function_name', 'functionname'],
    ['service', 'service'],
  ])('is scoped by the Datadog tag of the label key %s', (labelKey, tag) => {
    const [group] = dashboard({ overview: false, services: ['a'] }, { rookout: { labelKey } }).toJson()
      .widgets;
    expect(group.definition.widgets[0].definition.requests[0].queries[0].query).toContain(`{${tag}:a}`);
  });

  it('is narrowed by further labels that have a Datadog tag, in the form that Datadog stores', () => {
    const context = { rookout: { labels: ['env:Staging EU', 'squad:one'], datadogTags: { squad: 'team' } } };
    const [group] = dashboard({ overview: false, services: ['Cart'] }, context).toJson().widgets;
    const [{ definition }] = group.definition.widgets;
    expect(definition.title).toBe('Cart CPU [k8s_deployment:Cart] [env:Staging EU] [squad:one]');
    expect(definition.requests[0].queries[0].query).toContain(
      '{kube_deployment:cart,env:staging_eu,team:one}',
    );
  });

  it('has graphs of its own where they are given', () => {
    const board = plain();
    board.addService('cart', {
      title: 'Cart (Redis)',
      graphs: [
        { subject: 'Hits', query: 'sum:hits{service:cart}', layout: { width: 12, height: 2 } },
        { subject: 'Misses', query: 'sum:misses{service:cart}', displayType: 'bars' },
      ],
    });
    const [{ definition, layout }] = board.toJson().widgets;
    expect(definition.title).toBe('Cart (Redis)');
    expect(definition.widgets.map((widget: any) => [widget.definition.title, widget.layout])).toEqual([
      ['cart Hits [k8s_deployment:cart]', { x: 0, y: 0, width: 12, height: 2 }],
      ['cart Misses [k8s_deployment:cart]', { x: 0, y: 2, width: 6, height: 3 }],
    ]);
    expect(layout).toEqual({ x: 0, y: 0, width: 12, height: 6 });
  });

  it('names the graph that is no good', () => {
    const graphs = [{ query: 'avg:a{*}' }, { query: 'avg:a{*' }];
    expect(() => dashboard().addService('cart', { graphs })).toThrow(
      /service1\] graphs\[1\]\.query: "avg:a\{\*" has braces/,
    );
  });

  it('takes any widget, and grows with it', () => {
    const board = plain();
    const section = board.addService('cart', { graphs: [] });
    const after = board.addService('shop', { graphs: [] });
    section.addWidget(NOTE, { width: 12, height: 5 });
    expect([section.name, after.name]).toEqual(['cart', 'shop']);
    expect(layouts(board)).toEqual([
      [0, 0, 12, 6],
      [0, 6, 12, 1],
    ]);
  });

  it('takes a token as its name', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const board = new RookoutDashboard(stack, 'Dashboard', { overview: false, services: [name] });
    const [group] = board.toJson().widgets;
    expect(group.definition.widgets[0].definition.requests[0].queries[0].query).toContain(
      `kube_deployment:${name}}`,
    );
    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).not.toContain('TfToken');
  });

  it.each([
    [['cart', 'cart'], 'service: "cart" has a section on this dashboard already'],
    [[''], 'service: "" is empty'],
    [[' '], 'service: " "'],
    [['a[b]'], 'bracket'],
    [['cart*'], 'service: "cart*" has a wildcard in it'],
  ])('refuses the services %j', (services, message) => {
    expect(() => dashboard({ services })).toThrow(message);
    expect(() => dashboard({ services })).toThrow('[stack/Dashboard]');
  });

  it('refuses default graphs for a label key that no Datadog tag is known for', () => {
    expect(() => dashboard({ services: ['a'] }, { rookout: { labelKey: 'squad' } })).toThrow(
      /labelKey: "squad" has no known Datadog tag.*datadogTags/,
    );
    const board = dashboard(
      { services: ['a'], datadogTags: { squad: 'team' } },
      { rookout: { labelKey: 'squad' } },
    );
    expect(board.toJson().widgets[6].definition.widgets[0].definition.requests[0].queries[0].query).toContain(
      '{team:a}',
    );
  });
});
