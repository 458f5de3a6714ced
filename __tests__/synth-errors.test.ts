import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CDKTF, MAIN_ENV } from '../scripts/support/main-elsewhere';
import { describeWithCli } from './support/describe-with-node';

const LIBRARY = join(__dirname, '..', 'lib');
const FRAMEWORK = require.resolve('cdktf');
const SENTENCE =
  '[shop/Overview] graph "cart] Memory": service: "cart]" has a bracket, a comma, a control character or half of a ' +
  'surrogate pair, which a label filter can not contain.';

/** The user's own file, and its line with the wrong label. */
const FILE = 'shop.ts';
const LINE = `overview.addTimeseries({ service: 'cart]', subject: 'Memory', query: 'avg:mem{*}' });`;
const APP = `
import { App, TerraformStack } from ${JSON.stringify(FRAMEWORK)};
import { RookoutDashboard } from ${JSON.stringify(LIBRARY)};

const app = new App();
const overview = new RookoutDashboard(new TerraformStack(app, 'shop'), 'Overview');
${LINE}
app.synth();
`;

const callsIn = (text: string) => text.match(/^ +at .*/gm) ?? [];

describeWithCli('one wrong label', ({ PATH }, node) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rookout-wrong-label-'));
    const register = require.resolve('ts-node/register/transpile-only');
    const app = `"${node}" --require "${register}" ${FILE}`;
    writeFileSync(join(folder, FILE), APP);
    writeFileSync(
      join(folder, 'cdktf.json'),
      JSON.stringify({ app, language: 'typescript', projectId: 'shop' }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const env = { ...process.env, ...MAIN_ENV, PATH };
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, env, encoding: 'utf8' });
    return { status, text: stdout + stderr };
  }

  it('is told once by the app, with the line of the user and no call of the library or of packages', () => {
    const { status, text } = run('--require', require.resolve('ts-node/register/transpile-only'), FILE);
    expect(status).toBe(1);
    expect(text.split(SENTENCE)).toHaveLength(2);
    expect(text).toContain(LINE);
    expect(callsIn(text)).toEqual([expect.stringContaining(`${FILE}:7:10`)]);
  });

  it('is told by the command "synth" just as shortly, though it says twice what the app says', () => {
    const { status, text } = run(CDKTF, 'synth', '--no-color');
    expect(status).toBe(1);
    expect(text.split(SENTENCE).length - 1).toBeLessThanOrEqual(2);
    expect(text).toContain(SENTENCE);
    expect(text).toContain(LINE);
    expect(callsIn(text)).toEqual(callsIn(text).map(() => expect.stringContaining(`${FILE}:7:10`)));
  });
});
