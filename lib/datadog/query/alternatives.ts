import { hasToken } from '../../terraform/tokens';
import { Filter, QueryError } from './filter';
import { holdsExpression } from './later-value';

/** A condition on the value of one tag. */
export interface Condition {
  /** The value is one of these. If undefined, any value is possible. */
  readonly values?: ReadonlySet<string>;
  /** The value is equal to the value of each of these template variables. */
  readonly variables: ReadonlySet<string>;
  /** Whether something that is only known when the graph is shown may exclude values. */
  readonly doubt: boolean;
  /** Whether `values` is undefined, and a wildcard or an exclusion limits the possible values. */
  readonly narrowed: boolean;
  /** Whether `values` is undefined, and a wildcard other than `*` alone limits the possible values. */
  readonly wild: boolean;
  /** Whether it may be that no value is left, since a variable or a second wildcard may exclude the rest. */
  readonly excludes: boolean;
}

/** One way in which a filter can be true: a condition for each tag, all of them true. */
export type Alternative = ReadonlyMap<string, Condition>;

/** The tags that matter, and the template variables of the dashboard. */
export interface Vocabulary {
  readonly tags: ReadonlySet<string>;
  /** The tag of a variable that is written without a tag before it. Undefined if it can be any. */
  tagOf(variable: string): string | undefined;
  /** Whether the dashboard has a variable of that name, and its value can be the value of a label. */
  declares(variable: string): boolean;
}

/** The most alternatives. No real query has more. */
const MOST = 1000;

/** A part of a condition that is applied to the values once all of them are known. */
interface Test {
  readonly pattern: string;
  readonly wild: boolean;
  readonly negated: boolean;
}

interface Draft extends Condition {
  readonly tests: readonly Test[];
}

type DraftAlternative = ReadonlyMap<string, Draft>;

const ANY: Draft = {
  variables: new Set(),
  doubt: false,
  narrowed: false,
  wild: false,
  excludes: false,
  tests: [],
};
const EVERYTHING: DraftAlternative = new Map();

/**
 * The alternatives of a filter, for the tags that matter. Other conditions, such as free text, are ignored.
 * Impossible alternatives, such as `service:cart -service:cart`, are left out.
 *
 * @throws QueryError if there are too many
 */
export function alternativesOf(filter: Filter, vocabulary: Vocabulary): Alternative[] {
  return drafts(filter, false, vocabulary).flatMap((draft) => {
    const alternative = new Map([...draft].map(([tag, condition]) => [tag, settled(condition)]));
    return [...alternative.values()].some(({ values }) => values?.size === 0) ? [] : [alternative];
  });
}

/** Whether the graph may show nothing of it, for example if people choose other values for the variables. */
export function isConditional(alternative: Alternative): boolean {
  return [...alternative.values()].some(
    ({ values, variables, doubt, excludes }) =>
      excludes ||
      variables.size > 1 ||
      (doubt && variables.size > 0) ||
      (values && (doubt || variables.size > 0)),
  );
}

/** Whether the filter has a condition on a tag that matters. A wildcard, a variable or a negation counts. */
export function mentions(filter: Filter, vocabulary: Vocabulary): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.of.some((part) => mentions(part, vocabulary));
    case 'not':
      return mentions(filter.of, vocabulary);
    case 'tag':
    case 'pattern':
    case 'range':
      return vocabulary.tags.has(filter.key);
    case 'variable': {
      const tag = tagBehind(filter, vocabulary);
      return tag !== undefined && vocabulary.tags.has(tag);
    }
    case 'text':
      return false;
  }
}

function drafts(filter: Filter, negated: boolean, vocabulary: Vocabulary): readonly DraftAlternative[] {
  switch (filter.kind) {
    case 'not':
      return drafts(filter.of, !negated, vocabulary);
    case 'and':
    case 'or': {
      const parts = filter.of.map((part) => drafts(part, negated, vocabulary));
      return (filter.kind === 'and') !== negated ? parts.reduce(product, [EVERYTHING]) : union(parts);
    }
    case 'tag':
    case 'pattern':
      return on(filter.key, vocabulary, valueDraft(filter, negated));
    case 'range':
      return on(filter.key, vocabulary, { ...ANY, doubt: true });
    case 'variable':
      return variableDrafts(filter, negated, vocabulary);
    case 'text':
      return [holdsExpression(filter.text) ? onEach(vocabulary, { ...ANY, doubt: true }) : EVERYTHING];
  }
}

function on(tag: string | undefined, vocabulary: Vocabulary, draft: Draft): DraftAlternative[] {
  return [tag !== undefined && vocabulary.tags.has(tag) ? new Map([[tag, draft]]) : EVERYTHING];
}

function onEach({ tags }: Vocabulary, draft: Draft): DraftAlternative {
  return new Map(Array.from(tags, (tag) => [tag, draft]));
}

function valueDraft({ kind, value }: Extract<Filter, { kind: 'tag' | 'pattern' }>, negated: boolean): Draft {
  if (kind === 'tag' && !negated) return { ...ANY, values: new Set([value]) };
  if (hasToken(value) || (kind === 'pattern' && value.includes('$'))) return { ...ANY, doubt: true };
  return { ...ANY, tests: [{ pattern: value.toLowerCase(), wild: kind === 'pattern', negated }] };
}

type Variable = Extract<Filter, { kind: 'variable' }>;

function variableDrafts(
  variable: Variable,
  negated: boolean,
  vocabulary: Vocabulary,
): readonly DraftAlternative[] {
  const { name, suffix } = variable;
  const tag = tagBehind(variable, vocabulary);
  const doubt = { ...ANY, doubt: true, excludes: negated };
  if (tag === undefined && suffix === undefined) return [onEach(vocabulary, doubt)];
  const known = !negated && vocabulary.declares(name) && isValue(variable, vocabulary);
  return on(tag, vocabulary, known ? { ...ANY, variables: new Set([name]) } : doubt);
}

/** The tag that a variable limits. `$service.value` alone limits none: it is text, such as `cart`. */
function tagBehind({ name, key, suffix }: Variable, vocabulary: Vocabulary): string | undefined {
  return key ?? (suffix === undefined ? vocabulary.tagOf(name) : undefined);
}

/**
 * Whether the tag has the value of the variable. `$env` stands for `env:prod`, so `service:$env` does not
 * mean the value `prod`, and neither does `service:$env.key`.
 *
 * Source: https://docs.datadoghq.com/dashboards/template_variables/
 */
function isValue({ name, key, suffix }: Variable, vocabulary: Vocabulary): boolean {
  const tag = vocabulary.tagOf(name);
  return suffix === undefined ? key === undefined || tag === undefined || tag === key : suffix === '.value';
}

/** Combines each alternative of the one with each alternative of the other. */
function product(some: readonly DraftAlternative[], others: readonly DraftAlternative[]): DraftAlternative[] {
  if (some.length * others.length > MOST) throw tooMany();
  return some.flatMap((one) => others.map((other) => together(one, other)));
}

function together(one: DraftAlternative, other: DraftAlternative): DraftAlternative {
  if (one.size === 0) return other;
  if (other.size === 0) return one;
  const result = new Map(one);
  for (const [tag, condition] of other) {
    const before = result.get(tag);
    result.set(tag, before ? both(before, condition) : condition);
  }
  return result;
}

function both(one: Draft, other: Draft): Draft {
  const values = one.values && other.values ? shared(one.values, other.values) : (one.values ?? other.values);
  return {
    ...(values && { values }),
    variables: new Set([...one.variables, ...other.variables]),
    doubt: one.doubt || other.doubt,
    narrowed: false,
    wild: false,
    excludes: one.excludes || other.excludes,
    tests: [...one.tests, ...other.tests],
  };
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...some].filter((value) => others.has(value)));
}

/** All alternatives of all parts, in order. Those with values of the same single tag become one. */
function union(parts: readonly (readonly DraftAlternative[])[]): readonly DraftAlternative[] {
  const all = parts.flat();
  if (all.some(({ size }) => size === 0)) return [EVERYTHING];
  const result: DraftAlternative[] = [];
  const valuesByTag = new Map<string, Set<string>>();
  for (const alternative of all) {
    const [[tag, { values, variables, doubt, tests }]] = alternative;
    if (alternative.size > 1 || !values || variables.size > 0 || doubt || tests.length > 0) {
      result.push(alternative);
      continue;
    }
    let own = valuesByTag.get(tag);
    if (!own) {
      own = new Set();
      valuesByTag.set(tag, own);
      result.push(new Map([[tag, { ...ANY, values: own }]]));
    }
    for (const value of values) own.add(value);
  }
  if (result.length > MOST) throw tooMany();
  return result;
}

/** The condition, with its tests applied to its values. */
function settled({ values, tests, ...others }: Draft): Condition {
  const { variables, doubt } = others;
  if (!values) {
    const narrowed = tests.length > 0;
    const patterns = tests.filter(({ negated }) => !negated);
    return {
      ...others,
      narrowed,
      wild: patterns.some(({ pattern }) => pattern !== '*'),
      doubt: doubt || (narrowed && variables.size > 0),
      excludes: others.excludes || (patterns.length > 0 && tests.length > 1),
    };
  }
  const left = [...values].filter((value) => tests.every((test) => passes(value, test)));
  return { ...others, values: new Set(left), doubt: doubt || (tests.length > 0 && left.some(hasToken)) };
}

function passes(value: string, { pattern, wild, negated }: Test): boolean {
  if (hasToken(value)) return true;
  const text = value.toLowerCase();
  return (wild ? wildcards(pattern).test(text) : text === pattern) !== negated;
}

/** `*` stands for any text, `?` for one character. */
function wildcards(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'su');
}

function tooMany(): QueryError {
  return new QueryError('The query has too many alternatives to know what it shows');
}
