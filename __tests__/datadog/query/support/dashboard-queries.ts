import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

/** Sources of data whose queries are metric queries. */
const METRICS: readonly unknown[] = ['metrics', 'cloud_cost'];

/** The text of every metric query in a dashboard: those with a source, and the older `q` of a request. */
export function metricQueriesIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const { requests, query, data_source: source } = json as Record<string, unknown>;
  const older = Object.values(requests ?? {}).map((request) => request?.q);
  const own = [...older, METRICS.includes(source) ? query : undefined];
  return [...own.filter((text) => typeof text === 'string'), ...Object.values(json).flatMap(metricQueriesIn)];
}

/** The content of every JSON file below a directory. */
export function filesBelow(directory: string): unknown[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8').replace(/^\uFEFF/, '')));
}
