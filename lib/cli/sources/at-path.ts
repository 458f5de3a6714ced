import { Dirent, existsSync, readdirSync, statSync } from 'fs';
import { join, resolve } from 'path';
import { isObject } from '../../json/value';
import { CONFIGURATION_FILE } from '../config/configuration';
import { readJson } from '../files/dashboard';
import { FileError, fileError } from '../files/errors';
import { readTextFile, STANDARD_INPUT } from '../files/read';
import { Terminal } from '../output/terminal';
import { failure, Source } from './source';
import { sourcesInFile, sourcesInStandardInput } from './in-file';

/** The dashboards of an exported file, of a directory of them, of what CDKTF has synthesized, or of a plan or a state. */
export function* sourcesIn(path: string, terminal: Terminal): Generator<Source> {
  let dashboards = 0;
  for (const source of sourcesAt(path, terminal)) {
    if (source.kind !== 'passed over' || source.isDashboard) dashboards++;
    yield source;
  }
  if (dashboards === 0) {
    yield failure(
      new FileError(
        path,
        'has no dashboard in it. Name exported dashboards, a cdktf.out with dashboards, or a plan',
      ),
    );
  }
}

function* sourcesAt(path: string, terminal: Terminal): Generator<Source> {
  try {
    if (path === STANDARD_INPUT) yield* sourcesInStandardInput(terminal);
    else if (statSync(resolve(terminal.cwd, path)).isDirectory()) yield* sourcesInDirectory(path, terminal);
    else yield* isHcl(path) ? [failure(hclError(path))] : sourcesInFile(path, terminal, true);
  } catch (error) {
    yield failure(fileError(path, 'can not be read', error));
  }
}

/**
 * The stacks of a synthesized app, else the JSON files in a directory and the directories in it, ordered by
 * name.
 */
function* sourcesInDirectory(path: string, terminal: Terminal): Generator<Source> {
  const stacks = stacksIn(path, terminal);
  if (stacks) {
    for (const stack of stacks) {
      yield* isHcl(stack) ? [failure(hclError(stack))] : sourcesInFile(stack, terminal, false);
    }
    return;
  }
  for (const entry of entriesOf(path, terminal)) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* sourcesAt(inside, terminal);
    } else if (entry.name === 'cdk.tf') {
      yield failure(hclError(inside));
    } else if (isJson(entry.name) && !isLinkToDirectory(entry, inside, terminal)) {
      yield* sourcesInFile(inside, terminal, false);
    }
  }
}

/** Whether it is Terraform's own language. With `--hcl`, CDKTF synthesizes a `cdk.tf` for each stack. */
function isHcl(path: string): boolean {
  return /\.tf$/i.test(path);
}

function hclError(path: string): FileError {
  return new FileError(path, 'is HCL, and dashboards are read from JSON. Run "cdktf synth" without --hcl');
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name) && name !== CONFIGURATION_FILE;
}

function entriesOf(path: string, { cwd }: Terminal): Dirent[] {
  const entries = readdirSync(resolve(cwd, path), { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Links to directories are not followed, since they may form circles. */
function isLinkToDirectory(entry: Dirent, path: string, { cwd }: Terminal): boolean {
  return entry.isSymbolicLink() && isDirectory(resolve(cwd, path));
}

/** What can't be looked at is no directory: reading it tells why. */
function isDirectory(absolute: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch {
    return false;
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
