import { TerraformVariable } from 'cdktf';
import { RookoutDashboard, RookoutTimeseries, RookoutTimeseriesProps } from '../../../lib';
import { fromTerraform, newStack, onlyResource, synthesized } from '../../support/stack';

const QUERY = 'avg:kubernetes.memory.usage{team:shop}';

/** A timeseries as Datadog exports it, with links of its own. */
const EXPORTED = {
  title: 'Redis latency',
  title_size: '16',
  show_legend: false,
  type: 'timeseries',
  requests: [
    {
      q: 'avg:redis.info.latency_ms{kube_deployment:redis-cart}',
      style: { palette: 'cool', line_type: 'dashed' },
      display_type: 'area',
    },
  ],
  custom_links: [
    { label: 'Runbook', link: 'https://example.com/runbooks/redis' },
    { override_label: 'logs', is_hidden: true },
  ],
};

function outside(props: RookoutTimeseriesProps, context = {}): RookoutTimeseries {
  return new RookoutTimeseries(newStack(context), 'Graph', props);
}

describe('RookoutTimeseries from a definition', () => {
  it('keeps all of it but title and context link', () => {
    const graph = outside({ service: 'redis-cart', definition: EXPORTED });
    expect(graph.title).toBe('Redis latency [k8s_deployment:redis-cart]');
    expect(graph.definition).toEqual({
      ...EXPORTED,
      title: graph.title,
      custom_links: [...EXPORTED.custom_links, { label: 'Set metric points', link: graph.link }],
    });
    expect(Object.keys(graph.definition)).toEqual(Object.keys(EXPORTED).sort());
  });

  it('keeps label filters that the title has, and links to all of them', () => {
    const title = 'Latency [ms] [k8s_deployment:redis-cart] [env:staging]';
    const graph = outside({ definition: { ...EXPORTED, title }, labels: ['aws_region:eu-west-1'] });
    expect(graph.title).toBe(`${title} [aws_region:eu-west-1]`);
    expect(decodeURIComponent(graph.link)).toContain(
      'k8s_deployment:redis-cart,env:staging,aws_region:eu-west-1',
    );
  });

  it('brings a link of the same label into line instead of adding a second', () => {
    const stale = { label: 'Set metric points', link: 'https://app.rookout.com/old' };
    const graph = outside({
      service: 'redis-cart',
      definition: { ...EXPORTED, custom_links: [stale, ...EXPORTED.custom_links] },
    });
    expect(graph.definition.custom_links).toEqual([
      { label: 'Set metric points', link: graph.link },
      ...EXPORTED.custom_links,
    ]);
    const again = outside({ service: 'redis-cart', definition: graph.definition });
    expect(again.definition).toEqual(graph.definition);
  });

  it('takes a subject for its title', () => {
    expect(outside({ service: 'redis-cart', subject: 'Latency', definition: EXPORTED }).title).toBe(
      'redis-cart Latency [k8s_deployment:redis-cart]',
    );
  });

  it('is drawn as the options beside it say', () => {
    const { definition } = outside({
      service: 'redis-cart',
      definition: EXPORTED,
      displayType: 'bars',
      palette: 'warm',
      showLegend: true,
      liveSpan: '1h',
    });
    expect(definition).toMatchObject({ show_legend: true, time: { live_span: '1h' } });
    expect(definition.requests).toEqual([
      { ...EXPORTED.requests[0], display_type: 'bars', style: { palette: 'warm', line_type: 'dashed' } },
    ]);
  });

  it('is not changed itself', () => {
    const before = structuredClone(EXPORTED);
    outside({ service: 'redis-cart', definition: EXPORTED, palette: 'warm' });
    expect(EXPORTED).toEqual(before);
  });
});

describe('RookoutTimeseries refuses', () => {
  it.each<[string, RookoutTimeseriesProps, string]>([
    ['an empty service', { service: '', query: QUERY }, 'service: "" is empty'],
    ['a blank service', { service: ' \t', query: QUERY }, 'blank'],
    ['a label without colon', { labels: ['staging'], query: QUERY }, 'labels[0]: "staging" has no colon'],
    ['a label key that begins with $', { labels: ['$env:a'], query: QUERY }, 'begins with "$"'],
    ['no label at all', { subject: 'Memory', query: QUERY }, 'has no label filter'],
    ['an empty query', { service: 'a', query: '' }, 'query: "" is empty'],
    ['a blank query', { service: 'a', queries: [{ query: ' ' }] }, 'queries[0].query: " "'],
    ['unbalanced braces', { service: 'a', query: 'avg:a{b:c' }, 'do not match'],
    ['braces closed too early', { service: 'a', query: 'avg:a}{' }, 'do not match'],
    ['crossed pairs', { service: 'a', query: 'f(avg:a{b)}' }, 'do not match'],
    ['no query', { service: 'a' }, 'Give exactly one of the three'],
    ['two sources', { service: 'a', query: QUERY, definition: EXPORTED }, '2 of them are given'],
    ['an empty list of queries', { service: 'a', queries: [] }, 'empty list'],
    [
      'one name for two queries',
      { service: 'a', queries: [{ name: 'query2', query: 'a{*}' }, { query: 'b{*}' }] },
      'two queries',
    ],
    ['an empty formula', { service: 'a', query: QUERY, formulas: [{ formula: '' }] }, 'formulas[0].formula'],
    [
      'formulas beside a definition',
      { service: 'a', definition: EXPORTED, formulas: [] },
      'beside a definition',
    ],
    [
      'a definition of another type',
      { service: 'a', definition: { type: 'note' } },
      'definition.type: "note"',
    ],
    ['a definition without type', { service: 'a', definition: {} }, 'definition.type: undefined'],
    ['a definition that is null', { service: 'a', definition: null }, 'definition.type'],
    [
      'a definition without requests',
      { service: 'a', definition: { type: 'timeseries' } },
      'definition.requests',
    ],
    [
      'a definition that is not JSON',
      { service: 'a', definition: { ...EXPORTED, x: () => 1 } },
      'definition.x: a function',
    ],
    [
      'a title that is not text',
      { service: 'a', definition: { ...EXPORTED, title: 7 } },
      'definition.title: 7',
    ],
    ['an unknown display type', { service: 'a', query: QUERY, displayType: 'pie' }, 'Use one of: area'],
    ['an unknown legend layout', { service: 'a', query: QUERY, legendLayout: 'left' }, 'legendLayout'],
    ['an unknown legend column', { service: 'a', query: QUERY, legendColumns: ['p99'] }, 'legendColumns'],
    ['labels that are no list', { labels: 'env:a' as any, query: QUERY }, 'labels: "env:a" is not a list'],
    [
      'events that are no list',
      { service: 'a', query: QUERY, events: {} as any },
      'events: {} is not a list',
    ],
    [
      'markers that are no list',
      { service: 'a', query: QUERY, markers: 5 as any },
      'markers: 5 is not a list',
    ],
    [
      'a marker that is nothing',
      { service: 'a', query: QUERY, markers: [{ value: 'y = 1' }, null] as any },
      'markers[1]: null is not an object',
    ],
    [
      'a query that is text',
      { service: 'a', queries: [QUERY] as any },
      'queries[0]: "avg:kubernetes.memory.usage{team:shop}" is not an object',
    ],
    [
      'a formula that is nothing',
      { service: 'a', queries: [{ query: QUERY }], formulas: [undefined] as any },
      'formulas[0]: undefined is not an object',
    ],
    ['an unknown live span', { service: 'a', query: QUERY, liveSpan: '7h' }, 'liveSpan'],
    [
      'a link that is no address',
      { service: 'a', query: QUERY, sessionLink: '/rookout?{labels}' },
      'http(s)',
    ],
    [
      'a link without placeholder',
      { service: 'a', query: QUERY, sessionLink: 'https://a.example' },
      '{labels}',
    ],
  ])('%s', (_, props, message) => {
    expect(() => outside(props)).toThrow(message);
    expect(() => outside(props)).toThrow('[stack/Graph]');
  });

  it.each<[string, RookoutTimeseriesProps, string]>([
    [
      'a query of another service',
      { service: 'cart', query: 'avg:a{kube_deployment:pay}' },
      'title: "cart [k8s_deployment:cart]" names k8s_deployment:cart, but its queries show k8s_deployment:pay',
    ],
    [
      'a query that excludes the service',
      { service: 'cart', query: 'avg:a{!kube_deployment:cart}' },
      'names k8s_deployment:cart, but its queries leave that out',
    ],
    [
      'a query of another environment',
      { service: 'cart', labels: ['env:prod'], query: 'avg:a{env:qa}' },
      'names env:prod, but its queries show env:qa',
    ],
    [
      'a definition with an old title',
      { definition: { ...EXPORTED, title: 'Latency [k8s_deployment:cart]' } },
      'names k8s_deployment:cart, but its queries show k8s_deployment:redis-cart',
    ],
  ])('%s', (_, props, problem) => {
    expect(() => outside(props)).toThrow('[stack/Graph] ');
    expect(() => outside(props)).toThrow(problem);
    expect(() => outside(props)).toThrow('Name the instances that the queries show, or correct the queries.');
  });

  it('text that looks like a token, at synth, naming the dashboard', () => {
    const stack = newStack();
    const dashboard = new RookoutDashboard(stack, 'Dashboard', { overview: false });
    new RookoutTimeseries(dashboard, 'Graph', { service: 'a', subject: '${TfToken[x', query: QUERY });
    expect(() => synthesized(stack)).toThrow('[stack/Dashboard]');
  });
});

it('names the graph in errors of addTimeseries, as far as its name is known now', () => {
  const stack = newStack();
  const dashboard = new RookoutDashboard(stack, 'Dashboard', { overview: false });
  const token = new TerraformVariable(stack, 'v', {}).stringValue;
  const adding = (props: RookoutTimeseriesProps) => () => dashboard.addTimeseries(props);
  expect(adding({ service: 'cart]', subject: 'Memory', query: QUERY })).toThrow(
    '[stack/Dashboard] graph "cart] Memory": service: "cart]" has a bracket',
  );
  expect(adding({ service: token, subject: 'Load', labels: ['x'], query: QUERY })).toThrow(
    '[stack/Dashboard] graph "Load": labels[0]',
  );
  expect(adding({ labels: ['x'], query: QUERY })).toThrow('[stack/Dashboard] labels[0]');
});

it('writes text that looks like a template so that Terraform leaves it alone', () => {
  const stack = newStack();
  const dashboard = new RookoutDashboard(stack, 'Dashboard', { overview: false });
  const subject = 'a ${b} $${c} %{d} %%{e} "f" \\ é';
  new RookoutTimeseries(dashboard, 'Graph', { service: 'cart', subject, query: QUERY });
  const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
  expect(text).toContain('$${b} $$${c} %%{d} %%%{e}');
  expect(fromTerraform(text)).toEqual(dashboard.toJson());
});
