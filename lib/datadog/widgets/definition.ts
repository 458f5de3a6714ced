import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { WidgetFormula } from './formulas';
import { checkWord } from './check-word';
import { WidgetQuery } from './queries';
import { WidgetLiveSpan } from './words';

/** The data of a widget. Exactly one of `query`, `queries` and `definition` is given. */
export interface QueryOptions {
  readonly query?: string;
  readonly queries?: readonly WidgetQuery[];
  readonly formulas?: readonly WidgetFormula[];
  readonly definition?: any;
}

/** @throws BadInput if there is not exactly one source of data */
export function checkSource({ query, queries, definition }: QueryOptions): void {
  const given =
    Number(query !== undefined) + Number(queries !== undefined) + Number(definition !== undefined);
  if (given === 1) return;
  throw new BadInput(
    'query, queries, definition',
    given,
    'of them are given, but a graph has one source',
    'Give exactly one of the three',
  );
}

/**
 * The given definition, unchanged.
 *
 * @throws BadInput if it has another type or no requests, or formulas are also given
 */
export function givenDefinition(type: string, { definition, formulas }: QueryOptions): JsonObject {
  if (typeof definition !== 'object' || definition === null || definition.type !== type) {
    throw new BadInput(
      'definition.type',
      definition?.type,
      `is not "${type}"`,
      `Pass the definition of a ${type} widget; add other kinds with addWidget`,
    );
  }
  if (formulas) throw besideDefinition('formulas', formulas);
  if (!Array.isArray(definition.requests)) {
    throw new BadInput('definition.requests', definition.requests, 'is not a list', 'Give it its requests');
  }
  return definition;
}

const LIVE_SPANS = Object.values(WidgetLiveSpan);

/**
 * The time frame of the widget, if it has one.
 *
 * @throws BadInput if Datadog has no such time frame
 */
export function timeOf(liveSpan: string | undefined): JsonObject | undefined {
  checkWord('liveSpan', liveSpan, LIVE_SPANS);
  return liveSpan === undefined ? undefined : { time: { live_span: liveSpan } };
}

/** The first fields of a definition. The title is set later, when the label filters are known. */
export const TITLE = { title: '', title_size: '16', title_align: 'left' } as const;

/**
 * The definition of a widget of this type: the given one, or a new one with an empty title.
 *
 * @param own the options that only a new definition may have
 * @throws BadInput if there is not exactly one source of data, or such an option is given with a definition
 */
export function definitionOf<P extends QueryOptions & { readonly liveSpan?: string }>(
  type: string,
  options: P,
  own: readonly (keyof P & string)[],
  build: () => JsonObject,
): JsonObject {
  checkSource(options);
  const time = timeOf(options.liveSpan);
  if (options.definition === undefined) return { ...TITLE, ...time, type, ...build() };
  const beside = own.find((name) => options[name] !== undefined);
  if (beside !== undefined) throw besideDefinition(beside, options[beside]);
  return { ...givenDefinition(type, options), ...time };
}

function besideDefinition(name: string, value: unknown): BadInput {
  return new BadInput(
    name,
    value,
    'is given beside a definition, which has its own',
    'Put it into the definition',
  );
}
