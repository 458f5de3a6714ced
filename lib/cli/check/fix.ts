import { fixed } from '../../datadog/tagging/findings/fixed';
import { DashboardFile, readDashboardFile } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { readTerraformFile } from '../files/terraform';
import { editedTerraform } from '../files/terraform-edit';
import { writeFile } from '../files/write';
import { Terminal } from '../output/terminal';
import { dashboardOf } from '../sources/in-file';
import { hclSource } from '../sources/in-terraform';
import { DashboardSource, HclPlace } from '../sources/source';
import { GraphFinding } from './result';

/**
 * Writes the file of a dashboard, in which tagging has fixed the findings, and nothing else has changed.
 *
 * @returns the dashboard with its new content
 * @throws FileError if it can't be written; the file is then unchanged
 */
export function fixSource(
  { hcl, file }: DashboardSource,
  findings: readonly GraphFinding[],
  terminal: Terminal,
): DashboardSource {
  return hcl ? hclSource(fixHcl(hcl, findings, terminal)) : dashboardOf(fixFile(file!, findings, terminal));
}

function fixFile(file: DashboardFile, findings: readonly GraphFinding[], terminal: Terminal): DashboardFile {
  const { path, absolute } = file;
  checkRegular(path, absolute);
  writeFile({ path, absolute, content: editedFile(file, fixed(file.dashboard, findings)) });
  return readDashboardFile(path, terminal);
}

function fixHcl(place: HclPlace, findings: readonly GraphFinding[], terminal: Terminal): HclPlace {
  const { file, index } = place;
  const { path, absolute } = file;
  const dashboard = file.dashboards[index];
  const changes = new Map(
    findings.map(({ widget, fix }) => [widget, { dashboard, path: widget, definition: fix! }]),
  );
  checkRegular(path, absolute);
  writeFile({ path, absolute, content: editedTerraform(file, [...changes.values()]) });
  const next = readTerraformFile(path, terminal);
  place.replaced(next);
  return { ...place, file: next };
}
