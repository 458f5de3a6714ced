import fc from 'fast-check';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { RookoutLabel } from '../../../lib/rookout/label';
import {
  Chosen,
  chosen,
  graphOf,
  Instance,
  INSTANCES,
  LABEL_OF,
  Query,
  query,
  TAGS,
  VARIABLES,
} from './model';

const RULES = taggingRules({ titleValues: 100 });
const EXACT = taggingRules({ titleValues: 100, exact: true });
const TAG_OF = new Map(Object.entries(LABEL_OF).map(([tag, key]) => [key, tag]));
const RUNS = Number(process.env.MODEL_RUNS ?? 500);

/** Values by tag: several of one tag are alternatives, different tags narrow down. */
type Selection = ReadonlyMap<string, readonly string[]>;

function selectionOf(filters: readonly string[]): Selection {
  const selection = new Map<string, string[]>();
  for (const filter of filters) {
    const [key, value] = filter.split(':');
    const tag = TAG_OF.get(key)!;
    if (value !== '*') selection.set(tag, [...(selection.get(tag) ?? []), value]);
  }
  return selection;
}

const selects = (selection: Selection, instance: Instance) =>
  [...selection].every(([tag, values]) => values.includes(instance[tag]));

/** Whether the graph shows an instance that is the same as far as the selection looks at it. */
const isShown = (selection: Selection, instance: Instance, shown: readonly Instance[]) =>
  shown.some((one) => [...selection.keys()].every((tag) => one[tag] === instance[tag]));

function tagged(queries: readonly Query[], rules = RULES): { labels: string[]; link: string[] } {
  const template_variables = Object.entries(VARIABLES).map(([name, prefix]) => ({ name, prefix }));
  const { widgets } = tagDashboard(
    { template_variables, widgets: [{ definition: graphOf(queries) }] },
    rules,
  );
  const [, filters = ''] = widgets[0].link?.split('?labels=') ?? [];
  return {
    labels: RookoutLabel.inTitle(widgets[0].after).map(String),
    link: filters === '' ? [] : filters.split('%2C').map(decodeURIComponent),
  };
}

/** The filters of a link as they are opened: with what has been chosen, and the values of the clicked line. */
function opened(link: readonly string[], given: Chosen, line: Instance): string[] {
  return link.map((filter) =>
    filter.replace(/\{\{(\$?)(\w+)\.value\}\}/, (_, dollar, name) => (dollar ? given[name] : line[name])),
  );
}

function expectOnlyShown(filters: readonly string[], shown: readonly Instance[]): void {
  const selection = selectionOf(filters);
  for (const instance of INSTANCES) {
    if (selects(selection, instance)) expect(isShown(selection, instance, shown)).toBe(true);
  }
}

/** The promise of `exact`: every instance that is selected, whatever else it is, is shown. */
function expectAllShown(filters: readonly string[], shown: readonly Instance[]): void {
  const selection = selectionOf(filters);
  for (const instance of INSTANCES) {
    if (selects(selection, instance)) expect(shown).toContain(instance);
  }
}

const shownBy = ({ scope }: Query, given: Chosen) => INSTANCES.filter((one) => scope.lets(one, given));

/** The drawn queries, where each of them has something to show. */
function drawnOf(queries: readonly Query[], given: Chosen): readonly Query[] {
  const drawn = queries.filter((one) => one.drawn);
  fc.pre(drawn.every((one) => shownBy(one, given).length > 0));
  return drawn;
}

const graph = fc.array(query, { minLength: 1, maxLength: 3 });

/** How filters are compared with what is shown, by the rules of tagging. */
const PROMISES = [
  ['is never a value that the graph does not show', RULES, expectOnlyShown],
  ['is, if it has to be exact, never an instance that the graph does not show', EXACT, expectAllShown],
] as const;

describe.each(PROMISES)('what is opened %s, by a model of what graphs show', (_, rules, expectShown) => {
  it('by the title', () => {
    fc.assert(
      fc.property(graph, (queries) => {
        const everything: Chosen = { svc: '*', e: '*' };
        const drawn = drawnOf(queries, everything);
        const { labels } = tagged(queries, rules);
        if (labels.length > 0)
          expectShown(
            labels,
            drawn.flatMap((one) => shownBy(one, everything)),
          );
      }),
      { numRuns: RUNS },
    );
  });

  it('by the link, whichever line is clicked', () => {
    fc.assert(
      fc.property(graph, chosen, (queries, given) => {
        const drawn = drawnOf(queries, given);
        const { link } = tagged(queries, rules);
        const shown = drawn.flatMap((one) => shownBy(one, given));
        for (const one of link.length > 0 ? drawn : []) {
          const grouped = one.groups.filter((tag) => tag in TAGS);
          const clickable = shownBy(one, given).filter((instance) => grouped.every((tag) => tag in instance));
          const lines = new Map(clickable.map((line) => [grouped.map((tag) => line[tag]).join(), line]));
          for (const line of lines.values()) expectShown(opened(link, given, line), shown);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
