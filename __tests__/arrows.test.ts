import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

/** Each room with those that it may use. */
const ALLOWED: Record<string, string[]> = {
  constructs: ['datadog', 'rookout', 'hcl', 'terraform', 'json'],
  cli: ['preview', 'datadog', 'rookout', 'hcl', 'terraform', 'json'],
  preview: ['datadog', 'rookout', 'hcl', 'terraform', 'json'],
  datadog: ['rookout', 'hcl', 'terraform', 'json'],
  rookout: ['hcl', 'terraform', 'json'],
  hcl: ['terraform', 'json'],
  terraform: ['json'],
  json: [],
};
const ROOMS = Object.keys(ALLOWED);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  write('tsconfig.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What the check says of the files, as `rule: from → to`. */
function violations(): string[] {
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout);
  return summary.violations.map(
    ({ rule, from, to }: any) => `${rule.name}: ${from} → ${to.replace(/^.*(?=node_modules)/, '')}`,
  );
}

function use(what: string): string {
  return `import type { Thing } from '${what}';\nexport type Own = Thing;\n`;
}

describe('the check of arrows', () => {
  it('refuses every arrow between rooms but those that run inward, of types as well', () => {
    for (const room of ROOMS) write(`lib/${room}/thing.ts`, 'export type Thing = string;\n');
    const pairs = ROOMS.flatMap((from) => ROOMS.filter((to) => to !== from).map((to) => [from, to] as const));
    for (const [from, to] of pairs) write(`lib/${from}/uses-${to}.ts`, use(`../${to}/thing`));
    const refused = violations().map((violation) => violation.replace(/^.*?: /, ''));
    const back = pairs.filter(([from, to]) => !ALLOWED[from].includes(to));
    expect(refused.sort()).toEqual(
      back.map(([from, to]) => `lib/${from}/uses-${to}.ts → lib/${to}/thing.ts`).sort(),
    );
    expect(refused).toContain('lib/terraform/uses-rookout.ts → lib/rookout/thing.ts');
  });

  it('refuses circles, of types as well', () => {
    write('lib/json/one.ts', `${use('./two')}export type Thing = number;\n`);
    write('lib/json/two.ts', `${use('./three')}export type Thing = number;\n`);
    write('lib/json/three.ts', `${use('./one')}export type Thing = number;\n`);
    expect(violations()).toEqual(expect.arrayContaining(['no-circular: lib/json/one.ts → lib/json/two.ts']));
  });

  it('refuses an import by bad-input, and of the public surface by a room', () => {
    write('lib/json/thing.ts', 'export type Thing = string;\n');
    write('lib/bad-input.ts', use('./json/thing'));
    write('lib/index.ts', "export * from './json/thing';\n");
    write('lib/cli/uses-index.ts', use('../index'));
    write('lib/datadog/uses-index.ts', use('../index'));
    expect(violations().sort()).toEqual([
      'bad-input-uses-nothing: lib/bad-input.ts → lib/json/thing.ts',
      'cli-stands-alone: lib/cli/uses-index.ts → lib/index.ts',
      'datadog-uses-only-inner-rooms: lib/datadog/uses-index.ts → lib/index.ts',
    ]);
  });

  it('lets pages take types, and of code only what is shared with them, which uses nothing', () => {
    write('lib/preview/shared/text.ts', use('../model'));
    write('lib/preview/model.ts', 'export type Thing = string;\nexport const thing = 1;\n');
    write('page/types.ts', use('../lib/preview/model'));
    write('page/shared.ts', use('../lib/preview/shared/text').replace('import type', 'import'));
    write('page/code.ts', "export { thing } from '../lib/preview/model';\n");
    expect(violations().sort()).toEqual([
      'pages-know-their-model: page/code.ts → lib/preview/model.ts',
      'shared-with-pages-uses-nothing: lib/preview/shared/text.ts → lib/preview/model.ts',
    ]);
  });

  it('lets nothing but constructs know CDKTF, and nothing load the whole bindings', () => {
    for (const path of ['cdktf/index.d.ts', '@cdktf/provider-datadog/lib/dashboard/index.d.ts']) {
      write(`node_modules/${path}`, 'export type Thing = string;\n');
    }
    write('lib/cli/knows-cdktf.ts', use('cdktf'));
    write('lib/constructs/knows-cdktf.ts', use('cdktf'));
    write('examples/heavy.ts', use('@cdktf/provider-datadog/lib/dashboard'));
    expect(violations().sort()).toEqual([
      'no-whole-bindings: examples/heavy.ts → node_modules/@cdktf/provider-datadog/lib/dashboard/index.d.ts',
      'only-constructs-know-cdktf: lib/cli/knows-cdktf.ts → node_modules/cdktf/index.d.ts',
    ]);
  });
});
