import { ChildProcess, execFileSync, spawn } from 'child_process';
import { closeSync, constants, openSync, writeSync } from 'fs';
import { join } from 'path';
import { setTimeout } from 'timers/promises';
import { builtCommand } from '../support/built';
import { Workplace } from '../support/command';

const PIPE = 'pipe.json';

let command: string;
let child: ChildProcess;
beforeAll(() => (command = builtCommand()));
afterEach(() => void child.kill('SIGKILL'));

/** Fills a pipe, and goes on when its reader has taken some of it. Nothing more comes then, and no end. */
async function filledAndRead(pipe: number): Promise<void> {
  const text = Buffer.alloc(4096, ' ');
  const isFull = (): boolean => {
    try {
      writeSync(pipe, text);
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'EAGAIN' });
      return true;
    }
  };
  while (!isFull());
  while (isFull()) await setTimeout(10);
}

function ended(process: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    process.on('error', reject);
    process.on('close', (_, signal) => resolve(signal));
  });
}

(process.platform === 'win32' ? describe.skip : describe)('a pipe that stays open, and silent', () => {
  it.each([
    ['tag --in-place', ['tag', PIPE, '--in-place']],
    ['tag --out', ['tag', PIPE, '--out', 'tagged']],
    ['check', ['check', PIPE]],
    ['check --fix', ['check', PIPE, '--fix']],
    ['preview', ['preview', PIPE, '--out', 'pages']],
    ['import', ['import', PIPE, '--out', 'stack.ts']],
  ])('does not keep it from ending by a signal: %s', async (_, argv) => {
    const place = new Workplace();
    execFileSync('mkfifo', [join(place.path, PIPE)]);
    const pipe = openSync(join(place.path, PIPE), constants.O_RDWR | constants.O_NONBLOCK);
    child = spawn(process.execPath, [command, ...argv], { cwd: place.path, stdio: 'ignore' });
    const end = ended(child);
    await filledAndRead(pipe);
    child.kill('SIGINT');
    expect(await end).toBe('SIGINT');
    expect(place.list()).toEqual([PIPE]);
    closeSync(pipe);
  });

  it.each([
    ['tag', ['tag', '-']],
    ['check --fix', ['check', '-', '--fix']],
    ['preview', ['preview', '-', '--out', 'pages']],
  ])('does not keep it from ending by a signal as standard input: %s', async (_, argv) => {
    const place = new Workplace();
    child = spawn(process.execPath, [command, ...argv], {
      cwd: place.path,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const end = ended(child);
    // More than a pipe holds: it is written when the command has read some of it.
    await new Promise((resolve) => child.stdin!.write(Buffer.alloc(2 ** 22, ' '), resolve));
    child.kill('SIGINT');
    expect(await end).toBe('SIGINT');
    expect(place.list()).toEqual([]);
  });
});
