import { TerraformResource } from 'cdktf';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { JsonObject } from '../../json/value';
import { jsonBehind, rememberJson } from '../tokens/attribute-json';
import { TaggingTarget } from './target';
import { encodeJson } from '../terraform-json';

/** A `datadog_dashboard_json` from any module of the bindings. */
export interface JsonDashboard extends TerraformResource {
  dashboard: string;
  readonly dashboardInput?: string;
}

/**
 * Tags the JSON of a resource that was made without this library. It is only written again if a widget has
 * changed.
 */
export function jsonDashboardTarget(resource: JsonDashboard): TaggingTarget {
  const json = jsonBehind(resource.dashboardInput ?? '') as JsonObject | null | undefined;
  if (typeof json !== 'object' || json === null) {
    return { construct: resource, tag: () => ({ reports: [], unreadable: ['dashboard'] }) };
  }
  return {
    construct: resource,
    title: typeof json.title === 'string' ? json.title : undefined,
    tag: (rules, overrides) => {
      if (overrides.covers('dashboard')) return { reports: [], unreadable: [] };
      const { dashboard, widgets } = tagDashboard(json, rules);
      if (dashboard !== json) resource.dashboard = rememberJson(encodeJson(dashboard), dashboard);
      return { reports: widgets, unreadable: [] };
    },
  };
}
