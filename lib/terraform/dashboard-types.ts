/** The type of resources whose dashboard is a text in JSON. */
export const JSON_TYPE = 'datadog_dashboard_json';

/** The types of resources whose widgets are blocks: dashboards, and groups of widgets that dashboards share. */
const BLOCK_TYPES = [
  'datadog_dashboard',
  'datadog_dashboard_v2',
  'datadog_powerpack',
  'datadog_powerpack_v2',
] as const;

export type BlockType = (typeof BLOCK_TYPES)[number];

/** All types of resources that have widgets. */
export const DASHBOARD_TYPES: ReadonlySet<string> = new Set([JSON_TYPE, ...BLOCK_TYPES]);

export function isBlockType(type: string): type is BlockType {
  return type !== JSON_TYPE && DASHBOARD_TYPES.has(type);
}
