import { fileAt } from '../../bad-input';
import { Lines } from '../../json/place';
import { counted } from '../output/terminal';

/** `$${` and `%%{` are the literals of a template. */
const EXPRESSION = /(?<!\$)\$\{|(?<!%)%\{/g;

/** What to say of a file that Terraform's `templatefile` seems to read, in one line; nothing of any other. */
export function expressionsNote(path: string, text: string): string | undefined {
  const [first, ...others] = text.matchAll(EXPRESSION);
  if (!first) return undefined;
  const place = fileAt(path, new Lines(text).placeOf(first.index));
  return (
    `${place}: here begins the first of ${counted(others.length + 1, 'template expression')}, "\${…}" or "%{…}". ` +
    'They stay text: RookoutDashboard.fromFile evaluates none'
  );
}
