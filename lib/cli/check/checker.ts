import { labelsOfLink } from '../../datadog/labels/graph-labels';
import { findingsIn, GRAPH_RULES, RULES } from '../../datadog/tagging/findings/findings';
import { LABEL_TEXT } from '../../datadog/tagging/findings/label-text';
import { Level, RuleText } from '../../datadog/tagging/findings/rule';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/settings';
import { withoutPlaceholders } from '../../terraform/template';
import { Configuration, CONFIGURATION_FILE } from '../config/configuration';
import { RookoutLabel } from '../../rookout/label';
import { CommandSettings } from '../config/tagging';
import { titleOf } from '../files/dashboard';
import { FileError, withFile } from '../files/errors';
import { GivenInstances } from '../instances/read';
import { excludesDashboard, rulesOf } from '../options';
import { Terminal } from '../output/terminal';
import { Excuses } from './excuses';
import { fixFile } from './fix';
import { labelTextFindings } from './label-texts';
import { CheckResult, Finding, GraphFinding, Note } from './result';
import { DashboardSource } from '../sources/source';
import { sourcesIn } from '../sources/at-path';
import { dashboardOf } from '../sources/in-file';

/** The result of checking one dashboard. */
interface Checked {
  /** What tagging makes of each graph. */
  readonly widgets: readonly WidgetReport[];
  readonly findings: readonly GraphFinding[];
  readonly excused: number;
  readonly notes: readonly Note[];
  /** What is to be said once in a run, by label key. */
  readonly notesOnce: ReadonlyMap<string, Note>;
}

/** Checks the dashboards of paths, and collects the results. */
export class Checker {
  private readonly rules: TaggingRules;
  /** The rules for dashboards in Terraform's JSON, where `${…}` has been read. */
  private readonly rulesOfStack: TaggingRules;
  private readonly levels: ReadonlyMap<RuleText, Level>;
  private readonly excuses: Excuses;
  private dashboards = 0;
  private excused = 0;
  private readonly findings: Finding[] = [];
  private readonly fixed: Finding[] = [];
  private readonly notes: Note[] = [];
  private readonly notesOnce = new Map<string, Note>();
  private readonly failures: FileError[] = [];

  /**
   * @param fix whether to write what tagging fixes
   * @param instances what runs, if that is known
   */
  public constructor(
    private readonly settings: CommandSettings,
    configuration: Configuration,
    private readonly fix: boolean,
    private readonly terminal: Terminal,
    private readonly instances?: GivenInstances,
  ) {
    this.rules = rulesOf(settings);
    this.rulesOfStack = { ...this.rules, expressions: false };
    this.levels = levelsOf(configuration);
    this.excuses = new Excuses(configuration, terminal.cwd);
  }

  /** The label of the context link to Rookout. */
  public get linkLabel(): string {
    return this.rules.linkLabel;
  }

  public check(path: string): void {
    for (const source of sourcesIn(path, this.terminal)) {
      if (source.kind === 'failure') this.failures.push(source.error);
      else if (source.kind === 'passed over') this.notes.push(source);
      else if (!excludesDashboard(this.settings, source.dashboard)) this.checkDashboard(source);
    }
  }

  /** Checks what runs, if that is known. */
  public checkInstances(): void {
    const { instances = [], notes = [] } = this.instances ?? {};
    for (const note of notes) this.notes.push(note);
    const level = this.levels.get(LABEL_TEXT);
    for (const finding of level === undefined ? [] : labelTextFindings(instances, level)) {
      if (this.excuses.excuse(finding)) this.excused++;
      else this.findings.push(finding);
    }
  }

  public result(): CheckResult {
    const { dashboards, findings, fixed, excused, notes, failures, fix, excuses } = this;
    return {
      dashboards,
      findings,
      ...(fix ? { fixed } : {}),
      excused,
      notes: [...notes, ...this.notesOnce.values(), ...excuses.unused(this.instances !== undefined)],
      failures,
    };
  }

  private checkDashboard(source: DashboardSource): void {
    try {
      withFile(source.path, () => {
        const checked = this.checked(source);
        this.dashboards++;
        this.add(this.fix ? this.afterFix(source, checked) : checked);
      });
    } catch (error) {
      this.failures.push(error as FileError);
    }
  }

  /**
   * The names of the instances that a link of a dashboard may open. Undefined if it is not known what runs, or which
   * labels the link has.
   */
  public opens(source: DashboardSource, address: string): readonly string[] | undefined {
    const labels = this.instances && labelsOfLink(address, this.rulesFor(source));
    return labels && this.instances!.running.selectedBy(labels);
  }

  private rulesFor({ resource }: DashboardSource): TaggingRules {
    return resource === undefined ? this.rules : this.rulesOfStack;
  }

  /** What there is to say of one dashboard, without counting it. */
  public checked(source: DashboardSource): Checked {
    const { path, resource } = source;
    const rules = this.rulesFor(source);
    const checked = GRAPH_RULES.filter((rule) => this.levels.has(rule));
    const result = findingsIn(source.dashboard, rules, checked, this.instances?.running);
    const { widgets, findings, unchecked, unknownKeys } = result;
    const all = findings.map(({ rule, widget, message, fix }): GraphFinding => ({
      rule,
      level: this.levels.get(rule)!,
      path,
      ...source.placeOf([...definitionKeys(widget.path), 'title']),
      dashboard: titleOf(source.dashboard),
      resource,
      widget: widget.path,
      title: withoutPlaceholders(widget.before),
      message,
      fix,
    }));
    const left = all.filter((finding) => !this.excuses.excuse(finding));
    const note = (widget: WidgetReport, text: string): Note => ({
      path,
      message: `${resource === undefined ? '' : `${resource}: `}${widget.path} ${text}`,
    });
    const notes = unchecked.map(({ widget, reason }) => note(widget, `is not checked: ${reason}`));
    const notesOnce = new Map<string, Note>();
    for (const { widget, label } of unknownKeys) {
      if (!notesOnce.has(label.key)) notesOnce.set(label.key, note(widget, aboutKey(label)));
    }
    return { widgets, findings: left, excused: all.length - left.length, notes, notesOnce };
  }

  private add({ findings, excused, notes, notesOnce }: Checked): void {
    for (const [key, note] of notesOnce) if (!this.notesOnce.has(key)) this.notesOnce.set(key, note);
    for (const finding of findings) this.findings.push(finding);
    for (const note of notes) this.notes.push(note);
    this.excused += excused;
  }

  /** The findings that are left after a dashboard is fixed. All of them if it can't be fixed. */
  private afterFix({ path, file, resource }: DashboardSource, checked: Checked): Checked {
    const fixable = checked.findings.filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0) return checked;
    if (file === undefined) {
      const message = `${resource} is not fixed, since CDKTF writes it again. Add RookoutTagging to the app that makes it`;
      return { ...checked, notes: [...checked.notes, { path, message }] };
    }
    try {
      const after = withFile(path, () => this.checked(dashboardOf(fixFile(file, fixable, this.terminal))));
      this.fixed.push(...fixable);
      return after;
    } catch (error) {
      this.failures.push(error as FileError);
      return checked;
    }
  }
}

function aboutKey(label: RookoutLabel): string {
  return (
    `has "[${withoutPlaceholders(String(label))}]" in its title, which is no label filter: "${label.key}" is no label key. ` +
    `If instances have such a label, name its Datadog tag: --datadog-tag ${label.key}=TAG, or datadogTags in ${CONFIGURATION_FILE}`
  );
}

/** The rules that are not off, each with its level. */
function levelsOf({ rules }: Configuration): ReadonlyMap<RuleText, Level> {
  const levels = new Map<RuleText, Level>();
  for (const rule of RULES) {
    const level = rules[rule.id] ?? rule.level;
    if (level !== 'off') levels.set(rule, level);
  }
  return levels;
}
