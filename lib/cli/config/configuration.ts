import { existsSync } from 'fs';
import { dirname, resolve } from 'path';
import { BadInput } from '../../bad-input';
import { RULES } from '../../datadog/tagging/findings/findings';
import { Level } from '../../datadog/tagging/findings/rule';
import { readJson } from '../files/dashboard';
import { FileError, UsageError } from '../files/errors';
import { readTextFile } from '../files/read';
import { Terminal } from '../output/terminal';
import { Excuse, readExcuse } from './excuse';
import { CommandSettings, readTagging } from './tagging';
import { ConfiguredValue, Readers } from './value';

/** The file that is read if no other is named. */
export const CONFIGURATION_FILE = 'rookout-datadog.json';

/** The values that a rule can have. */
export const LEVELS = ['off', 'warning', 'error'] as const satisfies readonly (Level | 'off')[];

/** The content of a configuration file. */
interface Content {
  /** The address of the schema, for editors. */
  readonly $schema: string;
  /** The levels of rules by id. A rule that is left out keeps its default. */
  readonly rules: Readonly<Partial<Record<string, Level | 'off'>>>;
  readonly excuses: readonly Excuse[];
  readonly tagging: CommandSettings;
}

/** The configuration of commands. */
export interface Configuration extends Omit<Content, '$schema'> {
  /** The path of the file, as users write it. */
  readonly path: string;
  /** The directory that it is in. */
  readonly directory: string;
}

/** The reader of each key of the file. */
export const CONFIGURATION: Readers<Content> = {
  $schema: (value) => value.text(),
  rules: (value) =>
    value.object(Object.fromEntries(RULES.map(({ id }) => [id, (level) => level.oneOf(LEVELS)]))),
  excuses: (value) => value.list(readExcuse),
  tagging: readTagging,
};

/**
 * Reads the configuration.
 *
 * @param named the file; by default `rookout-datadog.json` in the current directory, if there is one
 * @throws UsageError if it can't be read or is invalid
 */
export function readConfiguration(named: string | undefined, terminal: Terminal): Configuration {
  const path = named ?? CONFIGURATION_FILE;
  const absolute = resolve(terminal.cwd, path);
  const none = { path, directory: dirname(absolute), rules: {}, excuses: [], tagging: {} };
  if (named === undefined && !existsSync(absolute)) return none;
  try {
    const json = readJson(path, readTextFile(path, terminal).text);
    return { ...none, ...ConfiguredValue.whole(path, json).object(CONFIGURATION) };
  } catch (error) {
    if (error instanceof FileError || error instanceof BadInput)
      throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
