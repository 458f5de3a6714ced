import { ChildProcess, spawn } from 'child_process';

/**
 * Runs the command that synthesizes; one at a time. Tells what it printed, where it failed.
 *
 * @param ended ends it, with all that it has started
 */
export function synthesize(command: string, cwd: string, ended: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A group of its own can be ended as a whole. Windows has no groups.
    const detached = process.platform !== 'win32';
    const run = spawn(command, { cwd, shell: true, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (): void => endAll(run);
    ended.addEventListener('abort', end);
    let printed = '';
    for (const stream of [run.stdout, run.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    const settle = (problem: string | undefined): void => {
      ended.removeEventListener('abort', end);
      resolve(problem);
    };
    run.on('error', ({ message }) => settle(message));
    run.on('close', (status) => settle(status === 0 ? undefined : printed.trim() || `${command} failed`));
  });
}

function endAll(run: ChildProcess): void {
  try {
    if (process.platform === 'win32') run.kill();
    else if (run.pid !== undefined) process.kill(-run.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
