import { TerraformResource } from 'cdktf';
import { withTitleKeys } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { JsonDashboard, jsonDashboardTarget } from './json-dashboard';
import { selfTagging } from './self-tagging';
import { JSON_TYPE } from '../../terraform/dashboard-types';
import { TaggingTarget } from './target';
import { TypedDashboard, typedDashboardTarget } from './typed-dashboard';

/**
 * The dashboard of a resource.
 *
 * @param owner the object that tags it
 */
export function targetOf(resource: TerraformResource, owner: object): TaggingTarget {
  const own = selfTagging(resource);
  if (own) {
    const { construct, content } = own;
    return {
      construct,
      title: content.title,
      tag: (rules, overrides) => {
        if (overrides.covers('dashboard')) return { reports: [], unreadable: [] };
        const ownRules = withTitleKeys(rules, content.labelKeys);
        return { reports: content.tag(owner, (json) => tagDashboard(json, ownRules)), unreadable: [] };
      },
    };
  }
  return resource.terraformResourceType === JSON_TYPE
    ? jsonDashboardTarget(resource as JsonDashboard)
    : typedDashboardTarget(resource as TypedDashboard);
}

/**
 * The text or list with the widgets of a resource. It is another object after someone has set new widgets.
 */
export function heldBy(resource: TerraformResource): unknown {
  const { dashboardInput, widgetInput } = resource as Partial<JsonDashboard & TypedDashboard>;
  return dashboardInput ?? widgetInput;
}
