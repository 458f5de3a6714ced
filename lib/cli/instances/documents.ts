import { Lines, Place } from '../../json/place';
import { childOf, JsonText } from '../../json/text';
import { readJson } from '../files/dashboard';
import { FileError } from '../files/errors';
import { TextFile } from '../files/read';

/** A document of a file, as plain data. */
export interface FileDocument {
  readonly value: unknown;
  /** The place of the value under these keys. If there is no such value, that of the nearest one around it. */
  placeOf(keys: readonly (string | number)[]): Place;
}

/**
 * The documents of a file in JSON or YAML. JSON is read by Node itself, which is many times faster.
 *
 * @throws FileError with line and column
 */
export function documentsIn({ path, text }: TextFile): readonly FileDocument[] {
  if (/\.json$/i.test(path) || isJson(text)) return [ofJson(readJson(path, text))];
  // Most runs of the command read no YAML.
  const { readYaml } = require('./yaml') as typeof import('./yaml');
  const documents = readYaml(text);
  const lines = new Lines(text);
  if ('problem' in documents) {
    throw new FileError(
      path,
      `can not be read as YAML: ${documents.problem}`,
      lines.placeOf(documents.offset),
    );
  }
  return documents.map(({ value, offsetOf }) => ({
    value,
    placeOf: (keys) => lines.placeOf(offsetOf(keys)),
  }));
}

/** Whether the text is JSON, and not YAML that begins with a bracket. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function ofJson(json: JsonText): FileDocument {
  return {
    value: json.value,
    placeOf: (keys) => {
      let node = json.root;
      for (const key of keys) {
        const next = childOf(node, key);
        if (!next) break;
        node = next;
      }
      return json.placeOf(node.offset);
    },
  };
}
