import { spawnSync, SpawnSyncReturns } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { problemOfNode } from '../../lib/cli/version';
import { CHECKOUT } from '../support/checkout';
import { Workplace } from './support/command';
import { shop } from './support/dashboards';

const ROOT = join(__dirname, '..', '..');
const ENTRY = join(ROOT, 'lib/cli/rookout-datadog.ts');

/** Runs the program in a folder. */
function spawn(cwd: string, ...argv: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['-r', join(ROOT, 'node_modules/ts-node/register'), ENTRY, ...argv], {
    cwd,
    env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') },
    encoding: 'utf8',
  });
}

describe('rookout-datadog', () => {
  it.each([
    ['--help'],
    ['help', 'tag'],
    ['tag', '--help'],
    ['check', '--help'],
    ['labels', '--help'],
    ['import', '--help'],
  ])('%s %s helps', (...argv) => {
    const { code, stdout, stderr } = new Workplace().run(...argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(argv.length === 1 ? /^Commands:$/m : /^Examples:$/m);
  });

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(new Workplace().run('--version').stdout).toBe(`${version}\n`);
  });

  it.each([[[]], [['tga']], [['tag']], [['check']], [['check', '--colour']]])(
    '%j is not understood',
    (argv) => {
      const { code, stdout, stderr } = new Workplace().run(...argv);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).not.toBe('');
    },
  );

  it('is a program', () => {
    expect(readFileSync(ENTRY, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const place = new Workplace({ 'shop.json': shop() });
    const spawned = (...argv: string[]) => spawn(place.path, ...argv);
    expect(spawned('check', 'shop.json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('shop.json:28:24: missing-filter: '),
    });
    const problem = problemOfNode(process.versions.node);
    expect(spawned('tag', 'shop.json', '--in-place')).toMatchObject({
      status: 0,
      stderr: problem === undefined ? '' : `${problem}\n`,
    });
    expect(spawned('check', 'shop.json')).toMatchObject({ status: 0, stdout: '' });
    expect(spawned('tag', 'shop.json')).toMatchObject({ status: 2, stdout: '' });
  });

  it('takes an absolute path', () => {
    const place = new Workplace({ 'board.json': CHECKOUT });
    const { status, stdout } = spawn(ROOT, 'tag', join(place.path, 'board.json'), '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('1 of 1 dashboard would change');
  });

  it('is no part of what the package exports', () => {
    expect(readFileSync(join(ROOT, 'lib/index.ts'), 'utf8')).not.toContain('cli');
  });
});
