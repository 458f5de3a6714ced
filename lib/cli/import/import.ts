import { lstatSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { contentOfImport, importDashboard, leftOutOf } from '../../datadog/dashboard/exported';
import { taggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { LOOKS_LIKE_TOKEN, tokenIn } from '../../terraform/tokens';
import { checkNumbersIn, DashboardFile, readDashboardFile, titleOf } from '../files/dashboard';
import { FileError, fileError, UsageError, withFile } from '../files/errors';
import { distinct, realPath } from '../files/paths';
import { expressionsNote } from './expressions';
import { DASHBOARDS, DashboardNames, namesOf, stackText } from './stack-text';
import { table } from '../output/table';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { FileToWrite, makeDirectory, writeFiles } from '../files/write';

export interface ImportOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** The command `import`. It writes everything, or nothing. */
export function importDashboards(
  paths: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): number {
  const { out } = options;
  if (!/\.ts$/.test(out) || /\.d\.ts$/.test(out)) {
    throw new UsageError(`option '--out': "${out}" is not a TypeScript file. Name one, as in --out stack.ts`);
  }
  const files = readAll([...distinct(paths, terminal).values()], terminal);
  if (!files) {
    terminal.stderr.write('Nothing has been written.\n');
    return FOUND;
  }
  const names = namesOf(files.map(({ dashboard }) => dashboard));
  const writes = toWrite(files, names, options, terminal);
  if (!options.force) refuseToOverwrite(writes);
  const directory = join(dirname(out), DASHBOARDS);
  makeDirectory(directory, resolve(terminal.cwd, directory));
  writeFiles(writes);
  for (const { path, text } of files) {
    const note = expressionsNote(path, text);
    if (note !== undefined) terminal.stderr.write(`${printable(note)}\n`);
  }
  terminal.stdout.write(report(files, names, out));
  for (const { path, dashboard } of files) {
    const leftOut = leftOutOf(dashboard);
    if (leftOut !== undefined) terminal.stderr.write(`${printable(path)}: note: ${leftOut}\n`);
  }
  return FINE;
}

/** All of the dashboards. Undefined if one of them is invalid. */
function readAll(paths: readonly string[], terminal: Terminal): DashboardFile[] | undefined {
  const files: DashboardFile[] = [];
  for (const path of paths) {
    try {
      files.push(withFile(path, () => readImportable(path, terminal)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      terminal.stderr.write(`${printable(error.message)}\n`);
    }
  }
  return files.length === paths.length ? files : undefined;
}

/** A dashboard that `RookoutDashboard.fromFile` will take and tag. */
function readImportable(path: string, terminal: Terminal): DashboardFile {
  const file = readDashboardFile(path, terminal);
  const token = tokenIn(file.text);
  if (token) throw new FileError(path, `${LOOKS_LIKE_TOKEN}: ${token.marker}. Change the text`, token.place);
  checkNumbersIn(file);
  contentOfImport(importDashboard(file.dashboard), {});
  tagDashboard(file.dashboard, taggingRules({}));
  return file;
}

/** The dashboards and the app. A dashboard that is already in its place is not written again. */
function toWrite(
  files: readonly DashboardFile[],
  names: readonly DashboardNames[],
  { out }: ImportOptions,
  { cwd }: Terminal,
): FileToWrite[] {
  const copies = files.map(({ absolute: source, bytes }, index) => {
    const path = join(dirname(out), DASHBOARDS, names[index].file);
    return { source, path, absolute: resolve(cwd, path), content: bytes };
  });
  const inPlace = ({ source, absolute }: (typeof copies)[number]) => realPath(source) === realPath(absolute);
  return [
    ...copies.filter((copy) => !inPlace(copy)),
    { path: out, absolute: resolve(cwd, out), content: stackText(names) },
  ];
}

function refuseToOverwrite(writes: readonly FileToWrite[]): void {
  for (const { path, absolute } of writes) {
    if (!isThere(path, absolute)) continue;
    throw new FileError(
      path,
      'exists already. Nothing has been written. Choose another --out, or overwrite it with --force',
    );
  }
}

function isThere(path: string, absolute: string): boolean {
  try {
    return lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw fileError(path, 'can not be written', error);
  }
}

/** A path as one argument in a command, also where it has spaces. */
function argument(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

function report(files: readonly DashboardFile[], names: readonly DashboardNames[], out: string): string {
  const rows = names.map(({ id, file }, index) => [
    id,
    `${DASHBOARDS}/${file}`,
    `"${printable(titleOf(files[index].dashboard) ?? '')}"`,
  ]);
  return (
    `${printable(out)} declares ${counted(files.length, 'dashboard')}\n` +
    table([['ID', 'FILE', 'TITLE'], ...rows]) +
    `Synthesize it: npx cdktf synth --app 'node -r ts-node/register ${argument(printable(out))}'\n`
  );
}
