import { bracketsIn } from '../../../rookout/label';
import { quotedTitle, Rule } from './rule';

export const MALFORMED_FILTER: Rule = {
  id: 'malformed-filter',
  level: 'error',
  fixable: false,
  summary: 'Brackets in the title of a graph hold what looks like a label filter, and is none.',
  help: 'Write one key:value pair in each pair of brackets, without spaces around the colon.',
  check: ({ report: { before: title } }) =>
    bracketsIn(title).flatMap(({ text, problem }) =>
      problem === undefined
        ? []
        : [`"[${text}]" in the title ${quotedTitle(title)} is no label filter: ${problem}`],
    ),
};
