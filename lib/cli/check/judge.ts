import { labelsOfLink } from '../../datadog/labels/graph-labels';
import { findingsIn, GRAPH_RULES, RULES } from '../../datadog/tagging/findings/findings';
import { Level, RuleText } from '../../datadog/tagging/findings/rule';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { leftAlone, WidgetReport } from '../../datadog/tagging/report';
import { RookoutLabel } from '../../rookout/label';
import { withoutPlaceholders } from '../../terraform/template';
import { Configuration, CONFIGURATION_FILE } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { titleOf } from '../files/dashboard';
import { GivenInstances } from '../instances/read';
import { rulesOf } from '../options';
import { READ_PLAN } from '../sources/in-terraform';
import { RulesOfSources } from '../sources/rules';
import { DashboardSource } from '../sources/source';
import { Excuses } from './excuses';
import { GraphFinding, Note } from './result';

/** The result of checking one dashboard. */
export interface Checked {
  /** What tagging makes of each graph. */
  readonly widgets: readonly WidgetReport[];
  readonly findings: readonly GraphFinding[];
  readonly excused: number;
  readonly notes: readonly Note[];
  /** What is to be said once in a run, by label key. */
  readonly notesOnce: ReadonlyMap<string, Note>;
}

/** A context link of a graph. */
export interface NamedLink {
  readonly label: string;
  readonly address: string;
}

/** Says what there is to say of a dashboard. */
export class Judge {
  /** The rules that are not off, each with its level. */
  public readonly levels: ReadonlyMap<RuleText, Level>;
  public readonly excuses: Excuses;
  private readonly rules: RulesOfSources;

  /**
   * @param cwd the directory that the paths of findings are relative to
   * @param instances what runs, if that is known
   */
  public constructor(
    settings: CommandSettings,
    configuration: Configuration,
    cwd: string,
    private readonly instances?: GivenInstances,
  ) {
    this.levels = levelsOf(configuration);
    this.excuses = new Excuses(configuration, cwd);
    this.rules = new RulesOfSources(rulesOf(settings));
  }

  /** The label of the context link to Rookout. */
  public get linkLabel(): string {
    return this.rules.all.linkLabel;
  }

  /**
   * The names of the instances that a link of a dashboard may open. Undefined if it is not known what runs, or which
   * labels the link has.
   */
  public opens(source: DashboardSource, { label, address }: NamedLink): readonly string[] | undefined {
    if (!this.instances) return undefined;
    const rules = this.rules.of(source);
    const further = rules.otherLinks.find((link) => link.label === label);
    const labels = labelsOfLink(address, rules, [], further?.template);
    // A further link may be the same for all graphs. It then opens no instances, but for example a page of documentation.
    if (!labels || (further && labels.length === 0)) return undefined;
    return this.instances.running.selectedBy(labels);
  }

  public checked(source: DashboardSource): Checked {
    const { path, resource, construct } = source;
    const rules = this.rules.of(source);
    const checked = GRAPH_RULES.filter((rule) => this.levels.has(rule));
    const result = findingsIn(source.dashboard, rules, checked, this.instances?.running);
    const unread = unreadIn(source, result.widgets);
    const isRead = ({ widget }: { readonly widget: WidgetReport }) => !unread.has(widget.path);
    const widgets = result.widgets.map((widget) => unread.get(widget.path) ?? widget);
    const unchecked = [
      ...result.unchecked.filter(isRead),
      ...Array.from(unread.values(), (widget) => ({ widget, reason: widget.reason! })),
    ];
    const { unknownKeys } = result;
    const all = result.findings.filter(isRead).map(({ rule, widget, message, fix }): GraphFinding => ({
      rule,
      level: this.levels.get(rule)!,
      path,
      ...source.placeOf([...definitionKeys(widget.path), 'title']),
      dashboard: titleOf(source.dashboard),
      resource,
      construct,
      widget: widget.path,
      title: withoutPlaceholders(widget.before),
      message,
      fix,
    }));
    const left = all.filter((finding) => !this.excuses.excuse(finding));
    const note = (widget: WidgetReport, text: string): Note => ({
      path,
      ...(source.hcl && { place: source.placeOf(definitionKeys(widget.path)).start }),
      message: `${resource === undefined ? '' : `${resource}: `}${widget.path} ${text}`,
    });
    const notes = unchecked.map(({ widget, reason }) => note(widget, `is not checked: ${reason}`));
    const notesOnce = new Map<string, Note>();
    for (const { widget, label } of unknownKeys) {
      if (!notesOnce.has(label.key)) notesOnce.set(label.key, note(widget, aboutKey(label)));
    }
    if (unread.size > 0) notesOnce.set(READ_PLAN, { path, message: READ_PLAN });
    return { widgets, findings: left, excused: all.length - left.length, notes, notesOnce };
  }
}

/** The widgets that can't be read for certain where they are written, by their paths. */
function unreadIn({ hcl }: DashboardSource, widgets: readonly WidgetReport[]): Map<string, WidgetReport> {
  const unread = new Map<string, WidgetReport>();
  for (const widget of hcl ? widgets : []) {
    const problem = hcl!.file.problemOf(hcl!.file.dashboards[hcl!.index], widget.path);
    if (problem !== undefined && widget.outcome !== 'excluded') {
      unread.set(widget.path, leftAlone(widget, problem));
    }
  }
  return unread;
}

function aboutKey(label: RookoutLabel): string {
  return (
    `has "[${withoutPlaceholders(String(label))}]" in its title, which is no label filter: "${label.key}" is no label key. ` +
    `If instances have such a label, name its Datadog tag: --datadog-tag ${label.key}=TAG, or datadogTags in ${CONFIGURATION_FILE}`
  );
}

function levelsOf({ rules }: Configuration): ReadonlyMap<RuleText, Level> {
  const levels = new Map<RuleText, Level>();
  for (const rule of RULES) {
    const level = rules[rule.id] ?? rule.level;
    if (level !== 'off') levels.set(rule, level);
  }
  return levels;
}
