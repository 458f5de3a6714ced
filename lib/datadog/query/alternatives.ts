import { mayContradict } from './contradiction';
import { Filter, QueryError } from './filter';
import { isLater } from './later-value';
import { Test, Tests } from './tests';

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
  /** Whether it may be that no value is left, since a variable, a range or a second wildcard may exclude the rest. */
  readonly excludes: boolean;
  /** The terms of the filter that it is made of. */
  readonly terms: readonly Filter[];
  /** The wildcards and exclusions in it. */
  readonly tests: readonly Test[];
}

/** One way in which a filter can be true. All of its conditions and terms are true. */
export interface Alternative {
  /** The conditions on the tags that matter. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** The terms that say something else, such as the value of another tag, or free text. */
  readonly rest: readonly Filter[];
}

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

interface DraftAlternative {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly rest: readonly Filter[];
}

/** Any value is possible. */
export const ANY: Condition = {
  variables: new Set(),
  doubt: false,
  narrowed: false,
  excludes: false,
  terms: [],
  tests: [],
};
const NO_CONDITIONS: ReadonlyMap<string, Condition> = new Map();
const EVERYTHING: DraftAlternative = { conditions: NO_CONDITIONS, rest: [] };

/**
 * The alternatives of a filter, for the tags that matter. Impossible alternatives, such as
 * `service:cart -service:cart`, are left out. Text that is not understood is doubt about every tag.
 *
 * @throws QueryError if there are too many
 */
export function alternativesOf(filter: Filter, vocabulary: Vocabulary): Alternative[] {
  return drafts(filter, false, vocabulary).flatMap(({ conditions: drafted, rest }) => {
    const conditions = new Map([...drafted].map(([tag, draft]) => [tag, settled(draft)]));
    return [...conditions.values()].some(({ values }) => values?.size === 0) ? [] : [{ conditions, rest }];
  });
}

/** Whether the graph may show nothing of it, for example if people choose other values for the variables. */
export function isConditional({ conditions, rest }: Alternative): boolean {
  return (
    mayContradict(rest) ||
    [...conditions.values()].some(
      ({ values, variables, doubt, excludes }) =>
        excludes ||
        variables.size > 1 ||
        (doubt && variables.size > 0) ||
        (values && (doubt || variables.size > 0)),
    )
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
      return tagNamed(filter.key, vocabulary) !== undefined;
    case 'variable': {
      const tag = tagBehind(filter, vocabulary);
      return tag !== undefined && tagNamed(tag, vocabulary) !== undefined;
    }
    case 'text':
      return false;
    case 'unknown':
      return true;
  }
}

function drafts(filter: Filter, negated: boolean, vocabulary: Vocabulary): readonly DraftAlternative[] {
  switch (filter.kind) {
    case 'not':
      return drafts(filter.of, !negated, vocabulary);
    case 'and':
    case 'or': {
      const parts = filter.of.map((part) => drafts(part, negated, vocabulary));
      if ((filter.kind === 'and') !== negated) return combined(parts);
      return union(parts, negated ? { kind: 'not', of: filter } : filter);
    }
    case 'text':
      return [restOf(filter, negated)];
    case 'unknown':
      return [onEach(vocabulary, { ...ANY, doubt: true }, termOf(filter, negated))];
    case 'variable':
      return variableDrafts(filter, negated, vocabulary);
    default:
      return keyDrafts(filter, negated, vocabulary);
  }
}

type KeyFilter = Extract<Filter, { readonly kind: 'tag' | 'pattern' | 'range' }>;

/**
 * The tag of a key, if it matters. Datadog's tags are in lower case, so a key in capitals may be the tag, or an attribute: what
 * it says of the tag is doubt.
 */
function tagNamed(key: string, { tags }: Vocabulary): string | undefined {
  return [key, key.toLowerCase()].find((tag) => tags.has(tag));
}

function keyDrafts(filter: KeyFilter, negated: boolean, vocabulary: Vocabulary): DraftAlternative[] {
  const term = termOf(filter, negated);
  const tag = tagNamed(filter.key, vocabulary);
  if (tag === undefined) return [{ ...EVERYTHING, rest: [term] }];
  return [on(tag, tag === filter.key ? valueDraft(filter, negated) : { ...ANY, doubt: true }, term)];
}

function termOf(filter: Filter, negated: boolean): Filter {
  return negated ? { kind: 'not', of: filter } : filter;
}

function restOf(filter: Filter, negated: boolean): DraftAlternative {
  return { conditions: NO_CONDITIONS, rest: [termOf(filter, negated)] };
}

function on(tag: string, draft: Condition, term: Filter): DraftAlternative {
  return { conditions: new Map([[tag, { ...draft, terms: [term] }]]), rest: [] };
}

function onEach({ tags }: Vocabulary, draft: Condition, term: Filter): DraftAlternative {
  return { conditions: new Map(Array.from(tags, (tag) => [tag, draft])), rest: [term] };
}

function valueDraft(filter: KeyFilter, negated: boolean): Condition {
  if (filter.kind === 'range') return { ...ANY, doubt: true };
  const { kind, value } = filter;
  if (kind === 'tag' && !negated) return { ...ANY, values: new Set([value]) };
  if (isLater(value) || value.includes('$')) return { ...ANY, doubt: true };
  return { ...ANY, tests: [{ pattern: value, wild: kind === 'pattern', negated }] };
}

type Variable = Extract<Filter, { readonly kind: 'variable' }>;

function variableDrafts(variable: Variable, negated: boolean, vocabulary: Vocabulary): DraftAlternative[] {
  const { name, suffix } = variable;
  const key = tagBehind(variable, vocabulary);
  const term = termOf(variable, negated);
  const doubt = { ...ANY, doubt: true, excludes: negated };
  if (key === undefined && suffix === undefined) return [onEach(vocabulary, doubt, term)];
  const tag = key === undefined ? undefined : tagNamed(key, vocabulary);
  if (tag === undefined) return [restOf(variable, negated)];
  const known = !negated && tag === key && vocabulary.declares(name) && isValue(variable, vocabulary);
  return [on(tag, known ? { ...ANY, variables: new Set([name]) } : doubt, term)];
}

/**
 * The tag that a variable limits. Undefined if it can be any, also if only Terraform knows which. `$service.value` alone
 * limits none: it is text, such as `cart`.
 */
function tagBehind({ name, key, suffix }: Variable, vocabulary: Vocabulary): string | undefined {
  if (key !== undefined || suffix !== undefined) return key;
  const tag = vocabulary.tagOf(name);
  return tag !== undefined && isLater(tag) ? undefined : tag;
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

/** One alternative of each part together, for each way to choose them. */
function combined(parts: readonly (readonly DraftAlternative[])[]): DraftAlternative[] {
  if (parts.reduce((count, { length }) => Math.min(count * length, MOST + 1), 1) > MOST) throw tooMany();
  let choices: DraftAlternative[][] = [[]];
  for (const part of parts) {
    if (part.length === 1) choices.forEach((choice) => choice.push(part[0]));
    else choices = choices.flatMap((choice) => part.map((alternative) => [...choice, alternative]));
  }
  return choices.map(together);
}

function together(alternatives: readonly DraftAlternative[]): DraftAlternative {
  const relevant = alternatives.filter((alternative) => alternative !== EVERYTHING);
  if (relevant.length < 2) return relevant[0] ?? EVERYTHING;
  const byTag = new Map<string, Condition[]>();
  for (const { conditions } of relevant) {
    for (const [tag, draft] of conditions) {
      const drafts = byTag.get(tag);
      if (drafts) drafts.push(draft);
      else byTag.set(tag, [draft]);
    }
  }
  const conditions = new Map(Array.from(byTag, ([tag, drafts]) => [tag, allOf(drafts)]));
  return { conditions, rest: relevant.flatMap(({ rest }) => rest) };
}

/** All of the conditions. An event may have several values of a tag: two values at once are doubt. */
function allOf(drafts: readonly Condition[]): Condition {
  if (drafts.length === 1) return drafts[0];
  const lists = drafts.flatMap(({ values }) => (values ? [values] : []));
  const values = lists.length === 0 ? undefined : lists.reduce(shared);
  const isEmpty = values?.size === 0;
  return {
    ...(values && !isEmpty && { values }),
    variables: new Set(drafts.flatMap(({ variables }) => [...variables])),
    doubt: isEmpty || drafts.some(({ doubt }) => doubt) || haveLater(lists),
    narrowed: false,
    excludes: isEmpty || drafts.some(({ excludes }) => excludes),
    terms: drafts.flatMap(({ terms }) => terms),
    tests: drafts.flatMap(({ tests }) => tests),
  };
}

/**
 * The values that both have. Tags are in lower case, so the case of letters does not matter. What only Terraform knows may
 * be equal to each of the others.
 */
function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  const inOthers = new Set([...others].map((value) => value.toLowerCase()));
  const common = [...some].filter((value) => inOthers.has(value.toLowerCase()));
  if (!haveLater([some, others])) return new Set(common);
  return common.length === some.size && common.length === others.size ? some : new Set([...some, ...others]);
}

function haveLater(lists: readonly ReadonlySet<string>[]): boolean {
  return lists.length > 1 && lists.some((values) => [...values].some(isLater));
}

/**
 * All alternatives of all parts, in order. Those with values of the same single tag become one. If one of them
 * has no condition on a tag that matters, neither has the whole.
 */
function union(parts: readonly (readonly DraftAlternative[])[], whole: Filter): readonly DraftAlternative[] {
  const all = parts.flat();
  if (all.some(({ conditions }) => conditions.size === 0)) {
    const isCertain = all.some(({ conditions, rest }) => conditions.size === 0 && rest.length === 0);
    return [isCertain ? EVERYTHING : { conditions: NO_CONDITIONS, rest: [whole] }];
  }
  const result: DraftAlternative[] = [];
  const byTag = new Map<string, { readonly values: Set<string>; readonly terms: Filter[] }>();
  for (const alternative of all) {
    const { conditions, rest } = alternative;
    const [[tag, { values, variables, doubt, terms, tests }]] = conditions;
    const isList = conditions.size === 1 && values && variables.size === 0 && !doubt && tests.length === 0;
    if (!isList || rest.length > 0) {
      result.push(alternative);
      continue;
    }
    let own = byTag.get(tag);
    if (!own) {
      own = { values: new Set(), terms: [] };
      byTag.set(tag, own);
      result.push({ conditions: new Map([[tag, { ...ANY, ...own }]]), rest: [] });
    }
    for (const value of values) own.values.add(value);
    own.terms.push(...terms);
  }
  if (result.length > MOST) throw tooMany();
  return result;
}

/**
 * The condition, with its tests applied to its values. An exclusion takes values away. A wildcard does not: the value that
 * it fits may be another one of the same event.
 */
function settled(condition: Condition): Condition {
  const { values, tests, variables, doubt, excludes, terms } = condition;
  if (!values) {
    const narrowed = tests.length > 0;
    const hasPattern = tests.some(({ negated }) => !negated);
    return {
      ...condition,
      narrowed,
      doubt: doubt || (narrowed && variables.size > 0),
      excludes: excludes || (terms.length > 1 && (hasPattern || doubt)),
    };
  }
  const excluding = new Tests(tests.filter(({ negated }) => negated));
  const left = [...values].filter((value) => excluding.mayPass(value));
  const all = new Tests(tests);
  const isSure = left.every((value) => all.mustPass(value));
  return { ...condition, values: new Set(left), doubt: doubt || !isSure };
}

function tooMany(): QueryError {
  return new QueryError('The query has too many alternatives to know what it shows');
}
