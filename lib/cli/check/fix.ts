import { fixed } from '../../datadog/tagging/findings/fixed';
import { DashboardFile, dashboardFileOf } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { textFile } from '../files/read';
import { terraformIn } from '../files/terraform';
import { editedTerraform } from '../files/terraform-edit';
import { FileToWrite } from '../files/write';
import { dashboardOf } from '../sources/in-file';
import { hclSource } from '../sources/in-terraform';
import { DashboardSource, HclPlace } from '../sources/source';
import { GraphFinding } from './result';

/** A dashboard in which tagging has fixed findings, and the file that has it then. */
export interface Fixed {
  readonly source: DashboardSource;
  readonly file: FileToWrite;
}

/**
 * Fixes the findings of a dashboard by tagging, and changes nothing else. Nothing is written yet.
 *
 * @throws FileError if there can be no such file
 */
export function fixedSource({ hcl, file }: DashboardSource, findings: readonly GraphFinding[]): Fixed {
  return hcl ? fixedHcl(hcl, findings) : fixedJson(file!, findings);
}

function fixedJson(file: DashboardFile, findings: readonly GraphFinding[]): Fixed {
  const { path, absolute } = file;
  checkRegular(path, absolute);
  const content = editedFile(file, fixed(file.dashboard, findings));
  const source = dashboardOf(dashboardFileOf(textFile(path, absolute, content)));
  return { source, file: { path, absolute, content } };
}

function fixedHcl(place: HclPlace, findings: readonly GraphFinding[]): Fixed {
  const { file, index } = place;
  const { path, absolute } = file;
  const dashboard = file.dashboards[index];
  const changes = new Map(
    findings.map(({ widget, fix }) => [widget, { dashboard, path: widget, definition: fix! }]),
  );
  checkRegular(path, absolute);
  const content = editedTerraform(file, [...changes.values()]);
  const text = textFile(path, absolute, content);
  const next = { ...text, ...terraformIn(path, text.text) };
  place.replaced(next);
  return { source: hclSource({ ...place, file: next }), file: { path, absolute, content } };
}
