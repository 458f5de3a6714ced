import { dirname, join } from 'path';
import { HclDashboard } from '../../hcl/dashboard';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';
import { jsonOfTerraform, readTerraformFile, TerraformFile } from '../files/terraform';
import { Terminal } from '../output/terminal';
import { sourcesInFile } from './in-file';
import { DashboardSource, HclPlace, PassedOver, partPassedOver, passedOver, Source } from './source';

/** Where everything is that only Terraform knows. */
export const READ_PLAN =
  'What only Terraform knows is in a plan. Name one instead: terraform show -json tfplan > plan.json';

/**
 * The dashboards of a file of Terraform, and those of the JSON files that it names by `file("…")`.
 *
 * @throws FileError if it can't be read, or is not HCL
 */
export function* sourcesInTerraform(path: string, terminal: Terminal): Generator<Source> {
  let file = readTerraformFile(path, terminal);
  for (let index = 0; index < file.dashboards.length; index++) {
    const { address, content, problems } = file.dashboards[index];
    if (content.kind === 'file') {
      yield* sourcesInFile(join(dirname(path), content.path), terminal, true);
    } else if (content.kind === 'unknown') {
      const { offset, text } = content.problem;
      yield passed(file, offset, passedOver(file.path, `${address} is not checked: ${text}`, true));
    } else {
      yield hclSource({ file, index, replaced: (next) => (file = next) });
      for (const { offset, text } of problems)
        yield passed(file, offset, partPassedOver(file.path, `${address} ${text}`));
    }
  }
}

function passed(file: TerraformFile, offset: number, what: PassedOver): PassedOver {
  return { ...what, place: file.placeOf(offset), advice: READ_PLAN };
}

/** One of a file's dashboards that is written there, as blocks or as JSON. */
export function hclSource(hcl: HclPlace): DashboardSource {
  const { file, index } = hcl;
  const board = file.dashboards[index];
  const dashboard = jsonOfTerraform(board);
  if (!dashboard) throw new FileError(file.path, `${board.address} is not written there`);
  return {
    kind: 'dashboard',
    path: file.path,
    resource: board.address,
    dashboard,
    blocks: board.content.kind === 'blocks',
    hcl,
    placeOf: (keys) => ({ start: placeIn(file, board, keys) }),
  };
}

/** Where the widget is that has these keys in Datadog's JSON; without one, where the resource begins. */
function placeIn(file: TerraformFile, board: HclDashboard, keys: readonly (string | number)[]): Place {
  const paths = keys.map((_, end) => pathOf(keys.slice(0, end + 1))).reverse();
  const widget = paths.find((path) => board.sites.has(path));
  return file.placeOf(widget === undefined ? board.offset : board.sites.get(widget)!.offset);
}

function pathOf(keys: readonly (string | number)[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}
