import { HclDashboard } from '../../hcl/dashboard';
import { definitionAt } from '../../datadog/tagging/findings/findings';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { leftAlone, WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { CommandSettings } from '../config/tagging';
import { titleOf } from '../files/dashboard';
import { jsonOfTerraform, TerraformFile } from '../files/terraform';
import { editedTerraform, WidgetChange } from '../files/terraform-edit';
import { excludesDashboard } from '../options';
import { TaggedFile } from './report';

/** A file of Terraform whose dashboards are tagged, with a result for each of them. */
export interface TaggedTerraform {
  /** The new content. Undefined if nothing has changed. */
  readonly content?: string;
  readonly dashboards: readonly TaggedFile[];
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
  const rulesOfJson = { ...rules, titleUntitled: false };
  const rulesOfBlocks = { ...rulesOfJson, blocks: true };
  const changes: WidgetChange[] = [];
  const dashboards = file.dashboards
    .filter(({ content }) => content.kind !== 'file')
    .map((dashboard) => tagOne(dashboard));
  return { dashboards, ...(changes.length > 0 && { content: editedTerraform(file, changes) }) };

  function tagOne(dashboard: HclDashboard): TaggedFile {
    const { address, content, problems } = dashboard;
    const left = content.kind === 'unknown' ? [content.problem] : problems;
    const notes = left.map(({ offset, text }) => {
      const { line, column } = file.placeOf(offset);
      return `${file.path}:${line}:${column}: ${address} is left: ${text}`;
    });
    const json = jsonOfTerraform(dashboard);
    const title = json && titleOf(json);
    const result = { address, title, widgets: [], excluded: false, changed: false, notes };
    if (!json) return result;
    if (excludesDashboard(settings, json)) return { ...result, excluded: true };
    const tagged = tagDashboard(json, content.kind === 'blocks' ? rulesOfBlocks : rulesOfJson);
    const widgets = tagged.widgets.map((report): WidgetReport => {
      const { path } = report;
      const problem = file.problemOf(dashboard, path);
      if (problem !== undefined) return leftAlone(report, problem);
      if (report.changed) {
        changes.push({ dashboard, path, definition: definitionAt(tagged.dashboard, definitionKeys(path)) });
      }
      return report;
    });
    return { ...result, widgets, changed: widgets.some(({ changed }) => changed) };
  }
}
