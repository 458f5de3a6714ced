import { AnnotationMetadataEntryType, Annotations, App, Aspects, IAspect, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { matches } from '../datadog/tagging/matches';
import { summaryOf } from '../datadog/tagging/summary';
import { DASHBOARD_TYPES } from '../terraform/dashboard-types';
import { knownTexts } from '../terraform/known-list';
import { within } from './within';
import { RookoutTaggingProps } from './rookout-tagging-props';
import { checkSettings } from './check-settings';
import { TreeRules } from './tagging/tree-rules';
import { overridesOf } from './tagging/overrides';
import { TaggingTarget } from './tagging/target';
import { heldBy, targetOf } from './tagging/target-of';
import { readableText } from './tokens/readable-text';

/**
 * Tags the graphs of every dashboard below, also of those that are made without this library:
 * `Aspects.of(stack).add(new RookoutTagging())`.
 *
 * It reads the label filters from the queries of each graph. It adds them to the title, and adds the context
 * link **Set metric points**. If the instances are not certain, the graph stays as it is. Nothing but title
 * and context link changes. A second run changes nothing. Each dashboard gets an annotation that counts the
 * results.
 *
 * Widgets that another Aspect sets later are tagged too, when CDKTF validates the app. If the app skips
 * validation and there are such Aspects, a warning says so. A warning names what can't be tagged: what only
 * Terraform knows, such as `dynamic` blocks, and overrides of what a graph shows.
 */
export class RookoutTagging implements IAspect {
  private readonly rules: TreeRules;
  private readonly roots = new WeakSet<IConstruct>();
  /** What each dashboard held after it was tagged. */
  private readonly tagged = new WeakMap<IConstruct, unknown>();
  private readonly reported = new WeakSet<IConstruct>();
  private readonly warned = new WeakMap<IConstruct, Set<string>>();
  private excluded: readonly string[] | undefined;

  /** @param props the settings of tagging */
  public constructor(private readonly props: RookoutTaggingProps = {}) {
    checkSettings('props', props);
    this.rules = new TreeRules(props);
  }

  /**
   * CDKTF calls this for every construct in the scope of the Aspect.
   *
   * @param node the construct
   */
  public visit(node: IConstruct): void {
    if (!this.roots.has(node) && Aspects.of(node).all.includes(this)) {
      this.roots.add(node);
      node.node.addValidation({ validate: () => this.visitAgain(node) });
      if (isLeftAlone(this, node)) this.warn(node, VALIDATION_SKIPPED);
    }
    if (isDashboardResource(node)) this.tag(node);
  }

  /**
   * Tags again when CDKTF validates, after all Aspects have run: a later Aspect may have added dashboards or
   * changed widgets.
   */
  private visitAgain(node: IConstruct): string[] {
    if (isDashboardResource(node)) this.tagAgain(node);
    for (const child of node.node.children) this.visitAgain(child);
    return [];
  }

  private tagAgain(resource: TerraformResource): void {
    const isSame = this.tagged.has(resource) && this.tagged.get(resource) === heldBy(resource);
    if (isSame && overridesOf(resource).problems.length === 0) return;
    if (!isSame) this.reported.delete(resource);
    this.tag(resource);
  }

  private tag(resource: TerraformResource): void {
    const target = targetOf(resource, this);
    const { construct } = target;
    if (this.excludes(construct, target.title)) this.report(resource, construct, 'Rookout tagging: excluded');
    else this.tagTarget(resource, target);
    this.tagged.set(resource, heldBy(resource));
  }

  private tagTarget(resource: TerraformResource, { construct, ...target }: TaggingTarget): void {
    const overrides = overridesOf(resource);
    const { reports, unreadable } = within(construct, () => target.tag(this.rules.at(construct), overrides));
    const isUnread = unreadable.length > 0 || overrides.covers('widget') || overrides.covers('dashboard');
    if (!isUnread || reports.length > 0) {
      const summary = summaryOf(reports, this.props.reportWidgets ?? false);
      this.report(resource, construct, readableText(construct, summary));
    }
    for (const path of unreadable) this.warn(construct, unreadableProblem(path));
    for (const problem of overrides.problems) this.warn(construct, problem);
  }

  private excludes(construct: IConstruct, title: string | undefined): boolean {
    this.excluded ??= within(construct, () => knownTexts('excludeDashboards', this.props.excludeDashboards));
    return this.excluded.some(
      (pattern) => matches(construct.node.path, pattern) || (title !== undefined && matches(title, pattern)),
    );
  }

  /** Like `Annotations.addInfo`, but without a stack trace, which would only show calls of CDKTF. */
  private report(resource: IConstruct, construct: IConstruct, summary: string): void {
    if (!this.reported.has(resource)) construct.node.addMetadata(AnnotationMetadataEntryType.INFO, summary);
    this.reported.add(resource);
  }

  private warn(construct: IConstruct, problem: string): void {
    const problems = this.warned.get(construct) ?? new Set();
    this.warned.set(construct, problems);
    if (problems.has(problem)) return;
    problems.add(problem);
    Annotations.of(construct).addWarning(`Rookout tagging: [${construct.node.path}] ${problem}`);
  }
}

/** A block can't be JSON text, so the advice for a typed dashboard is another one. */
function unreadableProblem(path: string): string {
  return path === 'dashboard'
    ? `${path} is known only to Terraform, or is not JSON, so it stays as it is. Write it with TerraformJson.encode, or ` +
        'tag its graphs with RookoutTimeseries.'
    : `${path} is known only to Terraform, so it stays as it is. Write the blocks in a loop of your own language, over ` +
        'values that are known now, or make a RookoutDashboard and add the graphs to it with addTimeseries.';
}

const VALIDATION_SKIPPED =
  'The app skips validation, so widgets that another Aspect sets later are not tagged. Leave skipValidation out, or add ' +
  'RookoutTagging last.';

/** Whether Aspects that come later may change what this one has visited, and no validation comes after them. */
function isLeftAlone(aspect: IAspect, { node }: IConstruct): boolean {
  if ((node.root as Partial<App>).skipValidation !== true) return false;
  return node.findAll().some((construct) => {
    const { all } = Aspects.of(construct);
    return all.length > all.indexOf(aspect) + 1;
  });
}

/** Checks the type of the resource, not its class, so that no class has to be loaded. */
function isDashboardResource(node: IConstruct): node is TerraformResource {
  return TerraformResource.isTerraformResource(node) && DASHBOARD_TYPES.has(node.terraformResourceType);
}
