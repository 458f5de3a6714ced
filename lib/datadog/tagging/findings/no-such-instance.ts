import { filterText } from '../../../rookout/label-filter';
import { Unmatched, unmatched } from '../../../rookout/unmatched';
import { quotedTitle, Rule } from './rule';

export const NO_SUCH_INSTANCE: Rule = {
  id: 'no-such-instance',
  level: 'error',
  fixable: false,
  needsInstances: true,
  summary: 'No instance that runs has the labels that a title or a link of a graph names.',
  help: 'Correct the title or the queries, or give the instances the label in ROOKOUT_LABELS.',
  check: ({ report, running }) => {
    if (!running) return [];
    const { instances, labels } = running;
    const found = new Map<string, Unmatched & { readonly where: Set<string> }>();
    const add = (where: string, all: readonly Unmatched[]): void => {
      for (const one of all) {
        const name = one.filters.map(filterText).sort().join();
        const known = found.get(name) ?? { ...one, where: new Set<string>() };
        known.where.add(where);
        found.set(name, known);
      }
    };
    add('title', unmatched(labels.title, instances));
    add('link', unmatched(labels.link, instances));
    return Array.from(
      found.values(),
      ({ where, problem }) =>
        `the ${[...where].join(' and the ')} of ${quotedTitle(report.before)}: ${problem}`,
    );
  },
};
