/**
 * `npm run conformance -- DIR`: imports, tags and previews every dashboard below a directory, and checks what must hold.
 */
import { App, TerraformStack } from 'cdktf';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { isDeepStrictEqual, parseArgs } from 'util';
import { unknownToDatadog } from '../__tests__/support/datadog-client';
import { untagged } from '../__tests__/datadog/tagging/untagged';
import { RookoutDashboard } from '../lib';
import { TreeRules } from '../lib/constructs/tagging/tree-rules';
import { Outcome, reasonOf, WidgetReport } from '../lib/datadog/tagging/report';
import { widgetLine } from '../lib/datadog/tagging/summary';
import { tagDashboard } from '../lib/datadog/tagging/tag-dashboard';
import { checkPages } from './support/conformance-pages';

const USAGE = `Usage: npm run conformance -- DIR [--why]

  DIR    a directory with exported dashboards, *.json, also in directories below
  --why  tell of each widget what became of it`;

const became =
  (outcome: Outcome) =>
  (widget: WidgetReport): boolean =>
    widget.outcome === outcome;

/** The columns, in order: by line are those of the others whose link opens the line that is clicked. */
const COLUMNS: [heading: string, counts: (widget: WidgetReport) => boolean][] = [
  ['tagged', became('tagged')],
  ['linked', became('linked')],
  ['by line', ({ byLine }) => byLine],
  ['already', became('already tagged')],
  ['nothing to infer', became('nothing to infer')],
  ['not linked', became('not linked')],
  ['not understood', became('not understood')],
];
const HEADINGS = ['widgets', ...COLUMNS.map(([heading]) => heading)];

interface Result {
  readonly widgets: readonly WidgetReport[];
  /** What does not hold. */
  readonly failures: readonly string[];
}

class UsageError extends Error {}

async function main(): Promise<number> {
  const { directory, why } = readArguments();
  const files = dashboardFiles(directory);
  const width = Math.max(...files.map((file) => file.length), 'All 1000 dashboards'.length);
  const all: Result[] = [];
  const passedOver: string[] = [];
  console.log(row('', width, HEADINGS));
  for (const file of files) {
    const json = dashboardIn(join(directory, file));
    if (json === undefined) {
      passedOver.push(file);
      continue;
    }
    const result = examine(join(directory, file), json);
    all.push(result);
    console.log(row(file, width, counts(result.widgets)));
    if (why) result.widgets.forEach((widget) => console.log(`  ${widgetLine(widget)}`));
    result.failures.forEach((failure) => console.log(`  FAILED: ${failure}`));
  }
  passedOver.forEach((file) => console.log(`${file} is no dashboard`));
  if (all.length === 0) throw new UsageError(`There is no dashboard in ${directory}`);
  console.log(row(`All ${all.length} dashboards`, width, counts(all.flatMap(({ widgets }) => widgets))));
  console.log(whyNot(all.flatMap(({ widgets }) => widgets)));
  const pages = await checkPages(directory);
  console.log(
    pages.failures.length === 0
      ? pages.summary
      : pages.failures.map((failure) => `  FAILED: ${failure}`).join('\n'),
  );
  const failures = all.flatMap((result) => result.failures).length + pages.failures.length;
  console.log(
    `${failures === 0 ? 'Everything holds' : `${failures} FAILED`}; ${passedOver.length} files passed over`,
  );
  return failures === 0 ? 0 : 1;
}

function readArguments(): { directory: string; why: boolean } {
  const options = { why: { type: 'boolean' } } as const;
  const { values, positionals } = parse(() => parseArgs({ options, allowPositionals: true }));
  const [directory, ...others] = positionals;
  if (directory === undefined) throw new UsageError('DIR is missing');
  if (others.length > 0) throw new UsageError(`one DIR is enough, and there is also ${others.join(' ')}`);
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${directory} is no directory`);
  }
  return { directory, why: values.why ?? false };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function dashboardFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && statSync(join(directory, file)).isFile())
    .sort();
}

/** The dashboard in a file; undefined where there is none. */
function dashboardIn(path: string): any {
  try {
    const json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return Array.isArray(json?.widgets) && json.layout_type !== undefined ? json : undefined;
  } catch {
    return undefined;
  }
}

function examine(path: string, json: any): Result {
  const outdir = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    return check(new TerraformStack(new App({ outdir }), 'stack'), path, json);
  } catch (error) {
    return { widgets: [], failures: [`it is read without an error: ${(error as Error).message}`] };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function check(stack: TerraformStack, path: string, json: any): Result {
  const rules = new TreeRules({}).at(stack);
  const given = JSON.stringify(json);
  const { dashboard, widgets } = tagDashboard(json, rules);
  const imported = RookoutDashboard.fromFile(stack, 'imported', { path }).toJson();
  const again = RookoutDashboard.fromJson(stack, 'again', { json: imported }).toJson();
  const unknown = unknownParts(json);
  const holding: [what: string, holds: boolean][] = [
    ['tagging leaves its input alone', JSON.stringify(json) === given],
    ['without titles and links it is as it was', JSON.stringify(untagged(dashboard, json)) === given],
    ['tagging twice equals once', same(tagDashboard(dashboard, rules).dashboard, dashboard)],
    ["Datadog's client reads it tagged as well", isDeepStrictEqual(unknownParts(dashboard), unknown)],
    ["Datadog's client reads it imported as well", isDeepStrictEqual(unknownParts(imported), unknown)],
    ['importing what has been imported changes nothing', isDeepStrictEqual(again, imported)],
  ];
  return { widgets, failures: holding.filter(([, holds]) => !holds).map(([what]) => what) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The official client takes tabs with ids only, though its own documentation allows positions. As the id of a
 * dashboard it takes no number, which old exports have.
 */
function unknownParts(dashboard: any): string[] {
  try {
    return unknownToDatadog({ ...dashboard, id: undefined, tabs: undefined });
  } catch (error) {
    return [(error as Error).message];
  }
}

function counts(widgets: readonly WidgetReport[]): string[] {
  const numbers = COLUMNS.map(([, isCounted]) => widgets.filter(isCounted).length);
  return [widgets.length, ...numbers].map(String);
}

/** Why graphs open nothing, or have no title, and how many. */
function whyNot(widgets: readonly WidgetReport[]): string {
  const counts = new Map<string, number>();
  for (const widget of widgets) {
    if (widget.outcome === 'tagged' || widget.outcome === 'already tagged') continue;
    const why = `${widget.link === undefined ? 'opens nothing' : 'link only'}: ${reasonOf(widget)}`;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const opening = widgets.filter(({ link }) => link !== undefined).length;
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([why, count]) => `${count} ${why}`);
  return [`${opening} of ${widgets.length} graphs open something`, ...lines].join('\n  ');
}

function row(name: string, width: number, cells: readonly string[]): string {
  const aligned = cells.map((cell, index) => cell.padStart(HEADINGS[index].length));
  return [name.padEnd(width), ...aligned].join('  ');
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  },
);
