import { q, tag, timeseries } from './tagged';

/** The title and the link's labels of a graph. */
function tagged(definition: object, type = 'timeseries'): [string, string | undefined] {
  const json = { widgets: [timeseries({ title: 'CPU', type, ...definition })] };
  const [{ after, link }] = tag(json, { widgetTypes: [type] }).widgets;
  return [after, link && decodeURIComponent(link.split('?labels=')[1])];
}

describe('a function that keeps only some lines', () => {
  it.each<[string, string, string | undefined]>([
    [
      "top(avg:a{service:cart} by {host}, 1, 'mean', 'desc')",
      'CPU [service:cart]',
      'service:cart,$hostname:{{host.value}}',
    ],
    ["top(avg:a{service IN (a,b)} by {pod}, 5, 'mean', 'desc')", 'CPU', undefined],
    ['top5_mean(avg:a{service:a OR service:b} by {pod})', 'CPU', undefined],
    [
      "top_offset(avg:a{service IN (a,b)} by {service}, 9, 'mean', 'desc', 1)",
      'CPU',
      'service:{{service.value}}',
    ],
    ["top(avg:a{service IN (a,b)} by {service}, 1, 'mean', 'desc')", 'CPU', 'service:{{service.value}}'],
    ["top(avg:a{service IN (a,b)} by {service,pod}, 9, 'mean', 'desc')", 'CPU', 'service:{{service.value}}'],
    ["top(avg:a{service:web-*} by {service}, 5, 'mean', 'desc')", 'CPU', 'service:{{service.value}}'],
    ['bottom5_min(avg:a{(service:a AND env:p) OR (service:b AND env:p)} by {pod})', 'CPU [env:p]', 'env:p'],
  ])('leaves no doubt about single values, but about lists: %s', (query, title, link) => {
    expect(tagged(q(query))).toEqual([title, link]);
  });

  it.each([
    ["top(avg:a{service IN (a,b)} by {service}, 2, 'mean', 'desc')"],
    ['top10_max(avg:a{service IN (a,b)} by {service})'],
    ["top(avg:a{service IN (a,b)}, 1, 'mean', 'desc')"],
    ['cutoff_min(avg:a{service:a} by {service}, 5), avg:a{service:b}'],
    ["top(avg:a{service:a} by {pod}, 5, 'mean', 'desc'), avg:a{service:b}"],
    ['avg:a{service IN (a,b)} by {pod}'],
  ])('keeps all values that it has room for: %s', (query) => {
    expect(tagged(q(query))[0]).toBe('CPU [service:a] [service:b]');
  });
});

describe('a limit of lines', () => {
  const query = (groups: string) => ({
    data_source: 'metrics',
    name: 'a',
    query: `avg:a{service IN (x,y)} by {${groups}}`,
  });

  it.each<[string, object, string]>([
    ['a formula', { formulas: [{ formula: 'a', limit: { count: 5, order: 'desc' } }] }, 'pod'],
    ['a function in a formula', { formulas: [{ formula: "top(a, 5, 'mean', 'desc')" }] }, 'pod'],
    ['a smaller one inside', { formulas: [{ formula: 'top5_max(a)', limit: { count: 1 } }] }, 'service'],
    ['a sorted list', { formulas: [{ formula: 'a' }], sort: { count: 10, order_by: [] } }, 'pod'],
    ['a larger one outside', { formulas: [{ formula: 'top1_max(a)', limit: { count: 5 } }] }, 'service'],
    [
      'a formula, and a larger one of a sorted list',
      { formulas: [{ formula: 'top1_max(a)' }], sort: { count: 5 } },
      'service',
    ],
    [
      'a sorted list, and a larger one of a formula',
      { formulas: [{ formula: 'top5_max(a)' }], sort: { count: 1 } },
      'service',
    ],
    [
      'each of two formulas',
      { formulas: [{ formula: 'top1_max(a)' }, { formula: 'top1_min(a)' }] },
      'service',
    ],
    ['an older query', { q: 'avg:a{service IN (x,y)} by {service}', limit: 1 }, 'service'],
  ])('of %s leaves doubt about lists of values', (_, request, groups) => {
    expect(tagged({ requests: [{ ...request, queries: [query(groups)] }] }, 'toplist')[0]).toBe('CPU');
  });

  it('of a formula leaves that of its query in force', () => {
    const top = {
      ...query('service'),
      query: "top(avg:a{service IN (x,y)} by {service}, 1, 'mean', 'desc')",
    };
    const formulas = [{ formula: 'a', limit: { count: 10 } }];
    expect(tagged({ requests: [{ formulas, queries: [top] }] })[0]).toBe('CPU');
  });

  it.each<[string, object, string]>([
    ['has room for all', { formulas: [{ formula: 'a', limit: { count: 2 } }] }, 'service'],
    [
      'is the smaller one of two formulas',
      { formulas: [{ formula: 'top1_max(a)' }, { formula: 'top2_max(a)' }] },
      'service',
    ],
    ['is not that of another formula', { formulas: [{ formula: 'a' }, { formula: 'top5_max(a)' }] }, 'pod'],
  ])('leaves none if it %s', (_, request, groups) => {
    expect(tagged({ requests: [{ ...request, queries: [query(groups)] }] }, 'toplist')[0]).toBe(
      'CPU [service:x] [service:y]',
    );
  });
});
