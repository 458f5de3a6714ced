import { LABEL_TEXT } from '../../datadog/tagging/findings/label-text';
import { Configuration } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { FileError, withFile } from '../files/errors';
import { GivenInstances } from '../instances/read';
import { excludesDashboard } from '../options';
import { Terminal } from '../output/terminal';
import { sourcesIn } from '../sources/at-path';
import { DashboardSource, PassedOver } from '../sources/source';
import { fixSource } from './fix';
import { Checked, Judge } from './judge';
import { labelTextFindings } from './label-texts';
import { CheckResult, Finding, Note } from './result';

/** Checks the dashboards of paths, and collects the results. */
export class Checker {
  private readonly judge: Judge;
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
    this.judge = new Judge(settings, configuration, terminal.cwd, instances);
  }

  public check(paths: Iterable<string>): void {
    for (const source of sourcesIn(paths, this.terminal)) {
      if (source.kind === 'failure') this.failures.push(source.error);
      else if (source.kind === 'passed over') this.passOver(source);
      else if (source.kind === 'dashboard' && !excludesDashboard(this.settings, source.dashboard))
        this.checkDashboard(source);
    }
  }

  /** Checks what runs, if that is known. */
  public checkInstances(): void {
    const { instances = [], notes = [] } = this.instances ?? {};
    for (const note of notes) this.notes.push(note);
    const level = this.judge.levels.get(LABEL_TEXT);
    for (const finding of level === undefined ? [] : labelTextFindings(instances, level)) {
      if (this.judge.excuses.excuse(finding)) this.excused++;
      else this.findings.push(finding);
    }
  }

  public result(): CheckResult {
    const { dashboards, findings, fixed, excused, notes, failures, fix, judge } = this;
    return {
      dashboards,
      findings,
      ...(fix ? { fixed } : {}),
      excused,
      notes: [...notes, ...this.notesOnce.values(), ...judge.excuses.unused(this.instances !== undefined)],
      failures,
    };
  }

  private passOver({ path, message, place, advice }: PassedOver): void {
    this.notes.push({ path, message, place });
    if (advice !== undefined) this.addOnce([[advice, { path, message: advice }]]);
  }

  private checkDashboard(source: DashboardSource): void {
    try {
      withFile(source.path, () => {
        const checked = this.judge.checked(source);
        this.dashboards++;
        this.add(this.fix ? this.afterFix(source, checked) : checked);
      });
    } catch (error) {
      this.failures.push(error as FileError);
    }
  }

  private add({ findings, excused, notes, notesOnce }: Checked): void {
    this.addOnce(notesOnce);
    // Without its fix, which would keep the dashboard.
    for (const { fix: _fix, ...finding } of findings) this.findings.push(finding);
    for (const note of notes) this.notes.push(note);
    this.excused += excused;
  }

  private addOnce(notes: Iterable<readonly [string, Note]>): void {
    for (const [key, note] of notes) if (!this.notesOnce.has(key)) this.notesOnce.set(key, note);
  }

  /** The findings that are left after a dashboard is fixed. All of them if it can't be fixed. */
  private afterFix(source: DashboardSource, checked: Checked): Checked {
    const { path, resource, notFixed } = source;
    const fixable = checked.findings.filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0) return checked;
    if (notFixed !== undefined) {
      const message = `${resource === undefined ? '' : `${resource} `}is not fixed, since ${notFixed}`;
      return { ...checked, notes: [...checked.notes, { path, message }] };
    }
    try {
      const after = withFile(path, () => this.judge.checked(fixSource(source, fixable, this.terminal)));
      this.fixed.push(...fixable);
      return after;
    } catch (error) {
      this.failures.push(error as FileError);
      return checked;
    }
  }
}
