import { readdirSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { FileError } from '../files/errors';
import { isTerraformFile, readTerraformFile } from '../files/terraform';
import { Terminal } from '../output/terminal';

/**
 * The files to tag: of a directory those of Terraform in it, and after each of these the JSON files that its dashboards
 * name by `file("…")`.
 */
export function withFollowed(paths: readonly string[], terminal: Terminal): string[] {
  return paths
    .flatMap((path) => terraformIn(path, terminal))
    .flatMap((path) => (isTerraformFile(path) ? [path, ...jsonOf(path, terminal)] : [path]));
}

/** What is no directory, or has no files of Terraform, is left to the one who reads it, who says why. */
function terraformIn(path: string, { cwd }: Terminal): string[] {
  const names = namesIn(resolve(cwd, path)).filter(isTerraformFile).sort();
  return names.length === 0 ? [path] : names.map((name) => join(path, name));
}

function namesIn(absolute: string): string[] {
  try {
    return readdirSync(absolute);
  } catch {
    return [];
  }
}

/** What can't be read tells why when it is tagged. */
function jsonOf(path: string, terminal: Terminal): string[] {
  try {
    return readTerraformFile(path, terminal).dashboards.flatMap(({ content }) =>
      content.kind === 'file' ? [join(dirname(path), content.path)] : [],
    );
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
