import { TerraformResource } from 'cdktf';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { JsonDashboard, jsonDashboardTarget } from './json-dashboard';
import { selfTagging } from './self-tagging';
import { TaggingTarget } from './target';
import { TypedDashboard, typedDashboardTarget } from './typed-dashboard';

/**
 * The dashboard that a resource is.
 *
 * @param owner whose tagging it is
 */
export function targetOf(resource: TerraformResource, owner: object): TaggingTarget {
  const own = selfTagging(resource);
  if (own) {
    const { construct, content } = own;
    return {
      construct,
      title: content.title,
      tag: (rules) => ({ reports: content.tag(owner, (json) => tagDashboard(json, rules)), unreadable: [] }),
    };
  }
  return resource.terraformResourceType === 'datadog_dashboard_json'
    ? jsonDashboardTarget(resource as JsonDashboard)
    : typedDashboardTarget(resource as TypedDashboard);
}

/** What holds the widgets of a resource: it is another text or list where somebody has set them anew. */
export function heldBy(resource: TerraformResource): unknown {
  const { dashboardInput, widgetInput } = resource as Partial<JsonDashboard & TypedDashboard>;
  return dashboardInput ?? widgetInput;
}
