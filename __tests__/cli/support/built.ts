import { execFileSync, spawn } from 'child_process';
import { readdirSync, readFileSync, renameSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..', '..');

/** Builds the command into one file, so that a process of it starts as fast as the one in the package. */
export function builtCommand(): string {
  const command = join(ROOT, 'build', 'command', 'rookout-datadog.js');
  const own = `${command}.${process.pid}`;
  const options = {
    entryPoints: ['lib/cli/rookout-datadog.ts'],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: own,
  };
  // Not in this process: esbuild does not run within Jest.
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], {
    cwd: ROOT,
  });
  renameSync(own, command);
  return command;
}

/** How a process has ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** In milliseconds. */
  readonly took: number;
}

/** What takes longer is killed, in milliseconds. */
const PATIENCE = 60_000;

/** Runs a command, and sends it a signal after so many milliseconds. */
export function runAndSignal(
  argv: readonly string[],
  cwd: string,
  signal?: NodeJS.Signals,
  after = 0,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const [program, ...args] = argv;
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = signal && setTimeout(() => child.kill(signal), after);
    const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.on('error', reject);
    child.on('close', (code, ended) => {
      clearTimeout(timer);
      clearTimeout(killer);
      resolve({ code, signal: ended, stdout, stderr, took: performance.now() - start });
    });
  });
}

/** Everything in a directory, also what is hidden: files with their content, and directories. */
export function contentOf(directory: string): Record<string, string> {
  const names = readdirSync(directory, { withFileTypes: true, recursive: true });
  const entries = names.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(directory.length + 1), entry.isDirectory() ? 'directory' : readFileSync(path, 'utf8')];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the command has printed, on older versions of Node too. */
export function withoutNodeNotice(stderr: string): string {
  return stderr.replace(/^.*needs Node 22 or later.*\n/, '');
}
