/**
 * `npm run conformance -- DIR [--why]`: imports and tags every dashboard below a directory, and checks what comes out.
 * Exit code 1 names what failed, 2 is bad usage.
 */
import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { unknownToDatadog } from '../__tests__/support/datadog-client';
import { RookoutDashboard } from '../lib';
import { instanceRules, LABEL_KEYS } from '../lib/datadog/instances';
import { DATADOG_TAGS } from '../lib/datadog/kubernetes';
import { tagDashboard, TaggingRules, WidgetReport } from '../lib/datadog/tagging';
import { JsonObject } from '../lib/datadog/widget';
import { DEFAULT_SESSION_LINK } from '../lib/rookout/session-link';

const RULES: TaggingRules = {
  instances: instanceRules(LABEL_KEYS, DATADOG_TAGS),
  sessionLink: DEFAULT_SESSION_LINK,
  widgetTypes: ['timeseries'],
  excludeTitles: [],
  encodeToken: encodeURIComponent,
};

interface Row {
  readonly file: string;
  readonly widgets: readonly WidgetReport[];
  readonly failures: readonly string[];
}

function jsonFiles(dir: string): string[] {
  return (readdirSync(dir, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.json') && statSync(join(dir, name)).isFile())
    .sort()
    .map((name) => join(dir, name));
}

function isDashboard(value: any): value is JsonObject {
  return typeof value === 'object' && value !== null && Array.isArray(value.widgets);
}

function check(file: string, before: JsonObject, stack: TerraformStack, id: string): Row {
  const failures: string[] = [];
  const expectSame = (what: string, a: unknown, b: unknown) => {
    if (JSON.stringify(a) !== JSON.stringify(b)) failures.push(what);
  };
  const original = JSON.stringify(before);
  const { dashboard, widgets } = tagDashboard(before, RULES);
  const imported = RookoutDashboard.fromFile(stack, id, { path: file }).toJson();
  const again = RookoutDashboard.fromJson(stack, `${id}Again`, { json: imported }).toJson();

  expectSame('tagging has changed its input', JSON.parse(original), before);
  expectSame('more than titles and links has changed', untagged(dashboard, before), before);
  expectSame('tagging twice is not tagging once', tagDashboard(dashboard, RULES).dashboard, dashboard);
  expectSame("Datadog's client reads it less well", unknownToDatadog(dashboard), unknownToDatadog(before));
  expectSame(
    "Datadog's client reads the import less well",
    unknownToDatadog(imported),
    unknownToDatadog(before),
  );
  expectSame('importing what was imported changes it', again, imported);
  return { file, widgets, failures };
}

/** The value with the titles and links that the other value has in the same place, or lacks there. */
function untagged(after: any, before: any): any {
  if (Array.isArray(after)) return after.map((item, index) => untagged(item, before?.[index]));
  if (typeof after !== 'object' || after === null) return after;
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, value]) => {
      if (name !== 'title' && name !== 'custom_links') return [[name, untagged(value, before?.[name])]];
      return before && name in before ? [[name, before[name]]] : [];
    }),
  );
}

function print(rows: readonly Row[], dir: string, why: boolean): void {
  const width = Math.max(...rows.map(({ file }) => relative(dir, file).length));
  for (const { file, widgets, failures } of rows) {
    console.log(`${relative(dir, file).padEnd(width)}  ${counts(widgets)}`);
    for (const failure of failures) console.log(`  FAILED: ${failure}`);
    if (!why) continue;
    for (const { path, outcome, before, after, reason } of widgets) {
      const title =
        before === after ? JSON.stringify(before) : `${JSON.stringify(before)} → ${JSON.stringify(after)}`;
      console.log(`  ${path}: ${outcome}: ${title}${reason ? ` (${reason})` : ''}`);
    }
  }
}

function counts(widgets: readonly WidgetReport[]): string {
  const count = (...outcomes: string[]) => widgets.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const left = count('nothing to infer', 'excluded', 'not understood');
  const cells = {
    graphs: widgets.length,
    tagged: count('tagged'),
    linked: count('linked'),
    already: count('already tagged'),
    left,
  };
  return Object.entries(cells)
    .map(([name, value]) => `${String(value).padStart(4)} ${name}`)
    .join(' ');
}

function main(argv: readonly string[]): number {
  const [dir, ...others] = argv.filter((argument) => argument !== '--why');
  if (dir === undefined || others.length > 0 || !statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    console.error('Usage: npm run conformance -- DIR [--why], with a directory of exported dashboards');
    return 2;
  }
  const outdir = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const stack = new TerraformStack(new App({ outdir }), 'conformance');
    new DatadogProvider(stack, 'Datadog');
    const rows: Row[] = [];
    let passedOver = 0;
    jsonFiles(dir).forEach((file, index) => {
      try {
        const json: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
        if (isDashboard(json)) rows.push(check(file, json, stack, `Dashboard${index}`));
        else {
          passedOver++;
          console.log(`${relative(dir, file)}: passed over, it is no dashboard`);
        }
      } catch (error) {
        rows.push({ file, widgets: [], failures: [(error as Error).message] });
      }
    });
    print(rows, dir, argv.includes('--why'));
    const failed = rows.filter(({ failures }) => failures.length > 0).length;
    console.log(
      `${rows.length} dashboards, ${passedOver} files passed over, ${failed} failed:` +
        counts(rows.flatMap(({ widgets }) => widgets)),
    );
    return failed > 0 ? 1 : 0;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv.slice(2));
