import { Aspects } from 'cdktf';
import {
  RookoutDashboard,
  RookoutDashboardProps,
  RookoutTagging,
  RookoutTimeseries,
  RookoutTimeseriesProps,
  RookoutToplist,
} from '../../../lib';
import { fromTerraform, newStack, onlyResource, synthesized } from '../../support/stack';

function dashboard(props: RookoutDashboardProps = {}, context = {}): RookoutDashboard {
  return new RookoutDashboard(newStack(context), 'Board', { overview: false, ...props });
}

function graph(props: RookoutTimeseriesProps, board = dashboard()): RookoutTimeseries {
  return new RookoutTimeseries(board, 'Graph', props);
}

function labelsIn(link: string): string[] {
  return new URL(link).searchParams.get('labels')!.split(',');
}

describe('the link of a graph', () => {
  it('carries the line that is clicked, where the query groups by an instance tag', () => {
    const { title, link } = graph({
      subject: 'CPU',
      query: 'avg:kubernetes.cpu.usage.total{*} by {kube_deployment}',
    });
    expect(title).toBe('CPU');
    expect(link).toBe('https://app.rookout.com/?labels=k8s_deployment%3A{{kube_deployment.value}}');
  });

  it('carries what is certain for the whole graph beside the line, and the title says so', () => {
    const { title, link } = graph({ subject: 'Load', query: 'avg:system.load.1{env:prod} by {host}' });
    expect(title).toBe('Load [env:prod]');
    expect(labelsIn(link)).toEqual(['$hostname:{{host.value}}', 'env:prod']);
  });

  it('carries the line beside the service that is given', () => {
    const { title, link } = graph({
      service: 'cart',
      subject: 'Load',
      query: 'avg:system.load.1{service:cart} by {pod_name}',
    });
    expect(title).toBe('cart Load [k8s_deployment:cart]');
    expect(labelsIn(link)).toEqual(['k8s_deployment:cart', '$hostname:{{pod_name.value}}']);
  });

  it('does not carry the node of what runs in containers', () => {
    const query = 'avg:system.load.1{service:cart} by {host}';
    expect(labelsIn(graph({ service: 'cart', query }).link)).toEqual(['k8s_deployment:cart']);
    expect(labelsIn(graph({ service: 'cart', labelKey: 'service', query }).link)).toEqual([
      'service:cart',
      '$hostname:{{host.value}}',
    ]);
  });

  it('follows the variables that the dashboard declares, and no others', () => {
    const templateVariables = [{ name: 'namespace', prefix: 'kube_namespace' }];
    const props = { service: 'cart', query: 'avg:a{kube_deployment:cart,$namespace}' };
    const own = graph(props, dashboard({ templateVariables }));
    expect(labelsIn(own.link)).toEqual(['k8s_deployment:cart', 'k8s_namespace:{{$namespace.value}}']);
    expect(labelsIn(graph(props).link)).toEqual(['k8s_deployment:cart']);
    expect(labelsIn(new RookoutTimeseries(newStack(), 'Alone', props).link)).toEqual(['k8s_deployment:cart']);
  });

  it('is what RookoutTagging gives as well, so that it changes nothing', () => {
    const board = dashboard({ templateVariables: [{ name: 'namespace', prefix: 'kube_namespace' }] });
    board.addTimeseries({ service: 'cart', query: 'avg:a{kube_deployment:cart,$namespace}' });
    board.addTimeseries({ subject: 'Load', query: 'avg:system.load.1{env:prod} by {host}' });
    board.addService('pay').addTimeseries({ query: 'avg:a{kube_deployment:pay} by {host}' });
    const before = board.toJson();
    Aspects.of(board).add(new RookoutTagging());
    const { dashboard: text } = onlyResource(
      synthesized(board.resource.cdktfStack),
      'datadog_dashboard_json',
    );
    expect(fromTerraform(text)).toEqual(before);
  });

  it('is the same for other kinds', () => {
    const { link } = new RookoutToplist(dashboard(), 'Top', { query: 'avg:a{*} by {service}' });
    expect(labelsIn(link)).toEqual(['service:{{service.value}}']);
  });

  it('is of no use where nothing says which instances the graph shows', () => {
    const query = 'avg:a{kube_deployment:web-*} by {zone}';
    expect(() => graph({ query })).toThrow('[stack/Board/Graph] title: "" has no label filter');
  });
});

describe('the template of links', () => {
  const props = { service: 'cart', query: 'avg:a{kube_deployment:cart}' };

  it('takes single labels, percent-encoded', () => {
    const rookout = { labels: ['env:eu west'], sessionLink: 'https://tool.example.com/{env}?app={service}' };
    expect(graph(props, dashboard({}, { rookout })).link).toBe('https://tool.example.com/eu%20west?app=cart');
  });

  it('makes no link with a hole: the graph is refused', () => {
    const rookout = { sessionLink: 'https://tool.example.com/{env}' };
    expect(() => graph(props, dashboard({}, { rookout }))).toThrow(
      '[stack/Board/Graph] sessionLink: "https://tool.example.com/{env}" has {env}',
    );
  });

  it('may be one address for all graphs, where the context says so', () => {
    const sessionLink = 'https://app.datadoghq.com/debugging/sessions';
    expect(() => dashboard({}, { rookout: { sessionLink } })).toThrow('has no {labels}');
    const board = dashboard({}, { rookout: { sessionLink, fixedSessionLink: true } });
    expect(graph(props, board)).toMatchObject({
      title: 'cart [k8s_deployment:cart]',
      link: sessionLink,
    });
  });

  it('stands behind an entry of the name that the context gives', () => {
    const board = dashboard({}, { rookout: { linkLabel: 'Debug live' } });
    expect(graph(props, board).definition.custom_links).toEqual([
      { label: 'Debug live', link: expect.stringContaining('cart') },
    ]);
  });
});
