import { readFileSync } from 'fs';

/** A team: the name of its stack and its handle in Datadog, and what it looks at. */
export interface Team {
  readonly name: string;
  readonly dashboards: readonly TeamDashboard[];
}

export interface TeamDashboard {
  /** Stays the same for good: under another id, Terraform makes another dashboard. */
  readonly id: string;
  readonly title: string;
  readonly services: readonly string[];
}

/** @throws where the file holds no list of teams; the message names the place and what is wrong there */
export function readTeams(path: string): Team[] {
  try {
    return checkedTeams(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

export function checkedTeams(json: unknown): Team[] {
  const teams = list('teams', json, checkedTeam);
  eachOnce(
    'teams',
    teams.map(({ name }) => name),
  );
  return teams;
}

function checkedTeam(place: string, json: unknown): Team {
  const { name, dashboards } = object(place, json, ['name', 'dashboards']);
  const team = {
    name: identifier(`${place}.name`, name),
    dashboards: list(`${place}.dashboards`, dashboards, checkedDashboard),
  };
  if (team.name === 'shared')
    throw new Error(`${place}.name: "shared" is the name of the stack that all share`);
  eachOnce(
    `${place}.dashboards`,
    team.dashboards.map(({ id }) => id),
  );
  return team;
}

function checkedDashboard(place: string, json: unknown): TeamDashboard {
  const { id, title, services } = object(place, json, ['id', 'title', 'services']);
  return {
    id: identifier(`${place}.id`, id),
    title: text(`${place}.title`, title),
    services: list(`${place}.services`, services, text),
  };
}

function object(place: string, json: unknown, fields: readonly string[]): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error(`${place} is no object`);
  const unknown = Object.keys(json).find((key) => !fields.includes(key));
  if (unknown !== undefined) throw new Error(`${place}.${unknown} is not known. Use ${fields.join(', ')}`);
  return json as Record<string, unknown>;
}

function list<T>(place: string, json: unknown, item: (place: string, json: unknown) => T): T[] {
  if (!Array.isArray(json) || json.length === 0) throw new Error(`${place} is no list with something in it`);
  return json.map((value, index) => item(`${place}[${index}]`, value));
}

function text(place: string, json: unknown): string {
  if (typeof json !== 'string' || json.trim() === '') throw new Error(`${place} is no text`);
  return json;
}

function identifier(place: string, json: unknown): string {
  const name = text(place, json);
  if (!/^[a-z][a-z\d-]*$/.test(name)) {
    throw new Error(`${place}: "${name}" has more than small letters, digits and "-", or begins with none`);
  }
  return name;
}

function eachOnce(place: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${place}: "${twice}" is there twice`);
}
