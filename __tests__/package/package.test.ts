import { execFileSync, execSync, spawnSync } from 'child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { problemOfNode } from '../../lib/cli/version';
import { describeWithCli, describeWithNode, NODE_VERSIONS } from '../support/describe-with-node';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const PROGRAM = `
const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'stack');
new DatadogProvider(stack, 'Datadog');
const titles = new RookoutTitles(stack, 'Titles', { labels: ['env:staging'] });
const dashboard = new RookoutDashboard(stack, 'Overview', { titles, app: new RookoutApp(stack, 'App') });
const graph = new RookoutTimeseries(dashboard, 'Memory', { service: 'cartservice', query: 'avg:memory{*}' });
console.log(JSON.stringify([graph.title, RookoutLabel.inTitle(graph.title).length, TerraformJson.encode(['\${a}'])]));
app.synth();
`;
const NAMES = 'RookoutApp, RookoutDashboard, RookoutLabel, RookoutTimeseries, RookoutTitles, TerraformJson';
const PRINTED = ['cartservice [k8s_deployment:cartservice] [env:staging]', 2, '["$${a}"]'];

let project: string;
let env: NodeJS.ProcessEnv;

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: project, env, encoding: 'utf8', stdio: 'pipe' });
}

function compile(...files: string[]): void {
  const options = ['--strict', '--module', 'commonjs', '--target', 'es2022', '--skipLibCheck'];
  run('npx', 'tsc', ...options, ...files);
}

/** The dashboards of all stacks in a folder that an app was synthesized to, as Terraform reads them. */
function dashboardsIn(folder: string): string[] {
  const out = join(project, folder);
  const { stacks } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return Object.values<any>(stacks).flatMap(({ synthesizedStackPath }) => {
    const { resource } = JSON.parse(readFileSync(join(out, synthesizedStackPath), 'utf8'));
    return Object.values<any>(resource.datadog_dashboard_json ?? {}).map(({ dashboard }) => dashboard);
  });
}

/** What README says to install with the package. */
function peersInReadme(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, peers] = /^npm install cdktf-datadog-rookout (.*)$/m.exec(readme)!;
  return peers.replaceAll('"', '').split(' ');
}

describeWithCli('the package', (newEnough) => {
  beforeAll(() => {
    env = newEnough;
    project = mkdtempSync(join(tmpdir(), 'rookout-package-'));
    execFileSync('npm', ['pack', '--pack-destination', project], { cwd: ROOT, env, stdio: 'pipe' });
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    const { typescript, ...versions } = MANIFEST.devDependencies;
    run(
      'npm',
      ...['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
      `./cdktf-datadog-rookout-${MANIFEST.version}.tgz`,
      ...peersInReadme(),
      ...[`typescript@${typescript}`, `@types/node@${versions['@types/node']}`, `zod@${versions.zod}`],
    );
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('holds the compiled library, its types and its assembly, and nothing else', () => {
    const installed = join(project, 'node_modules', MANIFEST.name);
    const files = (readdirSync(installed, { recursive: true }) as string[]).filter(
      (file) => statSync(join(installed, file)).isFile() && !file.startsWith('node_modules/'),
    );
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/index.js',
        'dist/index.d.ts',
        'schema/rookout-datadog.schema.json',
        '.jsii',
        'README.md',
        'LICENSE',
        'NOTICE',
      ]),
    );
    const bundled = readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'));
    const ofStringWidth = ['ansi-regex', 'emoji-regex', 'is-fullwidth-code-point', 'strip-ansi'];
    expect(bundled.sort()).toEqual([...MANIFEST.bundleDependencies, ...ofStringWidth].sort());
    expect(
      files.filter(
        (file) =>
          !/^(dist\/.*\.(js|css|d\.ts)|dist\/page\/LICENSES\.md|schema\/.*\.schema\.json|\.jsii|[A-Z]+(\.md)?|package\.json)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  it('stays small', () => {
    const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'));
    expect(statSync(join(project, tarball)).size).toBeLessThan(580_000);
  });

  it('holds a command that may be run as it is packed, as in the packages of other languages', () => {
    const listed = run('tar', '-tvzf', `${MANIFEST.name}-${MANIFEST.version}.tgz`).split('\n');
    const command = listed.find((line) => line.endsWith(`package/${MANIFEST.bin['rookout-datadog']}`));
    expect(command).toMatch(/^-rwxr-xr-x /);
  });

  it('is installed without CDKTF by the line of the docs, also at the next npm ci', () => {
    const [, line] = /`(omit=.*?)` in `\.npmrc`/.exec(
      readFileSync(join(ROOT, 'docs', 'command.md'), 'utf8'),
    )!;
    const small = join(project, 'small');
    mkdirSync(small);
    writeFileSync(join(small, 'package.json'), '{ "private": true }');
    writeFileSync(join(small, '.npmrc'), `${line}\n`);
    const npm = (...args: string[]) =>
      execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
        cwd: small,
        env,
        stdio: 'pipe',
      });
    const installed = () => {
      const modules = join(small, 'node_modules');
      const files = (readdirSync(modules, { recursive: true }) as string[]).map((file) =>
        join(modules, file),
      );
      const bytes = files.reduce((sum, file) => sum + lstatSync(file).size, 0);
      return { packages: readdirSync(modules).filter((name) => !name.startsWith('.')), isSmall: bytes < 5e6 };
    };
    npm('install', join(project, `${MANIFEST.name}-${MANIFEST.version}.tgz`));
    expect(installed()).toEqual({ packages: [MANIFEST.name], isSmall: true });
    npm('ci');
    expect(installed()).toEqual({ packages: [MANIFEST.name], isSmall: true });
    const command = join(small, 'node_modules', '.bin', 'rookout-datadog');
    expect(execFileSync(command, ['--version'], { cwd: small, env, encoding: 'utf8' })).toContain(
      MANIFEST.version,
    );
  });

  it('works from JavaScript', () => {
    writeFileSync(
      join(project, 'main.js'),
      `const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
     const { App, TerraformStack } = require('cdktf');
     const { ${NAMES} } = require('cdktf-datadog-rookout');${PROGRAM}`,
    );
    expect(JSON.parse(run('node', 'main.js'))).toEqual(PRINTED);
    expect(dashboardsIn('out')).toHaveLength(1);
  });

  it('works from an ES module', () => {
    writeFileSync(
      join(project, 'main.mjs'),
      `import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider/index.js';
     import { App, TerraformStack } from 'cdktf';
     import { ${NAMES} } from 'cdktf-datadog-rookout';${PROGRAM}`,
    );
    expect(JSON.parse(run('node', 'main.mjs'))).toEqual(PRINTED);
  });

  it('works from TypeScript', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
     import { App, TerraformStack } from 'cdktf';
     import { ${NAMES} } from 'cdktf-datadog-rookout';${PROGRAM}`,
    );
    compile('typed.ts');
    expect(JSON.parse(run('node', 'typed.js'))).toEqual(PRINTED);
  });

  it('brings the command, and what it imports compiles and synthesizes', () => {
    copyFileSync(join(ROOT, 'examples/dashboards/checkout.json'), join(project, 'checkout.json'));
    run('npx', 'rookout-datadog', 'tag', 'checkout.json', '--out', 'tagged');
    expect(run('npx', 'rookout-datadog', 'check', 'tagged')).toBe('');
    writeFileSync(join(project, 'running.yaml'), '- { k8s_deployment: checkoutservice }\n');
    const labels = run('npx', 'rookout-datadog', 'labels', 'tagged', '--instances', 'running.yaml');
    expect(labels).toContain('| `checkoutservice` | `k8s_deployment:checkoutservice` | title, link |');
    run('npx', 'rookout-datadog', 'import', 'tagged/checkout.json', '--out', 'imported/stack.ts');
    run('npx', 'rookout-datadog', 'preview', 'tagged', '--out', 'pages');
    expect(readdirSync(join(project, 'pages'))).toEqual(['checkout.html', 'index.html']);
    compile('imported/stack.ts');
    run('node', 'imported/stack.js');
    expect(dashboardsIn('cdktf.out').join()).toContain('Payment errors [service:paymentservice]');
  });

  (existsSync('/dev/full') ? it : it.skip)('says that its output can not be written', () => {
    const options = { cwd: project, env, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync('sh', ['-c', 'npx rookout-datadog --help > /dev/full'], options);
    const problem = problemOfNode(run('node', '--version').slice(1).trim());
    const lines = [problem, 'the output: can not be written: there is no space left'];
    expect([status, stderr.split('\n')]).toEqual([1, [...lines.filter((line) => line !== undefined), '']]);
  });

  describe('a copy of the examples', () => {
    const examples = readdirSync(join(ROOT, 'examples'))
      .filter((file) => file.endsWith('.ts'))
      .concat('fleet/main.ts');

    beforeAll(() => {
      cpSync(join(ROOT, 'examples'), join(project, 'examples'), { recursive: true });
      compile(...examples.map((file) => `examples/${file}`));
    });

    it.each(examples)('synthesizes %s', (file) => {
      run('node', `examples/${file.replace(/ts$/, 'js')}`);
      expect(dashboardsIn('cdktf.out').join()).toContain('custom_links');
    });
  });

  it('is checked by TypeScript where it is used', () => {
    writeFileSync(
      join(project, 'wrong.ts'),
      `import { RookoutLabel } from 'cdktf-datadog-rookout';\nRookoutLabel.of(1, 2);\n`,
    );
    expect(() => run('npx', 'tsc', '--noEmit', '--strict', '--skipLibCheck', 'wrong.ts')).toThrow();
  });

  it('is tested with the lowest version of Node that it takes', () => {
    expect(MANIFEST.engines.node).toBe(`>=${NODE_VERSIONS[0]}`);
  });

  for (const version of NODE_VERSIONS) {
    describeWithNode(version, (env) => {
      it('is the one that is run', () => {
        const running = execFileSync('node', ['--version'], { env, encoding: 'utf8' }).slice(1);
        expect([parseInt(running), problemOfNode(running)]).toEqual([Number(version), undefined]);
      });

      it('main.ts synthesizes, as cdktf.json runs it', () => {
        const { app, context } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8'));
        const cdktf = { CDKTF_OUTDIR: join(project, 'main'), CDKTF_CONTEXT_JSON: JSON.stringify(context) };
        execSync(app, { cwd: ROOT, env: { ...env, ...cdktf } });
        expect(dashboardsIn('main').join()).toContain('frontend Memory [k8s_deployment:frontend]');
      });

      it('the command tags', () => {
        copyFileSync(join(ROOT, 'examples/dashboards/checkout.json'), join(project, 'checkout.json'));
        const args = ['rookout-datadog', 'tag', 'checkout.json', '--dry-run'];
        const { status, stdout, stderr } = spawnSync('npx', args, { cwd: project, env, encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(stdout).toContain('1 of 1 dashboard would change; graphs: 2 tagged');
      });

      it('an app of its own synthesizes', () => {
        execFileSync('node', ['main.js'], { cwd: project, env });
        expect(dashboardsIn('out')).toHaveLength(1);
      });
    });
  }
});
