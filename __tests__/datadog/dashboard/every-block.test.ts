import { dashboardOfBlocks, powerpackOfBlocks } from '../../../lib/datadog/dashboard/blocks';
import { drawnQueries } from '../../../lib/datadog/query/requests';
import { QueryError } from '../../../lib/datadog/query/filter';
import { snakeCaseName } from '../../../lib/datadog/snake-case';
import { linkBlockOf } from '../../../lib/terraform/link-blocks';
import { BlockSchema } from './support/block-schema';
import { describeResources } from './support/resources';
import { terraformOf } from './support/block-writer';

/** Widgets that are not tagged, each with the reason. */
const WITHOUT_INSTANCES: Readonly<Record<string, string>> = {
  cohortDefinition: 'analysis of users: has no context links',
  funnelDefinition: 'analysis of users: has no context links',
  retentionCurveDefinition: 'analysis of users: has no context links',
  sloListDefinition: 'a list of SLOs: has no context links',
  sankeyDefinition: 'flows of users or of a network: has no context links',
  productAnalyticsFunnelDefinition: 'analysis of users: has no context links',
};

/** Blocks of a request that are no queries. */
const NO_QUERIES = new Set([
  ...['style', 'conditionalFormats', 'textFormats', 'sort', 'metadata', 'columns', 'formula', 'comparison'],
  ...['comparisonTime', 'projection'],
]);

/** Blocks of queries that can't be read, or of which nothing is certain. */
const UNTOLD = ['userJourneyQuery', 'retentionQuery'];

const TEXTS: Readonly<Record<string, string>> = {
  q: 'avg:a{service:seeded}',
  query: 'avg:a{service:seeded}',
  searchQuery: 'service:seeded',
  queryString: 'service:seeded',
  queryFilter: 'service:seeded',
  textFilter: 'service:seeded',
  service: 'seeded',
  additionalQueryFilters: 'service:seeded',
};
const LISTS: Readonly<Record<string, string[]>> = {
  filterBy: ['service:seeded'],
  tagFilters: ['service:seeded'],
  filters: ['service:seeded'],
};
const SOURCES: Readonly<Record<string, string>> = {
  metricQuery: 'metrics',
  cloudCostQuery: 'cloud_cost',
  sloQuery: 'slo',
  processQuery: 'process',
  apmDependencyStatsQuery: 'apm_dependency_stats',
  apmMetricsQuery: 'apm_metrics',
  apmResourceStatsQuery: 'apm_resource_stats',
  productAnalyticsExtendedQuery: 'product_analytics_extended',
  retentionQuery: 'product_analytics_retention',
  userJourneyQuery: 'product_analytics_journey',
};

/** A block that shows one service, however the schema lets a query name it. */
function seeded(schema: BlockSchema, kind: string, name: string): any {
  const block: any = {};
  for (const [field, { block: inner, isList }] of schema.fieldsOf(kind)) {
    if (inner !== undefined) {
      if (field === 'search' || (field === 'query' && name === 'productAnalyticsExtendedQuery')) {
        const one =
          field === 'search' ? { query: 'service:seeded' } : { search: { query: 'service:seeded' } };
        block[field] = isList ? [one] : one;
      }
    } else if (field in TEXTS) block[field] = TEXTS[field];
    else if (field in LISTS) block[field] = LISTS[field];
    else if (field === 'dataSource')
      block[field] = SOURCES[name] ?? (schema.fieldsOf(kind).has('service') ? 'service_map' : 'logs_stream');
    else if (field === 'name') block[field] = 'q';
  }
  return block;
}

/** All paths from a request to a block that has a query, each as the blocks that lead to it. */
function* queriesBelow(
  schema: BlockSchema,
  kind: string,
): Generator<{ readonly path: string; readonly blocks: any }> {
  for (const [name, { block, isList }] of schema.fieldsOf(kind)) {
    if (name === 'q') yield { path: name, blocks: { q: TEXTS.q } };
    if (block === undefined || NO_QUERIES.has(name)) continue;
    const around = (inner: any) => ({ [name]: isList ? [inner] : inner });
    const isQuery = /Query$/.test(name) && name !== 'histogramQuery';
    const fields = schema.fieldsOf(block);
    const isPlain = name === 'query' && (fields.has('queryString') || fields.has('service'));
    if (isQuery || isPlain) yield { path: name, blocks: around(seeded(schema, block, name)) };
    else {
      for (const { path, blocks } of queriesBelow(schema, block)) {
        yield { path: `${name}.${path}`, blocks: around(blocks) };
      }
    }
  }
}

describeResources('every block of %s', 'datadog_', (resource, schema) => {
  const widget = schema.fieldsOf(schema.root).get('widget')!.block!;
  const kinds = [...schema.fieldsOf(widget)].flatMap(([name, { block }]) =>
    block !== undefined && name.endsWith('Definition') ? [{ name, block }] : [],
  );
  const read = resource.startsWith('datadog_powerpack') ? powerpackOfBlocks : dashboardOfBlocks;
  const definitionOf = (name: string, block: object): any => {
    const body = terraformOf({ widget: [{ [name]: block }] });
    return (read(body, (text) => text).widgets as any[])[0].definition;
  };

  const queries = kinds.flatMap(({ name, block }) => {
    const request = schema.fieldsOf(block).get('request');
    if (!request?.block || name in WITHOUT_INSTANCES) return [];
    return [...queriesBelow(schema, request.block)].map(({ path, blocks }) => ({
      name,
      path,
      request: request.isList ? [blocks] : blocks,
    }));
  });

  it.each(queries.map(({ name, path, request }) => [`${name}.${path}`, name, request] as const))(
    'that has a query is read: %s',
    (path, name, request) => {
      const drawn = () => JSON.stringify(drawnQueries(definitionOf(name, { request })));
      if (UNTOLD.some((kind) => path.endsWith(kind))) expect(drawn).toThrow(QueryError);
      else expect(drawn()).toContain('seeded');
    },
  );

  it('that has context links is read, and is known to have them', () => {
    for (const { name, block } of kinds) {
      const link = [...schema.fieldsOf(block).keys()].find((field) => /^customLinks?$/.test(field));
      const kind = snakeCaseName(name.slice(0, -'Definition'.length));
      expect([kind, linkBlockOf(kind)]).toEqual([kind, link && snakeCaseName(link)]);
      if (link === undefined) continue;
      const { custom_links } = definitionOf(name, { [link]: [{ label: 'L', link: 'https://a.example' }] });
      expect([name, custom_links]).toEqual([name, [{ label: 'L', link: 'https://a.example' }]]);
    }
  });
});
