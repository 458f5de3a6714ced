import { Token } from 'cdktf';
import { snakeCaseName } from '../../datadog/snake-case';
import { JsonObject } from '../../json/value';

/** Single blocks. Terraform accepts them as an object, or as a list with one item. */
const SINGLE_BLOCKS: readonly string[] = ['search', 'query'];

/** The parts of a typed definition that tagging reads, in Datadog's JSON. */
export function jsonOf(type: string, typed: JsonObject): JsonObject {
  const links = typed.customLink as JsonObject[] | undefined;
  return {
    type,
    ...(typed.title === undefined ? {} : { title: typed.title }),
    requests: blocksOf(typed.request).map(requestOf),
    ...(links && { custom_links: jsonIn(links) }),
  };
}

/** `query: [{ metricQuery: { … } }]` is `queries: [{ … }]`, and `logQuery: { searchQuery }` an older `log_query`. */
function requestOf({ query, formula, ...others }: JsonObject): JsonObject {
  const older = Object.entries(jsonIn(others) as JsonObject).map(([name, block]) => [
    name,
    olderQuery(block),
  ]);
  return {
    ...Object.fromEntries(older),
    queries: blocksOf(query).flatMap((one) => blocksOf(Object.values(one)).map(jsonIn)),
    formulas: blocksOf(formula).map(({ formulaExpression, limit }) => ({
      formula: formulaExpression,
      limit: blocksOf(limit)[0],
    })),
  };
}

function olderQuery(block: unknown): unknown {
  const [query] = blocksOf(block);
  return query?.search_query === undefined
    ? (query ?? block)
    : { ...query, search: { query: query.search_query } };
}

/** The link as a typed block. */
export function typedLink(link: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(link).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** Typed blocks with Datadog's names of fields. */
export function jsonIn(value: unknown): unknown {
  if (Token.isUnresolved(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(jsonIn);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const isSingle = SINGLE_BLOCKS.includes(name) && Array.isArray(part) && part.length === 1;
      return [snakeCaseName(name), jsonIn(isSingle ? part[0] : part)];
    }),
  );
}

/** The blocks under a field. A single one may be an object, several are a list. */
export function blocksOf(value: unknown): JsonObject[] {
  if (Token.isUnresolved(value)) return [];
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? [value as JsonObject] : [];
}
