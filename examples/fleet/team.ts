import { readFileSync } from 'fs';
import { z } from 'zod';

const text = z.string().regex(/\S/, 'is empty');
const name = z.string().regex(/^[a-z][a-z\d-]*$/, {
  error: ({ input }) =>
    `"${input}" must begin with a small letter, and have small letters, digits and "-" only`,
});

const dashboard = z.strictObject({
  /** Never change it: with another id, Terraform makes another dashboard. */
  id: name,
  title: text,
  services: z.array(text).min(1, 'is empty'),
});

/** A team: the name of its stack and its handle in Datadog, and its dashboards. */
const team = z.strictObject({
  name: name.refine((value) => value !== 'shared', '"shared" is the name of the stack that all teams share'),
  dashboards: z.array(dashboard).min(1, 'is empty').check(eachOnce('id')),
});

const teams = z.array(team).min(1, 'is empty').check(eachOnce('name'));

export type Team = z.infer<typeof team>;

/** @throws where the file holds no list of teams; the message names each place and what is wrong there */
export function readTeams(path: string): Team[] {
  try {
    return checkedTeams(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

export function checkedTeams(json: unknown): Team[] {
  const { data, error } = teams.safeParse(json);
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `teams${z.core.toDotPath(path)}: ${message}`);
  throw new Error(problems.join('\n'));
}

/** Refuses an item whose key has the value of an earlier one. */
function eachOnce<Key extends string>(key: Key): z.core.CheckFn<Record<Key, string>[]> {
  return ({ value: items, issues }) => {
    const values = items.map((item) => item[key]);
    values.forEach((value, index) => {
      if (values.indexOf(value) === index) return;
      issues.push({
        code: 'custom',
        input: value,
        path: [index, key],
        message: `"${value}" is there already`,
      });
    });
  };
}
