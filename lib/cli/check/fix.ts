import { fixed } from '../../datadog/tagging/findings/fixed';
import { DashboardFile, readDashboardFile } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { writeFile } from '../files/write';
import { Terminal } from '../output/terminal';
import { Finding } from './result';

/**
 * Writes a file with what tagging mends of the findings, and nothing else.
 *
 * @returns the file as it is then
 * @throws FileError where it can't be written; it is as it was then
 */
export function fixFile(
  file: DashboardFile,
  findings: readonly Finding[],
  terminal: Terminal,
): DashboardFile {
  const { path, absolute } = file;
  checkRegular(path, absolute);
  writeFile({ path, absolute, content: editedFile(file, fixed(file.dashboard, findings)) });
  return readDashboardFile(path, terminal);
}
