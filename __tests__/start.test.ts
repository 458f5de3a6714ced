import { execFileSync, spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { problemOfNode } from '../lib/cli/version';
import { describeWithCli } from './support/describe-with-node';
import { itOnPosix } from './support/posix';

const ROOT = join(__dirname, '..');

/** A machine with this Node and the project's own commands, and nothing else on its PATH. */
function bareMachine(node: string): { env: NodeJS.ProcessEnv; log: string; dir: string } {
  const dir = mkdtempSync(join(tmpdir(), 'rookout-start-'));
  symlinkSync(node, join(dir, 'node'));
  symlinkSync('/bin/sh', join(dir, 'sh'));
  const log = join(dir, 'network.log');
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: undefined,
    PATH: [dir, join(ROOT, 'node_modules', '.bin')].join(delimiter),
    NODE_OPTIONS: `--require ${join(__dirname, 'support', 'no-network.js')}`,
    NETWORK_LOG: log,
  };
  return { env, log, dir };
}

describeWithCli('npm start', (_, node) => {
  itOnPosix('synthesizes the demo without Terraform, account or network, and says what comes next', () => {
    const { env, log, dir } = bareMachine(node);
    try {
      const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      const { status, stdout, stderr } = spawnSync('sh', ['-c', scripts.start], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      });
      const problem = problemOfNode(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1));
      expect({ status, stderr }).toEqual({ status: 0, stderr: problem === undefined ? '' : `${problem}\n` });
      expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
      expect(stdout).toContain('rookout/Overview/Resource: datadog_dashboard_json, 22 graphs');
      for (const word of [
        'cdktf.out/stacks/rookout/cdk.tf.json',
        join('cdktf.out', 'preview', 'index.html'),
        'DD_API_KEY',
        'DD_APP_KEY',
        'npx cdktf deploy',
      ]) {
        expect(stdout).toContain(word);
      }
      const stack = readFileSync(join(ROOT, 'cdktf.out/stacks/rookout/cdk.tf.json'), 'utf8');
      expect(readFileSync(join(ROOT, 'cdktf.out/preview/rookout.html'), 'utf8')).toContain(
        'Set metric points',
      );
      const { services } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8')).context.rookout;
      expect(services).toHaveLength(11);
      for (const service of services)
        expect(stack).toContain(`${service} Memory [k8s_deployment:${service}]`);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
