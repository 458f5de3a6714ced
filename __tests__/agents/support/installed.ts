/** Where the agents are, or why they are not. The setup of the Jest project writes it, its tests read it. */
export interface Installed {
  readonly folder: string;
  /** Why an agent can't be had, by its name. */
  readonly reasons: Readonly<Record<string, string>>;
}

const VARIABLE = 'AGENTS_INSTALLED';

export function noteInstalled(installed: Installed): void {
  process.env[VARIABLE] = JSON.stringify(installed);
}

export function installed(): Installed {
  return JSON.parse(process.env[VARIABLE]!);
}
