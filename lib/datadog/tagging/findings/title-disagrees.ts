import { quotedTitle, Rule } from './rule';

export const TITLE_DISAGREES: Rule = {
  id: 'title-disagrees',
  level: 'error',
  fixable: false,
  summary: 'A label filter in the title of a graph names instances that its queries certainly do not show.',
  help: 'Correct the title or the queries: the graph was copied, or one of the two was changed alone.',
  check: ({ report: { before, disagreement } }) =>
    disagreement === undefined
      ? []
      : [`${quotedTitle(before)} names ${disagreement}. Correct one of the two`],
};
