import { lstatSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { messages } from '../check/formats';
import { titleOf } from '../files/dashboard';
import { FileError, fileError, UsageError, withFile } from '../files/errors';
import { distinct, realPath } from '../files/paths';
import { Importable, ImportableFile, readImportable } from './importable';
import { Language, LANGUAGES } from './languages';
import { DASHBOARDS, DashboardNames, namesOf } from './stack-text';
import { ImportFormat, jsonReport } from './report';
import { table } from '../output/table';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { FileToWrite } from '../files/write';
import { Writing } from '../files/writing';
import { Steps } from '../steps';

export interface ImportOptions {
  readonly out: string;
  readonly force?: boolean;
  /** Whether dashboards that exist are taken over. */
  readonly adopt?: boolean;
  readonly language: Language;
  readonly format: ImportFormat;
}

/** The command `import`. It writes everything, or nothing. */
export function* importDashboards(
  paths: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Steps<number> {
  const { out, language } = options;
  const { extension, isApp, text } = LANGUAGES[language];
  if (!isApp.test(out)) {
    throw new UsageError(
      `option '--out': "${out}" is not a file of the language ${language}. Name one, as in --out stack${extension}`,
    );
  }
  const { files, errors } = readAll([...distinct(paths, terminal).values()], terminal);
  const all = files.flatMap(({ dashboards }) => dashboards);
  errors.push(...sameIds(all));
  if (errors.length > 0) {
    for (const { message } of errors) terminal.stderr.write(`${printable(message)}\n`);
    terminal.stderr.write('Nothing has been written.\n');
    if (options.format === 'json') terminal.stdout.write(jsonReport(options, [], [], errors));
    return FOUND;
  }
  const names = namesOf(all.map(({ dashboard }) => dashboard));
  const declared = names.map((name, index) => ({ ...name, existing: all[index].existing }));
  const writes = toWrite(all, names, text(declared, options.adopt ?? false), options, terminal);
  if (!options.force) refuseToOverwrite(writes);
  const directory = join(dirname(out), DASHBOARDS);
  yield* Writing.all(function* (writing) {
    writing.makeDirectory(directory, resolve(terminal.cwd, directory));
    for (const file of writes) {
      yield;
      writing.add(file);
    }
  });
  const notes = [...all, ...files].flatMap((one) => one.notes);
  terminal.stderr.write(messages({ notes, failures: [] }));
  terminal.stdout.write(
    options.format === 'json'
      ? jsonReport(
          options,
          all.map((dashboard, index) => ({ ...dashboard, ...names[index] })),
          notes,
          [],
        )
      : report(all, names, options),
  );
  return FINE;
}

/** The files, and what is wrong with those that are invalid. */
function readAll(
  paths: readonly string[],
  terminal: Terminal,
): { readonly files: readonly ImportableFile[]; readonly errors: FileError[] } {
  const files: ImportableFile[] = [];
  const errors: FileError[] = [];
  for (const path of paths) {
    try {
      files.push(withFile(path, () => readImportable(path, terminal)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      errors.push(error);
    }
  }
  return { files, errors };
}

const ONE_DASHBOARD =
  'Name one of the two, or take the "id" out of a file that is to become a dashboard of its own';

/** Two dashboards with one id are one: taken over by two resources, they would write over each other. */
function sameIds(dashboards: readonly Importable[]): FileError[] {
  const known = new Map<string, Importable>();
  return dashboards.flatMap((dashboard) => {
    const { path, address, existing } = dashboard;
    const other = existing === undefined ? undefined : known.get(existing);
    if (existing !== undefined && !other) known.set(existing, dashboard);
    if (!other) return [];
    const whole = [other.path, other.address].filter((part) => part !== undefined).join(': ');
    const problem = `has the id "${existing}", as ${whole} has. ${ONE_DASHBOARD}`;
    return [new FileError(path, address === undefined ? problem : `${address} ${problem}`)];
  });
}

/** The dashboards and the app. A dashboard that is already in its place is not written again. */
function toWrite(
  dashboards: readonly Importable[],
  names: readonly DashboardNames[],
  app: string,
  { out }: ImportOptions,
  { cwd }: Terminal,
): FileToWrite[] {
  const copies = dashboards.map(({ source, content }, index) => {
    const path = join(dirname(out), DASHBOARDS, names[index].file);
    return { source, path, absolute: resolve(cwd, path), content };
  });
  const inPlace = ({ source, absolute }: (typeof copies)[number]) =>
    source !== undefined && realPath(source) === realPath(absolute);
  return [
    ...copies.filter((copy) => !inPlace(copy)),
    { path: out, absolute: resolve(cwd, out), content: app },
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

function report(
  dashboards: readonly Importable[],
  names: readonly DashboardNames[],
  { out, adopt = false, language }: ImportOptions,
): string {
  const rows = names.map(({ id, file }, index) => [
    id,
    `${DASHBOARDS}/${file}`,
    `"${printable(titleOf(dashboards[index].dashboard) ?? '')}"`,
  ]);
  const existing = dashboards.filter((dashboard) => dashboard.existing !== undefined).length;
  return (
    `${printable(out)} declares ${counted(dashboards.length, 'dashboard')}\n` +
    table([['ID', 'FILE', 'TITLE'], ...rows]) +
    (existing === 0
      ? ''
      : `${existing} of them ${existing === 1 ? 'exists' : 'exist'}. ${aboutExisting(adopt)}\n`) +
    `Synthesize it: npx cdktf synth --app '${LANGUAGES[language].program} ${argument(printable(out))}'\n`
  );
}

function aboutExisting(adopt: boolean): string {
  return adopt
    ? 'The first deploy takes over those, since they have importFrom. If another state of Terraform has them, take them out ' +
        'of it: terraform state rm'
    : 'The first deploy makes others beside those. With --adopt it takes them over';
}
