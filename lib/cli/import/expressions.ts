import { fileAt } from '../../bad-input';
import { Lines } from '../../json/place';
import { counted } from '../output/terminal';

/** An expression or directive. `$${` and `%%{` are plain text in a template. */
const EXPRESSION = /(?<!\$)\$\{|(?<!%)%\{/g;

/** A note if the file is probably for Terraform's `templatefile`. Else undefined. */
export function expressionsNote(path: string, text: string): string | undefined {
  const [first, ...others] = text.matchAll(EXPRESSION);
  if (!first) return undefined;
  const place = fileAt(path, new Lines(text).placeOf(first.index));
  return (
    `${place}: the first of ${counted(others.length + 1, 'template expression')}, "\${…}" or "%{…}". ` +
    'They stay text, since RookoutDashboard.fromFile does not evaluate them'
  );
}
