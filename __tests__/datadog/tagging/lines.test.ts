import { LINKED_TYPES } from '../../../lib/datadog/widget';
import { q, tag, timeseries } from './tagged';

/** What the link of a widget opens. */
function opened(definition: object): string | undefined {
  const { widgets } = tag({ widgets: [timeseries(definition)] }, { widgetTypes: LINKED_TYPES });
  return widgets[0].link && decodeURIComponent(widgets[0].link.split('?labels=')[1]);
}

describe('the clicked line', () => {
  it.each(['timeseries', 'toplist', 'query_table', 'change', 'treemap', 'sunburst', 'geomap'])(
    'decides what the link of a %s opens',
    (type) => {
      expect(opened({ type, ...q('avg:a{env:prod} by {host}') })).toBe('$hostname:{{host.value}},env:prod');
    },
  );

  it.each(['query_value', 'heatmap', 'distribution'])(
    'does not exist in a %s, which shows all groups together',
    (type) => {
      expect(opened({ type, ...q('avg:a{env:prod} by {host}') })).toBe('env:prod');
      expect(opened({ type, ...q('avg:a{*} by {host}') })).toBeUndefined();
      const requests = [...q('avg:a{service:a}').requests, ...q('avg:b{*} by {service}').requests];
      expect(opened({ type, requests })).toBeUndefined();
    },
  );
});

describe('a title beside the clicked line', () => {
  it.each([
    [
      ['service:cart', 'service:pay'],
      ['service'],
      'A [service:cart] [service:pay]',
      'service:{{service.value}}',
    ],
    [
      ['service:cart,env:prod', 'service:pay,env:prod'],
      ['service'],
      'A [service:cart] [service:pay] [env:prod]',
      'service:{{service.value}},env:prod',
    ],
    [
      ['service:cart,env:prod', 'service:pay,env:dev'],
      ['service'],
      'A [service:cart] [service:pay]',
      'service:{{service.value}}',
    ],
    [
      ['service:cart,env:prod,kube_namespace:shop', 'service:pay,env:dev,kube_namespace:shop'],
      ['service', 'env'],
      'A [service:cart] [service:pay] [k8s_namespace:shop]',
      'service:{{service.value}},k8s_namespace:shop,env:{{env.value}}',
    ],
    [['service:cart', 'service:web-*'], ['service'], 'A', 'service:{{service.value}}'],
  ])('names all that the queries of %j, grouped by %j, show', (scopes, groups, title, link) => {
    const requests = scopes.map((scope) => ({ q: `avg:a{${scope}} by {${groups.join()}}` }));
    const { widgets } = tag({ widgets: [timeseries({ title: 'A', requests })] });
    expect(widgets[0].after).toBe(title);
    expect(opened({ requests })).toBe(link);
  });
});

describe('a difference', () => {
  it('of which nothing is certain but the clicked line opens that', () => {
    expect(
      opened({ type: 'timeseries', ...q('avg:a{service:cart} by {service} - avg:a{*} by {service}') }),
    ).toBe('service:{{service.value}}');
  });

  const queries = ['*', 'service:pay', 'service:pay,env:prod'].map((scope, index) => ({
    data_source: 'metrics',
    name: `query${index + 1}`,
    query: `avg:a{${scope}}`,
  }));

  it.each([
    ['query1 - query2', undefined],
    ['100 * (query1 - query2) / query1', undefined],
    ['abs(query1) - abs(query2)', undefined],
    ['query2 - query1', undefined],
    ['-(query1 - query2)', undefined],
    ['query1 + -1 * query2', undefined],
    ['query1 * (2 - 3) + query2', undefined],
    ['query1 - abs(query2)', undefined],
    ['-query2', 'service:pay'],
    ['query2 - query2', undefined],
    ['query2 - week_before(query2)', 'service:pay'],
    ['query2 - query3', 'service:pay'],
    ['query2 / query1', 'service:pay'],
    ['timeshift(query1, -3600) / query2', 'service:pay'],
    ['1 - query2 / query1', 'service:pay'],
  ])('shows what is left over: %s opens %s', (formula, expected) => {
    expect(opened({ requests: [{ queries, formulas: [{ formula }] }] })).toBe(expected);
  });

  it('does so in the older form', () => {
    expect(opened(q('sum:a{*}.as_count() - sum:a{service:pay}.as_count()'))).toBeUndefined();
    expect(opened(q('sum:a{service:pay} / sum:a{*}'))).toBe('service:pay');
  });
});
