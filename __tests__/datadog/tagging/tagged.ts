import { TaggingRules, taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';

/** The rules that hold unless settings say otherwise. */
export const RULES = taggingRules({});

/** Kinds of widgets of which each has queries of its own form. */
export const EVERY_TYPE = [
  'timeseries',
  'query_value',
  'toplist',
  'query_table',
  'heatmap',
  'list_stream',
  'hostmap',
  'scatterplot',
];

/** The value, which can't be changed any more. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The dashboard tagged; it is frozen before. */
export function tag(json: any, rules: Partial<TaggingRules> = {}) {
  return tagDashboard(frozen(structuredClone(json)), { ...RULES, ...rules });
}

/** A widget of that definition. */
export const timeseries = (definition: object) => ({
  definition: { type: 'timeseries', requests: [], ...definition },
});

/** The requests of a definition with one query. */
export const q = (query: string) => ({ requests: [{ q: query }] });
