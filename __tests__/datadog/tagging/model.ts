import fc from 'fast-check';

/**
 * A small world, and what queries show of it, written down without regard to how tagging reads them. Instances have
 * at most one value of each tag.
 */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  service: ['a', 'ab', 'b'],
  kube_deployment: ['d', 'e'],
  host: ['h', 'i'],
  env: ['prod', 'qa'],
};
export const LABEL_OF: Readonly<Record<string, string>> = {
  service: 'service',
  kube_deployment: 'k8s_deployment',
  host: '$hostname',
  env: 'env',
};
/** The template variables, and the tag that each narrows down. */
export const VARIABLES: Readonly<Record<string, string>> = { svc: 'service', e: 'env' };

/** The tags of something that reports data. */
export type Instance = Readonly<Record<string, string>>;
/** What people have chosen for the template variables; `*` is everything. */
export type Chosen = Readonly<Record<string, string>>;

export const INSTANCES: readonly Instance[] = Object.entries(TAGS).reduce<Instance[]>(
  (all, [tag, values]) =>
    all.flatMap((instance) => [instance, ...values.map((value) => ({ ...instance, [tag]: value }))]),
  [{}],
);

/** Text of a scope, and whether it lets an instance through. */
export interface Term {
  readonly text: string;
  lets(instance: Instance, chosen: Chosen): boolean;
}

const tag = fc.constantFrom(...Object.keys(TAGS));
const tagAndValue = tag.chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...TAGS[key])));

const termOf = (text: string, lets: Term['lets']): Term => ({ text, lets });

const named = tagAndValue.map(([key, value]) =>
  termOf(`${key}:${value}`, (instance) => instance[key] === value),
);
const listed = tag.chain((key) =>
  fc
    .tuple(fc.subarray([...TAGS[key]], { minLength: 1 }), fc.boolean())
    .map(([values, not]) =>
      termOf(
        `${key} ${not ? 'NOT ' : ''}IN (${values.join(', ')})`,
        (instance) => values.includes(instance[key]) !== not,
      ),
    ),
);
const wild = fc
  .constantFrom(['a', ''], ['', 'b'], ['', ''])
  .map(([start, end]) =>
    termOf(
      `service:${start}*${end}`,
      ({ service = '-' }) => service !== '-' && service.startsWith(start) && service.endsWith(end),
    ),
  );
const variable = fc
  .constantFrom(...Object.entries(VARIABLES))
  .map(([name, key]) =>
    termOf(`$${name}`, (instance, chosen) => chosen[name] === '*' || instance[key] === chosen[name]),
  );
const leaf = fc.oneof(
  { weight: 6, arbitrary: named },
  { weight: 2, arbitrary: listed },
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: variable },
);

const joined = (of: readonly Term[], word: string) => of.map(({ text }) => `(${text})`).join(` ${word} `);
const every = (of: readonly Term[]) =>
  termOf(joined(of, 'AND'), (instance, chosen) => of.every((one) => one.lets(instance, chosen)));
const some = (of: readonly Term[]) =>
  termOf(joined(of, 'OR'), (instance, chosen) => of.some((one) => one.lets(instance, chosen)));
const none = (of: Term) => termOf(`NOT (${of.text})`, (instance, chosen) => !of.lets(instance, chosen));

const term = fc.letrec<{ term: Term }>((tie) => {
  const several = fc.array(tie('term'), { minLength: 2, maxLength: 3 });
  return {
    term: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 3, arbitrary: several.map(every) },
      { weight: 1, arbitrary: several.map(some) },
      { weight: 1, arbitrary: tie('term').map(none) },
    ),
  };
}).term;

/** A query: its scope, its groups, and whether a formula draws it. */
export interface Query {
  readonly scope: Term;
  readonly groups: readonly string[];
  readonly drawn: boolean;
}

export const query: fc.Arbitrary<Query> = fc.record({
  scope: term,
  groups: fc.oneof(fc.constant([]), fc.subarray([...Object.keys(TAGS), 'zone'])),
  drawn: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

export const chosen: fc.Arbitrary<Chosen> = fc.record({
  svc: fc.constantFrom('*', ...TAGS.service),
  e: fc.constantFrom('*', ...TAGS.env),
});

/** The graph as Datadog's JSON. */
export function graphOf(queries: readonly Query[]): any {
  const groupedBy = ({ groups }: Query) => (groups.length === 0 ? '' : ` by {${groups.join(',')}}`);
  return {
    type: 'timeseries',
    title: 'Graph',
    requests: [
      {
        queries: queries.map((one, index) => ({
          data_source: 'metrics',
          name: `query${index + 1}`,
          query: `avg:a{${one.scope.text}}${groupedBy(one)}`,
        })),
        formulas: [
          { formula: '100' },
          ...queries.flatMap(({ drawn }, index) => (drawn ? { formula: `abs(query${index + 1})` } : [])),
        ],
      },
    ],
  };
}
