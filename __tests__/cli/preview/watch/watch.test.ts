import { spawn } from 'child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'fs';
import { join } from 'path';
import { watchDashboards, Watching } from '../../../../lib/cli/preview/watch/watch';
import { itOnPosix } from '../../../support/posix';
import { builtCommand } from '../../support/built';
import { Workplace } from '../../support/command';
import { dashboard, timeseries } from '../../support/dashboards';

const board = (title: string) => dashboard(title, timeseries('Memory', 'avg:mem{service:cart}'));

/** What synthesizes `stack.json`, and counts how often it does. */
const SYNTH = `const fs = require('fs');
fs.appendFileSync('.runs', 'x');
setTimeout(() => {
  fs.mkdirSync('boards', { recursive: true });
  fs.copyFileSync('stack.json', 'boards/board.json');
}, 600);`;

let watching: Watching | undefined;
let printed = '';
afterEach(async () => {
  await watching?.close();
  watching = undefined;
});

async function watch(workplace: Workplace, more: object = {}, paths = ['boards']): Promise<void> {
  printed = '';
  const output = { write: (text: string) => (printed += text) };
  const options = { out: 'out', format: 'html', locale: 'en', ...more } as const;
  const terminal = { stdout: output, stderr: output, stdin: () => Buffer.alloc(0), cwd: workplace.path };
  watching = await watchDashboards(paths, options, terminal, new AbortController().signal);
}

async function until(condition: () => boolean | Promise<boolean>, within = 30_000): Promise<void> {
  for (const start = Date.now(); !(await condition());) {
    if (Date.now() - start > within) throw new Error(`not within ${within} ms: ${condition}\n${printed}`);
    await pause(50);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function page(name: string): Promise<string> {
  return (await fetch(`${watching!.url}${name}`)).text();
}

const runs = (workplace: Workplace) => workplace.read('.runs').length;

/** Ends when nothing has been synthesized for a while. */
async function settled(workplace: Workplace): Promise<void> {
  for (let before = -1; before !== runs(workplace);) {
    before = runs(workplace);
    await pause(2000);
  }
}

describe('preview --watch', () => {
  it('synthesizes once for all saves during a synth', async () => {
    const workplace = new Workplace({ 'synth.js': SYNTH, 'stack.json': board('First') });
    await watch(workplace, { synth: `"${process.execPath}" synth.js` });
    await settled(workplace);
    const before = runs(workplace);
    workplace.write('stack.json', board('Begin'));
    await until(() => runs(workplace) === before + 1);
    for (const number of [1, 2, 3, 4]) {
      await pause(100);
      workplace.write('stack.json', board(`Save ${number}`));
    }
    await until(async () => (await page('first.html')).includes('Save 4'));
    await settled(workplace);
    expect(runs(workplace)).toBe(before + 2);
  });

  it('ends with a synth that writes into the watched directory', async () => {
    const synth = `${SYNTH}\nfs.writeFileSync('made.txt', 'same');`;
    const workplace = new Workplace({ 'synth.js': synth, 'stack.json': board('First') });
    await watch(workplace, { synth: `"${process.execPath}" synth.js` });
    await pause(3000);
    expect(runs(workplace)).toBeLessThanOrEqual(2);
  });

  it('says which file every synth writes another way', async () => {
    const synth = `${SYNTH}\nfs.writeFileSync('made.txt', String(Math.random()));`;
    const workplace = new Workplace({ 'synth.js': synth.replace('600', '1'), 'stack.json': board('First') });
    await watch(workplace, { synth: `"${process.execPath}" synth.js` });
    await until(() => printed.includes('made.txt changes whenever the pages are made anew'));
    const after = runs(workplace);
    await pause(1500);
    expect(runs(workplace)).toBe(after);
  });

  it('says at once that it synthesizes', async () => {
    const wait = `const again = () => (require('fs').existsSync('go') ? require('./synth') : setTimeout(again, 50));\nagain();`;
    const workplace = new Workplace({ 'wait.js': wait, 'synth.js': SYNTH, 'stack.json': board('First') });
    const started = watch(workplace, { synth: `"${process.execPath}" wait.js` });
    await until(() => printed === `Synthesizing: "${process.execPath}" wait.js\n`);
    workplace.write('go', '');
    await started;
  });

  it('keeps the address of a page whose title is edited', async () => {
    const workplace = new Workplace({ 'boards/a.json': board('Before'), 'boards/b.json': board('Other') });
    await watch(workplace);
    workplace.write('boards/a.json', board('After'));
    await until(async () => (await page('index.html')).includes('<a href="before.html">After</a>'));
    expect(await page('before.html')).toContain('<title>After');
  });

  it('follows a directory that is removed and made again', async () => {
    const workplace = new Workplace({ 'boards/a.json': board('Board') });
    await watch(workplace);
    rmSync(join(workplace.path, 'boards'), { recursive: true });
    await until(() => printed.includes('boards: can not be read'));
    workplace.write('boards/a.json', board('Made again'));
    await until(async () => (await page('board.html')).includes('Made again'));
    workplace.write('boards/a.json', board('Changed'));
    await until(async () => (await page('board.html')).includes('Changed'));
  });

  it('follows a directory that another takes the place of, in a hidden one', async () => {
    const workplace = new Workplace({ '.build/out/a.json': board('Board') });
    await watch(workplace, {}, ['.build/out']);
    workplace.write('.build/new/a.json', board('Renamed'));
    rmSync(join(workplace.path, '.build/out'), { recursive: true });
    renameSync(join(workplace.path, '.build/new'), join(workplace.path, '.build/out'));
    await until(async () => (await page('board.html')).includes('Renamed'));
  });

  it('says once what the pages leave out', async () => {
    const plan = (title: string, errored: boolean) => ({
      format_version: '1.2',
      errored,
      resource_changes: [
        {
          address: 'datadog_dashboard_json.cart',
          mode: 'managed',
          type: 'datadog_dashboard_json',
          name: 'cart',
          change: { actions: ['create'], before: null, after: { dashboard: JSON.stringify(board(title)) } },
        },
      ],
    });
    const workplace = new Workplace({ 'plan.json': plan('Board', false) });
    await watch(workplace, {}, ['plan.json']);
    expect(printed).toBe(`${watching!.url}\n`);
    printed = '';
    for (const title of ['With errors', 'Still with errors']) {
      workplace.write('plan.json', plan(title, true));
      await until(async () => (await page('board.html')).includes(`<title>${title}`));
    }
    expect(printed).toBe(
      'note: plan.json: is a plan that ended with errors: it may not have all dashboards\n',
    );
  });

  it('follows the configuration', async () => {
    const workplace = new Workplace({ 'boards/a.json': board('Board') });
    await watch(workplace);
    const found = async () => (await page('board.html')).includes('"rule":"missing-filter"');
    expect(await found()).toBe(true);
    workplace.write('rookout-datadog.json', { rules: { 'missing-filter': 'off' } });
    await until(async () => !(await found()));
  });

  itOnPosix('goes on beside what it can not look into, and links that form a circle', async () => {
    const workplace = new Workplace({
      'boards/a.json': board('Board'),
      'boards/closed/b.json': board('Closed'),
    });
    symlinkSync('..', join(workplace.path, 'boards/above'));
    mkdirSync(join(workplace.path, 'boards/x'));
    symlinkSync('../x', join(workplace.path, 'boards/x/again'));
    symlinkSync('circle', join(workplace.path, 'boards/circle'));
    await watch(workplace);
    chmodSync(join(workplace.path, 'boards/closed'), 0);
    workplace.write('boards/a.json', board('Changed'));
    await until(async () => (await page('board.html')).includes('Changed') || printed.includes('closed'));
    chmodSync(join(workplace.path, 'boards/closed'), 0o755);
  });

  itOnPosix.each(['SIGTERM', 'SIGINT'] as const)(
    'ends what it has started when %s ends it',
    async (signal) => {
      const workplace = new Workplace({ 'boards/a.json': board('Board') });
      const ended = join(workplace.path, 'ended');
      const synth = `trap 'touch ${ended}; exit' TERM; touch started; while :; do sleep 0.1; done`;
      const argv = [builtCommand(), 'preview', 'boards', '--watch', '--synth', `sh -c "${synth}"; :`];
      const command = spawn(process.execPath, argv, { cwd: workplace.path, stdio: 'ignore' });
      const exit = new Promise((resolve) => command.on('exit', (_code, by) => resolve(by)));
      await until(() => existsSync(join(workplace.path, 'started')));
      command.kill(signal);
      expect(await exit).toBe(signal);
      await until(() => existsSync(ended));
    },
  );
});
