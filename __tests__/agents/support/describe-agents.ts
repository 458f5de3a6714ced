import { join } from 'path';
import { Agent, AGENTS } from './agents';
import { installed } from './installed';
import { inPod, Pod } from './pod';
import { Report } from './protocol';
import { Started, started } from './start';

/** For how many milliseconds a test waits for a report that has to come, and for one that should not. */
const PATIENCE = { report: 60_000, silence: 5_000 };

/** An agent that can be started. */
export interface InstalledAgent {
  readonly name: Agent['name'];
  /** What it reports when it is started with this environment. */
  report(env?: Record<string, string>, pod?: Pod): Promise<Report>;
  /** Whether it reports nothing when it is started with this environment. */
  isSilent(env: Record<string, string>): Promise<boolean>;
}

/** Describes what holds for each agent. It is skipped, and says why, where the agent can't be had. */
export function describeAgents(name: string, body: (agent: InstalledAgent) => void): void {
  const { folder, reasons } = installed();
  for (const agent of AGENTS) {
    const title = `${name}, with the agent for ${agent.name} (${agent.package})`;
    const reason = reasons[agent.name];
    if (reason === undefined) describe(title, () => body(installedAgent(agent, join(folder, agent.name))));
    else describe.skip(`${title} (skipped: ${reason})`, () => body(installedAgent(agent, '')));
  }
}

/** A test that runs a program as in a pod. It is skipped where that is not possible. */
export function itInPod(name: string, test: () => Promise<void>): void {
  const { Pods: reason } = installed().reasons;
  if (reason === undefined) it(name, test);
  else it.skip(`${name} (skipped: ${reason})`, test);
}

function installedAgent(agent: Agent, folder: string): InstalledAgent {
  // Nothing of the user's own settings.
  const environment = (env: Record<string, string>) => ({
    PATH: process.env.PATH,
    HOME: folder,
    ROOKOUT_LOG_FILE: join(folder, 'agent.log'),
    ...agent.environment?.(folder),
    ...env,
  });
  return {
    name: agent.name,
    async report(env = {}, pod) {
      const program = agent.program(folder);
      const command = pod ? inPod(pod, program) : program;
      return reportOf(await started(command, environment(env), PATIENCE.report));
    },
    async isSilent(env) {
      const { report } = await started(agent.program(folder), environment(env), PATIENCE.silence);
      return report === undefined;
    },
  };
}

function reportOf({ report, printed }: Started): Report {
  if (report === undefined) throw new Error(`The agent has not reported. The program printed:\n${printed}`);
  return report;
}
