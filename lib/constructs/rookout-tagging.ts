import { AnnotationMetadataEntryType, Annotations, IAspect, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { matches } from '../datadog/tagging/matches';
import { summaryOf } from '../datadog/tagging/summary';
import { within } from './construct-error';
import { RookoutTaggingProps } from './rookout-tagging-props';
import { TreeRules } from './tagging/rules';
import { targetOf } from './tagging/target-of';

/**
 * Tags the graphs of every dashboard below, whoever made it: `Aspects.of(stack).add(new RookoutTagging())`.
 *
 * For each graph it finds the label filters in its queries and gives them to its title, and **Set metric points** to
 * its context menu. What can't be known for sure is left alone, and so is all that is neither title nor context
 * link; applied twice it changes nothing. Each dashboard gets an annotation that counts what became of its graphs.
 */
export class RookoutTagging implements IAspect {
  private readonly reported = new WeakSet<IConstruct>();
  private readonly rules: TreeRules;

  /** @param props which widgets are tagged, and by what */
  public constructor(private readonly props: RookoutTaggingProps = {}) {
    this.rules = new TreeRules(props);
  }

  /**
   * Is called by CDKTF for every construct below.
   *
   * @param node the construct
   */
  public visit(node: IConstruct): void {
    if (!isDashboardResource(node)) return;
    const target = targetOf(node, this);
    const { construct } = target;
    if (this.excludes(construct, target.title)) {
      this.report(construct, 'Rookout tagging: excluded');
      return;
    }
    const { reports, unreadable } = within(construct, () => target.tag(this.rules.at(construct)));
    if (unreadable.length === 0 || reports.length > 0) {
      this.report(construct, summaryOf(reports, this.props.reportWidgets ?? false));
    }
    for (const path of unreadable) {
      Annotations.of(construct).addWarning(
        `Rookout tagging: [${construct.node.path}] ${path} is known to Terraform only, or is no JSON, and is left as ` +
          'it is. Write it with TerraformJson.encode, or tag its graphs with RookoutTimeseries.',
      );
    }
  }

  private excludes(construct: IConstruct, title: string | undefined): boolean {
    return (this.props.excludeDashboards ?? []).some(
      (pattern) => matches(construct.node.path, pattern) || (title !== undefined && matches(title, pattern)),
    );
  }

  /** As `Annotations.addInfo` does, without a stack trace: CDKTF calls aspects, so it would tell nothing. */
  private report(construct: IConstruct, summary: string): void {
    if (!this.reported.has(construct)) construct.node.addMetadata(AnnotationMetadataEntryType.INFO, summary);
    this.reported.add(construct);
  }
}

/** Looks at the type of the resource and not at its class, so that no class is loaded for it. */
function isDashboardResource(node: IConstruct): node is TerraformResource {
  return (
    TerraformResource.isTerraformResource(node) &&
    /^datadog_dashboard(_json|_v2)?$/.test(node.terraformResourceType)
  );
}
