import { isDeepStrictEqual } from 'util';
import { definitionAt } from '../../datadog/tagging/findings/findings';
import { fixed } from '../../datadog/tagging/findings/fixed';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { HclDashboard } from '../../hcl/dashboard';
import { edited } from '../../hcl/edit';
import { JsonObject } from '../../json/value';
import { FileError } from './errors';
import { markOf } from './read';
import { jsonOfTerraform, TerraformFile, terraformIn } from './terraform';

/** A widget that gets another title or other context links. */
export interface WidgetChange {
  /** One of the file. */
  readonly dashboard: HclDashboard;
  /** Where the widget is, such as `widgets[2].definition.widgets[0]`. */
  readonly path: string;
  readonly definition: JsonObject;
}

/**
 * The content of a file, edited so that these widgets have these definitions. The result is read again, to be sure that
 * it is right.
 *
 * @throws FileError if the result would be another
 */
export function editedTerraform(file: TerraformFile, changes: readonly WidgetChange[]): string {
  const jsons = new Map(file.dashboards.map((dashboard) => [dashboard, jsonOfTerraform(dashboard)]));
  const edits = changes.flatMap(({ dashboard, path, definition }) => {
    const before = definitionAt(jsons.get(dashboard)!, definitionKeys(path));
    return dashboard.sites.get(path)!.edits(before, definition);
  });
  const text = edited(file.text, edits);
  const { dashboards } = terraformIn(file.path, text);
  const changesOf = new Map(file.dashboards.map((dashboard) => [dashboard, [] as WidgetChange[]]));
  for (const change of changes) changesOf.get(change.dashboard)!.push(change);
  const isRight = file.dashboards.every((dashboard, index) => {
    const own = changesOf.get(dashboard)!;
    const json = jsons.get(dashboard);
    const meant =
      json &&
      fixed(
        json,
        own.map(({ path, definition }) => ({ widget: path, fix: definition })),
      );
    return isDeepStrictEqual(jsonOfTerraform(dashboards[index]), meant);
  });
  if (!isRight || dashboards.length !== file.dashboards.length) {
    throw new FileError(
      file.path,
      'could not be edited without other changes. It is unchanged. Please report this',
    );
  }
  return markOf(file) + text;
}
