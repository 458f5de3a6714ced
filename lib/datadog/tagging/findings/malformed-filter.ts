import { BadInput } from '../../../bad-input';
import { RookoutLabel } from '../../../rookout/label';
import { quotedTitle, Rule } from './rule';

export const MALFORMED_FILTER: Rule = {
  id: 'malformed-filter',
  level: 'error',
  summary: 'Brackets in the title of a graph hold what looks like a label filter, and is none.',
  help: 'Write one key:value pair in each pair of brackets, without spaces around the colon.',
  check: ({ report: { before: title } }) =>
    [...title.matchAll(/\[([^[\]]*)\]/g)].flatMap(([group, text]) => {
      const problem = problemOf(text);
      if (problem === undefined) return [];
      return [`${quotedTitle(group)} in the title ${quotedTitle(title)} is no label filter: ${problem}`];
    }),
};

/** Text with several colons is a time, an address and the like, unless commas make it a list of filters. */
function problemOf(text: string): string | undefined {
  const parts = text.split(',');
  if (!parts.every((part) => part.split(':').length === 2)) {
    if (text.split(':').length !== 2) return undefined;
  } else if (parts.length > 1) {
    const groups = parts.map((part) => `[${part.trim()}]`).join(' ');
    return `it holds ${parts.length} filters. Give each brackets of its own: ${groups}`;
  }
  try {
    RookoutLabel.parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) return error.message.replace(/\.$/, '');
    throw error;
  }
}
