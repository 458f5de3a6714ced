import { readFileSync } from 'fs';
import { join } from 'path';

/** The version of this package. */
export function version(): string {
  return packageJson().version;
}

/** The problem if a version of Node is older than `engines` in package.json says. Else undefined. */
export function problemOfNode(running: string): string | undefined {
  const { name, engines } = packageJson();
  const lowest = parseInt(engines.node.replace('>=', ''));
  if (parseInt(running) >= lowest) return undefined;
  return `${name} needs Node ${lowest} or later, but this is ${running}. It continues, but it is not tested with this version.`;
}

function packageJson(): { name: string; version: string; engines: { node: string } } {
  return JSON.parse(readFileSync(join(packageDirectory(), 'package.json'), 'utf8'));
}

/** Where this package is. */
export function packageDirectory(): string {
  return join(__dirname, '..', '..');
}
