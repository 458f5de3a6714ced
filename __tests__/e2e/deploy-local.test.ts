import bindings from '@cdktf/provider-datadog/package.json';
import { spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { describeWithCli } from '../support/describe-with-node';
import { describeWithProvider } from './support/describe-with-provider';

const ROOT = join(__dirname, '..', '..');
const SCRIPT = ['--require', 'ts-node/register', join(ROOT, 'scripts', 'deploy-local.ts')];
/** As a user's shell may have them; each would lead elsewhere. */
const USERS_OWN = {
  DD_API_KEY: 'key-of-the-user',
  DATADOG_APP_KEY: 'key-of-the-user',
  DD_HOST: 'http://127.0.0.1:1',
  TF_WORKSPACE: 'production',
  TF_CLI_ARGS: '-no-such-flag',
};

interface Started {
  /** Comes when the output holds the text, or the script has ended. */
  readonly until: (text: string) => Promise<unknown>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

let temporary: string;
beforeEach(() => (temporary = mkdtempSync(join(tmpdir(), 'rookout-test-'))));
afterEach(() => rmSync(temporary, { recursive: true }));

/** Starts the script with a folder for temporary files of its own. */
function start(args: string[] = [], env: NodeJS.ProcessEnv = {}, node = process.execPath): Started {
  const child = spawn(node, [...SCRIPT, ...args], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const closed = once(child, 'close');
  const until = (text: string) =>
    Promise.race([
      closed,
      new Promise<void>((found) => child.stdout.on('data', () => output.includes(text) && found())),
    ]);
  const ended = closed.then(([code]) => ({ code, output }));
  return { until, kill: (signal) => child.kill(signal), ended };
}

/** The folders that the script has made and left. */
function leftOver(): string[] {
  return readdirSync(temporary).filter((name) => name.startsWith('rookout-deploy-'));
}

function stateFiles(): string[] {
  return readdirSync(ROOT).filter((name) => name.includes('tfstate') || name.startsWith('.terraform'));
}

describeWithProvider('npm run deploy:local', (version) => {
  // It deploys with the provider that the bindings name.
  if (version !== bindings.cdktf.provider.version) return;
  describeWithCli('by the command', (env, node) => {
    const begin = (args: string[] = [], own: NodeJS.ProcessEnv = {}) =>
      start(args, { ...env, TMPDIR: temporary, ...own }, node);

    it('deploys main.ts, settles, says what the API holds, and leaves nothing behind', async () => {
      const before = stateFiles();
      const { code, output } = await begin([], USERS_OWN).ended;
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('Plan: 3 to add, 0 to change, 0 to destroy.');
      expect(output).toContain('OverviewUrl = "none, in a local deployment"');
      expect(output).not.toMatch(/(datadoghq\.com|127\.0\.0\.1:\d+)\/(api|dashboard)/);
      expect(output).toContain('No changes. Your infrastructure matches the configuration.');
      expect(output).toMatch(
        /took \d+ calls and holds:\n {2}dashboard "Rookout", 39 widgets, 22 graphs with/,
      );
      expect(output).toMatch(/app "Rookout Live Debugging", published\n/);
      expect(output).not.toContain('key-of-the-user');
      expect(leftOver()).toEqual([]);
      expect(stateFiles()).toEqual(before);
    });

    it('keeps the API until it is told to stop', async () => {
      const { until, kill, ended } = begin(['--keep']);
      const sent = until('until Ctrl-C').then(() => kill('SIGINT'));
      const { code, output } = await ended;
      await sent;
      expect(output).toContain('It runs until Ctrl-C.');
      expect(output).toMatch(
        /curl -H DD-API-KEY:\w{32} -H DD-APPLICATION-KEY:\w{40} http:\/\/127\.0\.0\.1:\d+/,
      );
      expect(code).toBe(0);
      expect(leftOver()).toEqual([]);
    });

    it('leaves nothing behind where it is stopped in the middle', async () => {
      const { until, kill, ended } = begin();
      const sent = until('Initializing provider plugins').then(() => kill('SIGTERM'));
      const { code, output } = await ended;
      await sent;
      expect(output).toMatch(/Stopped\.\n$/);
      expect(code).toBe(130);
      expect(leftOver()).toEqual([]);
    });

    it('says where providers come from, where none can be had', async () => {
      const settings = join(temporary, 'no-provider.tfrc');
      writeFileSync(
        settings,
        `provider_installation { filesystem_mirror { path = ${JSON.stringify(temporary)} } }`,
      );
      const { code, output } = await begin([], { TF_CLI_CONFIG_FILE: settings }).ended;
      expect(output).toContain("Terraform can't get the Datadog provider, see above.");
      expect(code).toBe(1);
      expect(leftOver()).toEqual([]);
    });
  });
});

describe('npm run deploy:local', () => {
  it(`says so where there is no ${TERRAFORM} on the PATH`, async () => {
    symlinkSync(process.execPath, join(temporary, 'node'));
    const { code, output } = await start([], { PATH: temporary }).ended;
    expect(output).toContain(`There is no ${TERRAFORM} on the PATH`);
    expect(code).toBe(1);
    expect(leftOver()).toEqual([]);
  });

  it('refuses an option that it does not know', async () => {
    const { code, output } = await start(['--kep']).ended;
    expect(output).toContain("Unknown option '--kep'");
    expect(code).toBe(1);
  });
});
