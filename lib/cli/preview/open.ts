import { spawn } from 'child_process';
import { resolve } from 'path';
import { Terminal } from '../output/terminal';

/** What opens a file in the user's browser, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
};

/** Opens a page in the user's browser. */
export function open(path: string, { cwd, stderr }: Terminal): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const target = /^https?:/.test(path) ? path : resolve(cwd, path);
  spawn(command, [...args, target], { stdio: 'ignore', detached: true })
    .on('error', () => stderr.write(`Nothing on this machine opens pages. Open ${target} yourself.\n`))
    .unref();
}
