import { execFileSync, spawnSync, SpawnSyncReturns } from 'child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'fs';
import { delimiter, join } from 'path';
import { Workplace } from '../cli/support/command';
import { dashboard, timeseries } from '../cli/support/dashboards';

const ROOT = join(__dirname, '..', '..');
const COMMAND = 'runner/rookout-datadog/node_modules/.bin/rookout-datadog';
/** The marker stands on its first line. */
const MARKER = '<!-- rookout-datadog check -->';

const untagged = dashboard('Shop', timeseries('Memory', 'avg:memory{service:cart}'));
const tagged = dashboard('Shop', { type: 'note', content: 'Runbook' });

/** A runner of GitHub with a checked out pull request, and the command as the action installs it. */
class Runner {
  public readonly place: Workplace;
  private readonly base: string;

  /** @param before what the base of the pull request has */
  public constructor(before: object, after: object) {
    const entry = join(ROOT, 'lib/cli/rookout-datadog.ts');
    const node = [process.execPath, '-r', join(ROOT, 'node_modules/ts-node/register/transpile-only'), entry];
    const command = `#!/bin/sh\nexec ${node.map((part) => `'${part}'`).join(' ')} "$@"\n`;
    this.place = new Workplace({ [COMMAND]: command, 'work/dashboards/shop.json': before });
    chmodSync(join(this.place.path, COMMAND), 0o755);
    copyFileSync(join(__dirname, 'support/gh.js'), join(this.place.path, 'gh'));
    chmodSync(join(this.place.path, 'gh'), 0o755);
    this.git('init', '--quiet');
    this.commit();
    this.base = this.git('rev-parse', 'HEAD').trim();
    this.change(after);
  }

  public change(after: object): void {
    this.place.write('work/dashboards/shop.json', after);
    this.commit();
  }

  public report(inputs: Record<string, string> = {}): SpawnSyncReturns<string> {
    this.place.write('output', '');
    this.place.write('summary', '');
    return this.script('report', {
      INPUT_PATH: 'dashboards',
      INPUT_OPTIONS: '',
      INPUT_FAIL_ON: 'warning',
      BASE_SHA: this.base,
      GITHUB_TOKEN: 'none',
      ...inputs,
    });
  }

  public comment(): SpawnSyncReturns<string> {
    const { directory } = this.outputs();
    return this.script('comment', {
      DIRECTORY: directory,
      NUMBER: '7',
      JOB: 'check',
      PAGES: 'https://pages',
    });
  }

  public outputs(): Record<string, string> {
    const lines = this.place.read('output').trim().split('\n');
    return Object.fromEntries(lines.map((line) => line.split('=')));
  }

  public comments(): { readonly id: number; readonly body: string }[] {
    return this.place.json('comments.json');
  }

  private script(name: string, env: Record<string, string>): SpawnSyncReturns<string> {
    return spawnSync('bash', [join(ROOT, 'pipelines/github', `${name}.sh`)], {
      cwd: join(this.place.path, 'work'),
      env: {
        ...process.env,
        PATH: [this.place.path, process.env.PATH].join(delimiter),
        TS_NODE_PROJECT: join(ROOT, 'tsconfig.json'),
        RUNNER_TEMP: join(this.place.path, 'runner'),
        GITHUB_OUTPUT: join(this.place.path, 'output'),
        GITHUB_STEP_SUMMARY: join(this.place.path, 'summary'),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'shop/infra',
        COMMENTS: join(this.place.path, 'comments.json'),
        ...env,
      },
      encoding: 'utf8',
    });
  }

  private commit(): void {
    this.git('add', '.');
    this.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'dashboards');
  }

  private git(...args: string[]): string {
    return execFileSync('git', args, { cwd: join(this.place.path, 'work'), encoding: 'utf8' });
  }
}

const describeWithBash = process.platform === 'win32' ? describe.skip : describe;

describeWithBash('the scripts of the action', () => {
  it('report findings and changes, and end well, so that the next steps can tell of them', () => {
    const runner = new Runner(tagged, untagged);
    expect(runner.report()).toMatchObject({ status: 0 });
    const { code, directory } = runner.outputs();
    expect(code).toBe('1');
    const { runs } = JSON.parse(readFileSync(join(directory, 'rookout.sarif'), 'utf8'));
    const [{ locations }] = runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('dashboards/shop.json');
    expect(existsSync(join(directory, 'pages/index.html'))).toBe(true);
    const report = readFileSync(join(directory, 'report.md'), 'utf8');
    expect(report).toContain('dashboards/shop.json:8:18: missing-filter: widgets[0]: "Memory" shows');
    expect(report).toContain('1 dashboard checked, 1 finding\n');
    expect(report).toMatch(/\*\*Memory\*\*/);
    expect(runner.place.read('summary')).toBe(report);
  });

  it('fail by the level that is asked for, and tell of files that can not be read', () => {
    const runner = new Runner(tagged, untagged);
    runner.report({ INPUT_FAIL_ON: 'error' });
    expect(runner.outputs().code).toBe('0');
    runner.place.write('work/dashboards/broken.json', '{"widgets": 1,}');
    runner.report({ INPUT_FAIL_ON: 'error' });
    expect(runner.outputs().code).toBe('1');
    expect(runner.place.read('summary')).toContain('dashboards/broken.json:1:14: is not JSON');
  });

  it('stop where the options are wrong', () => {
    const { status, stdout } = new Runner(tagged, untagged).report({ INPUT_OPTIONS: '--colour' });
    expect(status).toBe(2);
    expect(stdout).toContain("unknown option '--colour'");
  });

  it('write one comment, and find it again among those of others', () => {
    const runner = new Runner(tagged, untagged);
    runner.place.write('comments.json', [{ id: 1, body: 'I quote:\n> <!-- rookout-datadog check -->' }]);
    runner.report();
    expect(runner.comment()).toMatchObject({ status: 0, stderr: '' });
    runner.change(tagged);
    runner.report();
    expect(runner.comment()).toMatchObject({ status: 0, stderr: '' });
    const [others, own, ...more] = runner.comments();
    expect([others.body.split('\n')[0], more]).toEqual(['I quote:', []]);
    expect(own.body).toMatch(new RegExp(`^${MARKER}\n## Rookout in Datadog dashboards\n\nNo findings.\n`));
    expect(own.body).toContain('[The dashboards as pages](https://pages)');
  });
});
