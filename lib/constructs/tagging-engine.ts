import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { tagDashboard, TaggingRules, WidgetReport } from '../datadog/tagging';
import { JsonDashboard, jsonDashboardTarget } from './json-dashboard';
import { selfTagging } from './tagging-targets';
import { TypedDashboard, typedDashboardTarget } from './typed-dashboard';

export { matches } from '../datadog/tagging';
export { summaryOf, taggingRulesAt } from './tagging-rules';

/** A dashboard that can be tagged. */
export interface TaggingTarget {
  /** What to name in messages. */
  readonly construct: IConstruct;
  /** The dashboard's title, where it is known before Terraform runs. */
  readonly title?: string;
  tag(rules: TaggingRules): TaggingResult;
}

/** What became of the widgets, and the paths of what could not be read. */
export interface TaggingResult {
  readonly reports: readonly WidgetReport[];
  readonly unreadable: readonly string[];
}

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
