import { quotedTitle, Rule } from './rule';

export const UNREADABLE_QUERY: Rule = {
  id: 'unreadable-query',
  level: 'warning',
  fixable: false,
  summary: "A query of a graph does not follow Datadog's syntax, so that nothing of the graph is checked.",
  help: "Correct the query, as Datadog's editor of the graph accepts it.",
  check: ({ report: { before, mistake } }) =>
    mistake === undefined ? [] : [`a query of ${quotedTitle(before)} can not be read: ${mistake}`],
};
