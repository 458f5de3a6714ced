import { relative, resolve, sep } from 'path';
import { matches } from '../../datadog/tagging/matches';
import { RULES } from '../../datadog/tagging/findings/findings';
import { Configuration } from '../config/configuration';
import { Excuse } from '../config/excuse';
import { Finding, Note } from './result';

/** The excuses of a configuration, and which of them have been used. */
export class Excuses {
  private readonly used = new Set<Excuse>();
  /** The excuses for one title, by the title. */
  private readonly byTitle = new Map<string, Excuse[]>();
  private readonly others: Excuse[] = [];

  /** @param cwd the directory that the paths of findings are relative to */
  public constructor(
    private readonly configuration: Configuration,
    private readonly cwd: string,
  ) {
    for (const excuse of configuration.excuses) {
      const { title } = excuse;
      const same = title === undefined || title.includes('*') ? this.others : this.ofTitle(title);
      same.push(excuse);
    }
  }

  private ofTitle(title: string): Excuse[] {
    const key = title.toLowerCase();
    const known = this.byTitle.get(key);
    if (known) return known;
    const excuses: Excuse[] = [];
    this.byTitle.set(key, excuses);
    return excuses;
  }

  /** Whether a finding is excused. */
  public excuse(finding: Finding): boolean {
    if (this.configuration.excuses.length === 0) return false;
    const file = relative(this.configuration.directory, resolve(this.cwd, finding.path)).split(sep).join('/');
    const ofTitle = this.byTitle.get((finding.title ?? '').toLowerCase()) ?? [];
    const excuses = [...ofTitle, ...this.others].filter((excuse) => isOf(finding, file, excuse));
    for (const excuse of excuses) this.used.add(excuse);
    return excuses.length > 0;
  }

  /**
   * A note of each excuse that has not been used.
   *
   * @param withInstances whether the rules that need to know what runs were checked
   */
  public unused(withInstances: boolean): Note[] {
    const { excuses, path } = this.configuration;
    return excuses
      .filter((excuse) => !this.used.has(excuse) && (withInstances || !needsInstances(excuse)))
      .map(({ name, place }) => ({
        path,
        place,
        message: `${name} excuses no finding of this check. If it is not needed any more, remove it`,
      }));
  }
}

function needsInstances({ rule }: Excuse): boolean {
  return RULES.some(({ id, needsInstances: needs }) => id === rule && needs === true);
}

function isOf(finding: Finding, path: string, { rule, file, dashboard, widget, title }: Excuse): boolean {
  const isOfGraph = dashboard !== undefined || widget !== undefined || title !== undefined;
  return (
    (!isOfGraph || finding.widget !== undefined) &&
    (rule === undefined || rule === finding.rule.id) &&
    (file === undefined || matches(path, file)) &&
    (dashboard === undefined || matches(finding.dashboard ?? '', dashboard)) &&
    (widget === undefined || matches(finding.widget ?? '', widget)) &&
    (title === undefined || matches(finding.title ?? '', title))
  );
}
