import { readFileSync } from 'fs';
import { join } from 'path';

/** The version of this package. */
export function version(): string {
  return packageJson().version;
}

/** What is wrong with a version of Node: it is older than `engines` in package.json asks for. Else undefined. */
export function problemOfNode(running: string): string | undefined {
  const { name, engines } = packageJson();
  const lowest = parseInt(engines.node.replace('>=', ''));
  if (parseInt(running) >= lowest) return undefined;
  return `${name} needs Node ${lowest} or later, this is ${running}. It goes on, but it is not tested with it.`;
}

function packageJson(): { name: string; version: string; engines: { node: string } } {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
}
