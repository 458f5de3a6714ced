import { isDeepStrictEqual } from 'util';
import { edited, HclEdit } from '../../hcl/edit';
import { HclDashboard } from '../../hcl/dashboard';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { JsonObject } from '../../json/value';
import { CommandSettings } from '../config/tagging';
import { titleOf } from '../files/dashboard';
import { FileError } from '../files/errors';
import { jsonOfTerraform, TerraformFile, terraformIn } from '../files/terraform';
import { excludesDashboard } from '../options';
import { TaggedFile } from './report';

/** A file of Terraform whose dashboards are tagged, with a result for each of them. */
export interface TaggedTerraform {
  /** Undefined if nothing has changed. */
  readonly text?: string;
  readonly dashboards: readonly TaggedFile[];
}

/** A change of a widget. */
interface Change {
  readonly address: string;
  readonly path: string;
  readonly definition: unknown;
}

/**
 * Tags the dashboards of a file. All of its other bytes stay. A graph without a title keeps Datadog's.
 *
 * @throws FileError if the edited file would not be what is meant
 */
export function tagTerraform(
  file: TerraformFile,
  rules: TaggingRules,
  settings: CommandSettings,
): TaggedTerraform {
  const edits: HclEdit[] = [];
  const changes: Change[] = [];
  const dashboards = file.dashboards
    .filter(({ content }) => content.kind !== 'file')
    .map((dashboard) => tagOne(dashboard));
  if (edits.length === 0) return { dashboards };
  const text = edited(file.text, edits);
  check(file, text, changes);
  return { text, dashboards };

  function tagOne(dashboard: HclDashboard): TaggedFile {
    const { address, content, problems, sites } = dashboard;
    const named = (text: string, offset: number) => {
      const { line, column } = file.placeOf(offset);
      return `${file.path}:${line}:${column}: ${address} ${text}`;
    };
    const left = content.kind === 'unknown' ? [content.problem] : problems;
    const notes = left.map(({ offset, text }) => named(`is left: ${text}`, offset));
    const json = jsonOfTerraform(dashboard);
    const result = {
      address,
      title: json && titleOf(json),
      widgets: [],
      excluded: false,
      changed: false,
      notes,
    };
    if (!json) return result;
    if (excludesDashboard(settings, json)) return { ...result, excluded: true };
    const tagged = tagDashboard(json, { ...rules, titleUntitled: false });
    const widgets = tagged.widgets.map((report): WidgetReport => {
      const site = sites.get(report.path);
      const problem = site ? site.problem : { offset: dashboard.offset, text: 'its place is not known' };
      if (problem) return leftAlone(report, file, problem.offset, problem.text);
      if (!report.changed) return report;
      const keys = definitionKeys(report.path);
      const [before, after] = [json, tagged.dashboard].map((one) => valueAt(one, keys) as JsonObject);
      edits.push(...site!.edits(before, after));
      changes.push({ address, path: report.path, definition: after });
      return report;
    });
    return { ...result, widgets, changed: widgets.some(({ changed }) => changed) };
  }
}

/** What tagging would do to a widget that can't be read or changed for certain. */
function leftAlone(
  { path, type, before }: WidgetReport,
  file: TerraformFile,
  offset: number,
  text: string,
): WidgetReport {
  const { line, column } = file.placeOf(offset);
  const reason = `${text} (line ${line}, column ${column})`;
  return {
    path,
    type,
    outcome: 'not understood',
    before,
    after: before,
    reason,
    byLine: false,
    changed: false,
  };
}

function valueAt(value: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** Reads the edited file again: each changed widget must be what is meant, and all else what it was. */
function check(file: TerraformFile, text: string, changes: readonly Change[]): void {
  const { dashboards } = terraformIn(file.path, text);
  const isRight = file.dashboards.every((dashboard, index) => {
    const before = jsonOfTerraform(dashboard);
    const after = jsonOfTerraform(dashboards[index]);
    const meant = before && JSON.parse(JSON.stringify(before));
    for (const { address, path, definition } of changes) {
      if (address !== dashboard.address) continue;
      const keys = definitionKeys(path);
      const around = valueAt(meant, keys.slice(0, -1)) as Record<string | number, unknown>;
      around[keys.at(-1)!] = definition;
    }
    return isDeepStrictEqual(after, meant);
  });
  if (isRight && dashboards.length === file.dashboards.length) return;
  throw new FileError(
    file.path,
    'could not be edited without other changes. It is unchanged. Please report this',
  );
}
