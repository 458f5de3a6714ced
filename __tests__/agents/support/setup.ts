import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Agent, AGENTS } from './agents';
import { noteInstalled } from './installed';
import { whyNoPods } from './pod';

/** Gets the agents from their registries. Jest calls it once, before the first of the project's tests. */
export default function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-agents-'));
  const reasons = [
    ...AGENTS.map((agent) => [agent.name, whyNot(agent, join(folder, agent.name))]),
    ['Pods', whyNoPods()],
  ].filter(([, reason]) => reason !== undefined);
  noteInstalled({ folder, reasons: Object.fromEntries(reasons) });
}

/** Why an agent can't be had, in one line. Undefined if it is there now. */
function whyNot({ tools, install }: Agent, folder: string): string | undefined {
  const missing = tools.find((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error);
  if (missing !== undefined) return `${missing} is not installed`;
  mkdirSync(folder);
  try {
    install(folder);
    return undefined;
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message: string };
    const lines = `${stderr ?? ''}\n${stdout ?? ''}\n${message}`.split('\n');
    return lines.find((line) => /error/i.test(line)) ?? message;
  }
}
