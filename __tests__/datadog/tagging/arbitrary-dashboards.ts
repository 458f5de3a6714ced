import fc from 'fast-check';
import { labelValue } from '../../rookout/arbitraries';
import { anyText, scope, search } from '../query/arbitraries';

const title = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'CPU',
    'CPU [ms]',
    'CPU [service:cart] [env:prod]',
    '[env:a',
    ' x] ',
    '[[function_name:b]]',
  ),
  fc.constantFrom('Costs $5 ${x} %{y}', 'é 😀', 'CPU [k8s_deployment:', 'a '.repeat(100), '[service:cart]'),
  anyText,
);

const metricQuery = fc.oneof(
  { weight: 3, arbitrary: scope.map(({ text }) => `avg:a{${text}} by {host}`) },
  {
    weight: 1,
    arbitrary: labelValue.map((value) => `avg:a{kube_deployment:"${value.replace(/["\\]/g, '\\$&')}"}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('avg:a{*}', 'avg:a{$svc}', 'avg:a{env:$env.value}', 'avg:a{env:prod'),
  },
);

const request = fc.oneof(
  metricQuery.map((q) => ({ q, display_type: 'line' })),
  fc.array(metricQuery, { maxLength: 3 }).map((queries) => ({
    response_format: 'timeseries',
    queries: queries.map((query, index) => ({ data_source: 'metrics', name: `query${index}`, query })),
    formulas: queries.map((_, index) => ({ formula: `query${index}` })),
  })),
  search.map(({ text }) => ({
    response_format: 'timeseries',
    queries: [{ data_source: 'logs', name: 'a', search: { query: text }, compute: { aggregation: 'count' } }],
    formulas: [{ formula: 'a' }],
  })),
);

const links = fc.constantFrom(
  ...[
    undefined,
    null,
    [],
    [{ label: 'Runbook', link: 'https://wiki.example.com' }],
    [{ override_label: 'logs', is_hidden: true }],
  ],
  [
    { label: 'Set metric points', link: 'https://old.example.com' },
    { label: 'Runbook', link: 'https://wiki.example.com' },
  ],
);

/** Names in any order, and those without a value left out, as in JSON. */
function shuffled(definition: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return definition.chain((one) => {
    const entries = Object.entries(one).filter(([, value]) => value !== undefined);
    return fc.shuffledSubarray(entries, { minLength: entries.length }).map((any) => Object.fromEntries(any));
  });
}

const graph = shuffled(
  fc.record({
    type: fc.constantFrom('timeseries', 'timeseries', 'timeseries', 'query_value', 'toplist'),
    title,
    requests: fc.array(request, { maxLength: 2 }),
    custom_links: links,
    title_size: fc.constantFrom(undefined, '16'),
  }),
);
const other = fc.constantFrom<Record<string, unknown>>(
  { type: 'note', content: 'x' },
  { type: 'brand_new_kind', title: 5, requests: { q: 'avg:a{service:cart}' } },
);

const placed = (definition: fc.Arbitrary<Record<string, unknown>>) =>
  fc.record(
    { id: fc.nat(), definition, layout: fc.constant({ x: 0, y: 0, width: 4, height: 2 }) },
    { requiredKeys: ['definition'], noNullPrototype: true },
  );

const widget = fc.letrec((tie) => ({
  widget: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: placed(graph) },
    { weight: 1, arbitrary: placed(other) },
    {
      weight: 1,
      arbitrary: placed(
        fc
          .array(tie('widget'), { maxLength: 3 })
          .map((widgets) => ({ type: 'group', layout_type: 'ordered', widgets, title: 'G' })),
      ),
    },
  ),
})).widget;

/** Dashboards of any shape that tagging has to deal with. */
export const dashboard: fc.Arbitrary<any> = fc.record(
  {
    title: fc.constant('Generated'),
    widgets: fc.array(widget, { maxLength: 4 }),
    layout_type: fc.constant('ordered'),
    template_variables: fc.constantFrom(
      null,
      [],
      [
        { name: 'svc', prefix: 'service' },
        { name: 'free', prefix: null },
      ],
    ),
    description: fc.constantFrom(null, 'x'),
  },
  { requiredKeys: ['title', 'widgets', 'layout_type'], noNullPrototype: true },
);
