import { spawn } from 'child_process';

/** Runs the command that synthesizes; one at a time. Tells what it printed, where it failed. */
export function synthesize(command: string, cwd: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const run = spawn(command, { cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [run.stdout, run.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    run.on('error', ({ message }) => resolve(message));
    run.on('close', (status) => resolve(status === 0 ? undefined : printed.trim() || `${command} failed`));
  });
}
