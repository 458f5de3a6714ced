import { Dirent, readdirSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { FileError } from '../files/errors';
import { holdsSources } from '../files/paths';
import { isTerraformFile, readTerraformFile } from '../files/terraform';
import { Terminal } from '../output/terminal';

/**
 * The files to tag: of a directory those of Terraform in it and in the directories in it, and after each of these the JSON files that its dashboards
 * name by `file("…")`.
 */
export function withFollowed(paths: readonly string[], terminal: Terminal): string[] {
  return paths
    .flatMap((path) => terraformIn(path, terminal))
    .flatMap((path) => (isTerraformFile(path) ? [path, ...jsonOf(path, terminal)] : [path]));
}

/** What is no directory, or has no files of Terraform, is left to the one who reads it, who says why. */
function terraformIn(path: string, { cwd }: Terminal): string[] {
  const files = terraformBelow(resolve(cwd, path)).sort();
  return files.length === 0 ? [path] : files.map((file) => join(path, file));
}

function terraformBelow(absolute: string): string[] {
  return entriesIn(absolute).flatMap((entry) => {
    if (!entry.isDirectory()) return isTerraformFile(entry.name) ? [entry.name] : [];
    if (!holdsSources(entry.name)) return [];
    return terraformBelow(join(absolute, entry.name)).map((file) => join(entry.name, file));
  });
}

function entriesIn(absolute: string): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true });
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
