import { isConditional } from '../query/alternatives';
import { Filter } from '../query/filter';
import { printFilter } from '../query/print';
import { LinkLabel } from '../../rookout/session-link';
import { Row } from './rows';
import { Column, ShownInstances } from './shown-instances';
import { isCovered } from './tight';

const LEFT_OUT_LINES: Filter = { kind: 'unknown', text: 'lines that the graph leaves out' };

/**
 * What the queries demand and labels don't say, as text such as `not host:web-1`: the labels select more than the
 * graph shows. Empty if they select exactly what it shows.
 *
 * @param labels the labels of a title or a link
 */
export function widerThan({ rows, columns }: ShownInstances, labels: readonly LinkLabel[]): string[] {
  const used = columns.filter(({ key, by }) => labels.some((label) => isOf(by, label) && label.key === key));
  const unsaid = rows.map((row) => unsaidOf(row, used));
  const isExact = isCovered(
    used.map(({ values }) => values),
    unsaid.map((terms, row) => terms.length === 0 && !isConditional(rows[row])),
  );
  return isExact ? [] : [...new Set(unsaid.flat().map(printFilter))];
}

function isOf(by: Column['by'], label: LinkLabel): boolean {
  if (!('filledBy' in label)) return by === 'label';
  return by === (label.filledBy.startsWith('{{$') ? 'variable' : 'line');
}

function unsaidOf({ conditions, rest, cutGroups }: Row, used: readonly Column[]): Filter[] {
  const bySaying = new Map(used.map(({ tag, by }) => [tag, by]));
  const unsaid = [...conditions].flatMap(([tag, { doubt, terms }]) => {
    switch (bySaying.get(tag)) {
      case 'line':
        return [];
      case 'label':
        return doubt ? terms.filter(({ kind }) => kind !== 'tag') : [];
      case 'variable':
        return terms.filter(({ kind }) => kind !== 'variable');
      default:
        return terms;
    }
  });
  const isClicked = cutGroups?.length !== 0 && cutGroups?.every((tag) => bySaying.get(tag) === 'line');
  return [...unsaid, ...rest, ...(cutGroups && !isClicked ? [LEFT_OUT_LINES] : [])];
}
