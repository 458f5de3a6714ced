import fc from 'fast-check';
import { RookoutLabel } from '../../../lib/rookout/label';
import { Formula, formulaOver, INSTANCES, queriesIn, Query, scope, written } from './arbitrary-formulas';
import { hasHiddenZero, isDrawn, shownBy } from './formula-model';
import { tag, timeseries } from './tagged';

const RUNS = Number(process.env.MODEL_RUNS ?? 1000);

const formula = fc
  .uniqueArray(scope, { minLength: 2, maxLength: 4 })
  .chain(formulaOver)
  .filter((one) => isDrawn(one) && !hasHiddenZero(one));

const textOf = ({ scope: { text }, metric }: Query) => `sum:m${metric}{${text}}`;

const metricQuery = (name: string, query: string) => ({ data_source: 'metrics', name, query });

/** The request of a graph that draws the formula. */
const FORMS: Record<string, (formula: Formula) => object> = {
  'the text of a query': (one) => ({ q: written(one, textOf) }),
  'a formula over queries': (one) => {
    const texts = [...new Set(queriesIn(one).map(textOf))];
    const nameOf = (text: string) => `query${texts.indexOf(text)}`;
    return {
      queries: texts.map((text) => metricQuery(nameOf(text), text)),
      formulas: [{ formula: written(one, (query) => nameOf(textOf(query))) }],
    };
  },
  'a formula with a query for each operand': (one) => {
    let operand = 0;
    return {
      queries: queriesIn(one).map((query, index) => metricQuery(`query${index}`, textOf(query))),
      formulas: [{ formula: written(one, () => `query${operand++}`) }],
    };
  },
};

/** The values that the title has of each tag. */
function labelsOf(request: object): ReadonlyMap<string, readonly string[]> {
  const { widgets } = tag({ widgets: [timeseries({ title: 'Graph', requests: [request] })] });
  const labels = new Map<string, string[]>();
  for (const { key, value } of RookoutLabel.inTitle(widgets[0].after)) {
    labels.set(key, [...(labels.get(key) ?? []), value]);
  }
  return labels;
}

describe('what arithmetic shows, by a model of sums', () => {
  it.each(Object.entries(FORMS))('is all that a title names, in %s', (_, requestOf) => {
    fc.assert(
      fc.property(formula, (drawn) => {
        const labels = [...labelsOf(requestOf(drawn))];
        if (labels.length === 0) return;
        const shown = shownBy(drawn);
        const selected = INSTANCES.filter((one) =>
          labels.every(([key, values]) => values.some((value) => value === one[key])),
        );
        const missing = selected.filter(
          (one) => !shown.some((other) => labels.every(([key]) => other[key] === one[key])),
        );
        const text = written(drawn, textOf);
        expect({ text, labels, missing }).toEqual({ text, labels, missing: [] });
      }),
      { numRuns: RUNS },
    );
  });
});
