import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = { name: 'labels', version: '1.0.0', jsii: {}, scripts: { build: 'node --version' } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rookout-api-'));
  write('package.json', MANIFEST);
  write('package-lock.json', { ...MANIFEST, lockfileVersion: 3, packages: { '': MANIFEST } });
  git('init', '--quiet');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, json: object): void {
  writeFileSync(join(folder, file), JSON.stringify(json));
}

function git(...args: string[]): void {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...author, '-c', 'commit.gpgsign=false', ...args], { cwd: folder });
}

/** Commits the assembly of a library with one class, as jsii writes it. */
function commitAssembly(...methods: string[]): void {
  const type = {
    assembly: 'labels',
    fqn: 'labels.Label',
    kind: 'class',
    name: 'Label',
    docs: { stability: 'experimental' },
    initializer: {},
    methods: methods.map((name) => ({ name })),
  };
  write('.jsii', {
    ...{
      schema: 'jsii/0.10.0',
      name: 'labels',
      version: '1.0.0',
      description: 'Labels',
      license: 'Apache-2.0',
    },
    ...{ homepage: '', repository: { type: 'git', url: '' }, author: { name: 'Tests', roles: ['author'] } },
    ...{ jsiiVersion: '5.9.50', fingerprint: '', types: { 'labels.Label': type } },
  });
  git('add', '.');
  git('commit', '--quiet', '--message', methods.join());
}

function apiDiff(): { status: number | null; output: string } {
  const script = [require.resolve('ts-node/dist/bin'), join(ROOT, 'scripts', 'api-diff.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe('npm run api:diff', () => {
  it('passes where nothing is released, and says so', () => {
    commitAssembly('parse');
    expect(apiDiff()).toEqual({ status: 0, output: expect.stringContaining('There is no tag v* yet') });
  });

  it('passes what is added since the last tag', () => {
    commitAssembly('parse');
    git('tag', 'v1.0.0');
    commitAssembly('parse', 'format');
    expect(apiDiff()).toEqual({ status: 0, output: expect.stringContaining('No public name is gone') });
  });

  it('refuses a version without a public name that the last tag has', () => {
    commitAssembly('parse');
    git('tag', 'v0.9.0');
    commitAssembly('parse', 'format');
    git('tag', 'v0.10.0');
    commitAssembly('parse');
    git('tag', 'v0.11.0');
    const { status, output } = apiDiff();
    expect(output).toContain('Against v0.10.0');
    expect(output).toMatch(/labels\.Label\.format.*removed|removed.*labels\.Label\.format/i);
    expect(status).toBe(1);
  });
});
