import { LABEL_TEXT } from '../../datadog/tagging/findings/label-text';
import { Configuration } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { FileError, withFile } from '../files/errors';
import { FileToWrite } from '../files/write';
import { Writing } from '../files/writing';
import { GivenInstances } from '../instances/read';
import { excludesDashboard } from '../options';
import { Terminal } from '../output/terminal';
import { Steps } from '../steps';
import { sourcesIn } from '../sources/at-path';
import { DashboardSource } from '../sources/source';
import { fixedSource } from './fix';
import { Checked, Judge } from './judge';
import { labelTextFindings } from './label-texts';
import { CheckResult, Finding } from './result';
import { Tally } from './tally';

/** Checks the dashboards of paths, and collects the results. */
export class Checker {
  private readonly judge: Judge;
  private dashboards = 0;
  private readonly asRead = new Tally();
  private readonly asFixed = new Tally();
  private readonly fixed: Finding[] = [];
  private readonly failures: FileError[] = [];

  /** Why no file can be fixed, if that is so. */
  public notFixed: FileError | undefined;

  /** @param instances what runs, if that is known */
  public constructor(
    private readonly settings: CommandSettings,
    configuration: Configuration,
    private readonly terminal: Terminal,
    private readonly instances?: GivenInstances,
  ) {
    this.judge = new Judge(settings, configuration, terminal.cwd, instances);
  }

  /** @param writing what takes the files that tagging has fixed; undefined if none are to be fixed */
  public *check(paths: Iterable<string>, writing?: Writing): Steps<void> {
    for (const source of sourcesIn(paths, this.terminal)) {
      yield;
      if (source.kind === 'failure') this.failures.push(source.error);
      else if (source.kind === 'passed over') this.tallies.forEach((tally) => tally.passOver(source));
      else if (source.kind === 'dashboard' && !excludesDashboard(this.settings, source.dashboard))
        this.checkDashboard(source, writing);
    }
  }

  /** Checks what runs, if that is known. */
  public checkInstances(): void {
    const { instances = [], notes = [] } = this.instances ?? {};
    const level = this.judge.levels.get(LABEL_TEXT);
    const found = level === undefined ? [] : labelTextFindings(instances, level);
    for (const tally of this.tallies) notes.forEach((note) => tally.note(note));
    for (const finding of found) {
      const isExcused = this.judge.excuses.excuse(finding);
      for (const tally of this.tallies) {
        if (isExcused) tally.excused++;
        else tally.findings.push(finding);
      }
    }
  }

  /** The result without fixes. */
  public result(): CheckResult {
    return this.resultOf(this.asRead, this.failures);
  }

  /** The result after what was fixed is written, or could not be. */
  public resultOfFix(notFixed: FileError | undefined): CheckResult {
    return notFixed
      ? { ...this.resultOf(this.asRead, [...this.failures, notFixed]), fixed: [] }
      : { ...this.resultOf(this.asFixed, this.failures), fixed: this.fixed };
  }

  private resultOf({ findings, excused, notes }: Tally, failures: readonly FileError[]): CheckResult {
    const unused = this.judge.excuses.unused(this.instances !== undefined);
    return { dashboards: this.dashboards, findings, excused, notes: [...notes, ...unused], failures };
  }

  private get tallies(): readonly Tally[] {
    return [this.asRead, this.asFixed];
  }

  private checkDashboard(source: DashboardSource, writing: Writing | undefined): void {
    try {
      withFile(source.path, () => {
        const checked = this.judge.checked(source);
        this.dashboards++;
        this.asRead.add(checked);
        if (writing) this.asFixed.add(this.afterFix(source, checked, writing));
      });
    } catch (error) {
      this.failures.push(error as FileError);
    }
  }

  /** The findings that are left after a dashboard is fixed. All of them if it can't be fixed. */
  private afterFix(source: DashboardSource, checked: Checked, writing: Writing): Checked {
    const { path, resource, notFixed } = source;
    const fixable = checked.findings.filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0 || this.notFixed) return checked;
    if (notFixed !== undefined) {
      const message = `${resource === undefined ? '' : `${resource} `}is not fixed, since ${notFixed}`;
      return { ...checked, notes: [...checked.notes, { path, message }] };
    }
    try {
      return withFile(path, () => {
        const after = fixedSource(source, fixable);
        const left = this.judge.checked(after.source);
        this.write(after.file, writing);
        this.fixed.push(...fixable);
        return left;
      });
    } catch (error) {
      this.failures.push(error as FileError);
      return checked;
    }
  }

  private write(file: FileToWrite, writing: Writing): void {
    try {
      writing.add(file);
    } catch (error) {
      this.notFixed = error as FileError;
    }
  }
}
