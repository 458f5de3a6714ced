import cli from 'cdktf-cli/package.json';
import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';

const WORKFLOW = join(__dirname, '..', '..', '.github', 'workflows', 'ci.yml');

/** The major versions of Node that the project is tested with, from its workflow. */
export const NODE_VERSIONS: string[] = /node: \[(.*)\]/.exec(readFileSync(WORKFLOW, 'utf8'))![1].split(', ');

type Body = (env: NodeJS.ProcessEnv, node: string) => void;

/**
 * Describes what holds with a version of Node, which comes from the npm registry; it is skipped, and says why, where
 * that can't be had.
 *
 * @param body is given the environment that has this Node first on the `PATH`, and its program
 */
export function describeWithNode(version: string, body: Body): void {
  const folder = mkdtempSync(join(tmpdir(), `rookout-node-${version}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const name = `node-${process.platform}-${process.arch}`;
  const reason = whyNot(`${name}@${version}`, folder);
  const bin = join(folder, 'node_modules', name, 'bin');
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
  const node = join(bin, 'node');
  if (reason === '') describe(`with Node ${version}`, () => body(env, node));
  else describe.skip(`with Node ${version} (skipped: ${reason})`, () => body(env, node));
}

/** Describes what runs the framework's CLI: with this Node, or the lowest that the CLI takes where this is older. */
export function describeWithCli(name: string, body: Body): void {
  const { engines }: Record<string, any> = cli;
  const lowest = parseInt(engines?.node.replace('>=', '') ?? '0');
  if (parseInt(process.versions.node) >= lowest) describe(name, () => body(process.env, process.execPath));
  else describe(name, () => describeWithNode(String(lowest), body));
}

/** Why a package can't be installed, in one line; nothing if it can. */
function whyNot(spec: string, folder: string): string {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', '--prefix', folder, ...options, spec], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).split('\n')[0];
  }
}
