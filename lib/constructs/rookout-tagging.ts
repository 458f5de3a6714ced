import { Annotations, IAspect, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { matches, WidgetReport } from '../datadog/tagging';
import { JsonDashboard, jsonDashboardTarget } from './json-dashboard';
import { RookoutTaggingProps, summaryOf, taggingRulesAt } from './tagging-rules';
import { TaggingTarget, taggingTargetOf } from './tagging-targets';
import { TypedDashboard, typedDashboardTarget } from './typed-dashboard';
import { within } from './within';

/**
 * Tags the graphs of every dashboard below, whoever made it: `Aspects.of(stack).add(new RookoutTagging())`.
 *
 * For each graph it finds the label filters in its queries and gives them to its title, and **Set metric points** to
 * its context menu. What can't be known for sure is left alone, and so is all that is neither title nor context
 * link; applied twice it changes nothing. Each dashboard gets an annotation that counts what became of its graphs.
 */
export class RookoutTagging implements IAspect {
  private readonly reported = new WeakSet<IConstruct>();

  /** @param props which widgets are tagged, and by what */
  public constructor(private readonly props: RookoutTaggingProps = {}) {}

  /**
   * Is called by CDKTF for every construct below.
   *
   * @param node the construct
   */
  public visit(node: IConstruct): void {
    const target = targetOf(node);
    if (!target) return;
    if (this.excludes(node, target.title)) {
      this.report(node, 'Rookout tagging: excluded');
      return;
    }
    const { reports, unreadable } = within(node, () => target.tag(this, taggingRulesAt(node, this.props)));
    if (unreadable.length === 0 || reports.length > 0) this.report(node, this.summary(reports));
    for (const path of unreadable) {
      Annotations.of(node).addWarning(
        `Rookout tagging: [${node.node.path}] ${path} is known to Terraform only, or is no JSON, and is left as it ` +
          'is. Write it with TerraformJson.encode, or tag its graphs with RookoutTimeseries.',
      );
    }
  }

  private summary(reports: readonly WidgetReport[]): string {
    return summaryOf(reports, this.props.reportWidgets ?? false);
  }

  private excludes(node: IConstruct, title: string | undefined): boolean {
    return (this.props.excludeDashboards ?? []).some(
      (pattern) => matches(node.node.path, pattern) || (title !== undefined && matches(title, pattern)),
    );
  }

  private report(node: IConstruct, summary: string): void {
    if (!this.reported.has(node)) Annotations.of(node).addInfo(summary);
    this.reported.add(node);
  }
}

/** Looks at the type of the resource and not at its class, so that no class is loaded for it. */
function targetOf(node: IConstruct): TaggingTarget | undefined {
  const own = taggingTargetOf(node);
  if (own || !TerraformResource.isTerraformResource(node)) return own;
  switch (node.terraformResourceType) {
    case 'datadog_dashboard_json':
      return jsonDashboardTarget(node as JsonDashboard);
    case 'datadog_dashboard':
      return typedDashboardTarget(node as TypedDashboard);
    default:
      return undefined;
  }
}
