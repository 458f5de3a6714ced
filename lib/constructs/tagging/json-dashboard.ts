import { TerraformResource, Token } from 'cdktf';
import { BadInput } from '../../bad-input';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { isObject } from '../../json/value';
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
  const text = resource.dashboardInput;
  const json = jsonBehind(text ?? '');
  if (text?.trim() !== '' && (json === undefined || Token.isUnresolved(json))) {
    return { construct: resource, tag: () => ({ reports: [], unreadable: ['dashboard'] }) };
  }
  return {
    construct: resource,
    title: isObject(json) && typeof json.title === 'string' ? json.title : undefined,
    tag: (rules, overrides) => {
      if (overrides.covers('dashboard')) return { reports: [], unreadable: [] };
      if (!isObject(json)) throw notADashboard(json ?? text);
      const { dashboard, widgets } = tagDashboard(json, rules);
      if (dashboard !== json) resource.dashboard = rememberJson(encodeJson(dashboard), dashboard);
      return { reports: widgets, unreadable: [] };
    },
  };
}

function notADashboard(value: unknown): BadInput {
  return new BadInput(
    'dashboard',
    value,
    'is not the JSON of a dashboard, so the provider would fail to apply it',
    'Pass the JSON of a dashboard',
  );
}
