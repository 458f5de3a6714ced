import { Lines } from '../../json/place';
import { Note } from '../check/result';
import { counted } from '../output/terminal';

/** An expression or directive. `$${` and `%%{` are plain text in a template. */
const EXPRESSION = /(?<!\$)\$\{|(?<!%)%\{/g;

/** A note if the file is probably for Terraform's `templatefile`. Else undefined. */
export function expressionsNote(path: string, text: string): Note | undefined {
  const [first, ...others] = text.matchAll(EXPRESSION);
  if (!first) return undefined;
  const message =
    `the first of ${counted(others.length + 1, 'template expression')}, "\${…}" or "%{…}". ` +
    'They stay text, since RookoutDashboard.fromFile does not evaluate them';
  return { path, place: new Lines(text).placeOf(first.index), message };
}
