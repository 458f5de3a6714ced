import { quotedTitle, Rule } from './rule';

export const MALFORMED_FILTER: Rule = {
  id: 'malformed-filter',
  level: 'error',
  fixable: false,
  summary: 'Text in brackets in the title of a graph looks like a label filter, but is not one.',
  help: 'Write one key:value pair in each pair of brackets, without spaces around the colon.',
  check: ({ report: { before: title }, brackets }) =>
    brackets.flatMap(({ text, problem }) =>
      problem === undefined
        ? []
        : [`"[${text}]" in the title ${quotedTitle(title)} is not a label filter: ${problem}`],
    ),
};
