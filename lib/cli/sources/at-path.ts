import { Dirent, existsSync, readdirSync, statSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { isObject } from '../../json/value';
import { CONFIGURATION_FILE } from '../config/configuration';
import { readJson } from '../files/dashboard';
import { FileError, fileError } from '../files/errors';
import { holdsSources, realPath } from '../files/paths';
import { readTextFile, STANDARD_INPUT } from '../files/read';
import { isTerraformFile } from '../files/terraform';
import { Terminal } from '../output/terminal';
import { mayBeDashboard, sourcesInFile, sourcesInStandardInput } from './in-file';
import { sourcesInTerraform } from './in-terraform';
import { failure, passedOver, Source } from './source';

/**
 * The dashboards of exported files or those of Terraform, of directories of them, of what CDKTF has synthesized, or of plans
 * or states. A file of JSON that is named twice, also by a file of Terraform, is read once.
 */
export function* sourcesIn(paths: Iterable<string>, terminal: Terminal): Generator<Source> {
  const known = new Set<string>();
  for (const path of paths) {
    for (const source of sourcesOf(path, terminal)) {
      const name = nameOf(source);
      if (name === undefined || !known.has(name)) yield source;
      if (name !== undefined) known.add(name);
    }
  }
}

/** What tells a file of JSON, or what is wrong with it, from all others. */
function nameOf(source: Source): string | undefined {
  if (source.kind === 'failure') return source.error.message;
  return source.kind === 'dashboard'
    ? source.file && (source.file.real ?? realPath(source.file.absolute))
    : undefined;
}

function* sourcesOf(path: string, terminal: Terminal): Generator<Source> {
  let dashboards = 0;
  for (const source of sourcesAt(path, terminal)) {
    if (source.kind !== 'passed over' || source.isDashboard) dashboards++;
    yield source;
  }
  if (dashboards === 0) {
    yield failure(
      new FileError(
        path,
        'has no dashboard in it. Name exported dashboards, files of Terraform or a cdktf.out with dashboards, or a plan',
      ),
    );
  }
}

function* sourcesAt(path: string, terminal: Terminal): Generator<Source> {
  try {
    if (path === STANDARD_INPUT) yield* sourcesInStandardInput(terminal);
    else if (statSync(resolve(terminal.cwd, path)).isDirectory()) {
      yield* sourcesInDirectory(path, terminal);
    } else if (isTerraformFile(path)) yield* sourcesInHcl(path, terminal, true);
    else yield* sourcesInFile(path, terminal, true);
  } catch (error) {
    yield failure(fileError(path, 'can not be read', error));
  }
}

/**
 * The stacks of a synthesized app, else the files of JSON and of Terraform in a directory and the directories in it,
 * ordered by name.
 */
function* sourcesInDirectory(path: string, terminal: Terminal): Generator<Source> {
  const stacks = stacksIn(path, terminal);
  if (stacks) {
    for (const stack of stacks) {
      yield* isTerraformFile(stack)
        ? sourcesInHcl(stack, terminal, false)
        : sourcesInFile(stack, terminal, false);
    }
    return;
  }
  const real = realPath(resolve(terminal.cwd, path));
  for (const entry of entriesOf(path, terminal)) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) {
      if (holdsSources(entry.name)) yield* sourcesAt(inside, terminal);
    } else if (isTerraformFile(entry.name) || isJson(entry.name)) {
      yield* sourcesAtEntry(entry, inside, entry.isFile() ? join(real, entry.name) : undefined, terminal);
    }
  }
}

function* sourcesAtEntry(
  entry: Dirent,
  path: string,
  real: string | undefined,
  terminal: Terminal,
): Generator<Source> {
  const what = whatIs(entry, resolve(terminal.cwd, path));
  if (what === 'directory') return;
  if (what === 'stream') yield passedOver(path, 'passed over: it is no file, but a pipe or a device', false);
  else if (isTerraformFile(path)) yield* sourcesInHcl(path, terminal, false);
  else yield* sourcesInFile(path, terminal, false, real);
}

/** @param named whether the user has named the file, and not only a directory that it is in */
function* sourcesInHcl(path: string, terminal: Terminal, named: boolean): Generator<Source> {
  if (isSynthesized(path, terminal)) return yield failure(new FileError(path, SYNTHESIZED_HCL));
  try {
    yield* sourcesInTerraform(path, terminal);
  } catch (error) {
    const problem = fileError(path, 'can not be read', error);
    yield named || mayHaveDashboards(path, terminal)
      ? failure(problem)
      : passedOver(path, `passed over: ${problem.problem}`, false);
  }
}

const SYNTHESIZED_HCL = 'is HCL, and dashboards are read from JSON. Run "cdktf synth" without --hcl';

/** Whether it is a stack that CDKTF has synthesized with `--hcl`, which is a `cdk.tf` in a directory below the manifest. */
function isSynthesized(path: string, { cwd }: Terminal): boolean {
  return (
    /(^|[\\/])cdk\.tf$/.test(path) && existsSync(resolve(cwd, dirname(path), '..', '..', 'manifest.json'))
  );
}

function mayHaveDashboards(path: string, terminal: Terminal): boolean {
  try {
    return mayBeDashboard(readTextFile(path, terminal).text);
  } catch {
    return true;
  }
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name) && name !== CONFIGURATION_FILE;
}

function entriesOf(path: string, { cwd }: Terminal): Dirent[] {
  const entries = readdirSync(resolve(cwd, path), { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What is behind an entry. Links to directories are not followed, since they may form circles. What can't be looked at
 * counts as a file: reading it tells why.
 */
function whatIs(entry: Dirent, absolute: string): 'file' | 'directory' | 'stream' {
  if (entry.isFile()) return 'file';
  try {
    const stats = statSync(absolute);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'stream';
  } catch {
    return 'file';
  }
}

/** The files of the stacks in a directory that CDKTF has synthesized, from its manifest. */
function stacksIn(path: string, terminal: Terminal): string[] | undefined {
  const manifest = join(path, 'manifest.json');
  if (!existsSync(resolve(terminal.cwd, manifest))) return undefined;
  let value: unknown;
  try {
    value = readJson(manifest, readTextFile(manifest, terminal).text).value;
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isObject(value.stacks)) return undefined;
  const files = Object.values(value.stacks).map((stack) => isObject(stack) && stack.synthesizedStackPath);
  if (!files.every((file): file is string => typeof file === 'string')) return undefined;
  return files.map((file) => join(path, file));
}
