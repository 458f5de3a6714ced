import { fixed } from '../../datadog/tagging/findings/fixed';
import { DashboardFile, readDashboardFile } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { writeFile } from '../files/write';
import { Terminal } from '../output/terminal';
import { GraphFinding } from './result';

/**
 * Writes a file in which tagging has fixed the findings, and nothing else has changed.
 *
 * @returns the file with its new content
 * @throws FileError if it can't be written; the file is then unchanged
 */
export function fixFile(
  file: DashboardFile,
  findings: readonly GraphFinding[],
  terminal: Terminal,
): DashboardFile {
  const { path, absolute } = file;
  checkRegular(path, absolute);
  writeFile({ path, absolute, content: editedFile(file, fixed(file.dashboard, findings)) });
  return readDashboardFile(path, terminal);
}
