import { AnnotationMetadataEntryType, Annotations, IAspect, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { within } from './within';

/** Which widgets are tagged, and by what. */
export interface RookoutTaggingProps {
  /**
   * The label keys that make filters, in the order in which they stand in a title.
   * @default - k8s_deployment, k8s_statefulset, k8s_daemonset, service, function_name, k8s_namespace, env
   */
  readonly labelKeys?: string[];
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones; a key without one is its own tag.
   * @default - from the context `rookout`, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The kinds of widgets that are tagged, by Datadog's `type`: also `query_value`, `toplist`, `heatmap`,
   * `query_table`, ….
   * @default - timeseries
   */
  readonly widgetTypes?: string[];
  /**
   * Titles of widgets that are left alone; `*` stands for any text, and case does not matter.
   * @default - none
   */
  readonly excludeTitles?: string[];
  /**
   * Dashboards that are left alone, by title or by path of the construct; `*` stands for any text, and case does
   * not matter.
   * @default - none
   */
  readonly excludeDashboards?: string[];
  /**
   * Whether the summary of a dashboard tells what became of each widget.
   * @default false
   */
  readonly reportWidgets?: boolean;
}

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
    if (!isDashboard(node)) return;
    const { summaryOf, taggingRulesAt, targetOf } = engine();
    const target = targetOf(node, this);
    const { construct } = target;
    if (this.excludes(construct, target.title)) {
      this.report(construct, 'Rookout tagging: excluded');
      return;
    }
    const { reports, unreadable } = within(construct, () =>
      target.tag(taggingRulesAt(construct, this.props)),
    );
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
    const { matches } = engine();
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
function isDashboard(node: IConstruct): node is TerraformResource {
  return (
    TerraformResource.isTerraformResource(node) &&
    /^datadog_dashboard(_json)?$/.test(node.terraformResourceType)
  );
}

/** Reading queries takes a parser: it is loaded only by those who tag. */
function engine(): typeof import('./tagging-engine') {
  return require('./tagging-engine');
}
