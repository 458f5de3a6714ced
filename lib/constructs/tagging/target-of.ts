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
    return {
      construct: own.construct,
      title: own.title(),
      tag: (rules) => ({ reports: own.tag(owner, (json) => tagDashboard(json, rules)), unreadable: [] }),
    };
  }
  return resource.terraformResourceType === 'datadog_dashboard'
    ? typedDashboardTarget(resource as TypedDashboard)
    : jsonDashboardTarget(resource as JsonDashboard);
}
