import { TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { LABEL_TOKENS } from '../../../lib/constructs/tokens/label-tokens';
import { labelsOfLink } from '../../../lib/datadog/labels/graph-labels';
import { labelSearch } from '../../../lib/datadog/labels/label-search';
import { Filter } from '../../../lib/datadog/query/filter';
import { parseSearch } from '../../../lib/datadog/query/search';
import { graphLink } from '../../../lib/datadog/tagging/graph-link';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagValue } from '../../../lib/datadog/tags';
import { RookoutLabel } from '../../../lib/rookout/label';
import { filterText, LabelFilter } from '../../../lib/rookout/label-filter';
import { NO_TOKENS } from '../../../lib/rookout/label-tokens';
import { LinkHole, LinkLabel } from '../../../lib/rookout/session-link';
import { newStack } from '../../support/stack';
import { labelValue } from '../../rookout/arbitraries';

const TEMPLATE = 'https://app.datadoghq.com/apm/traces?query={search}';
const RULES = taggingRules({ sessionLink: TEMPLATE });
const TAGS: Readonly<Record<string, string>> = { k8s_deployment: 'kube_deployment', $hostname: 'host' };
const tagOf = (key: string): string => TAGS[key] ?? key;

function search(...labels: (LinkLabel | string)[]): string {
  const given = labels.map((label) => (typeof label === 'string' ? RookoutLabel.parse(label) : label));
  return decodeURIComponent(labelSearch(given, tagOf, NO_TOKENS));
}

describe('labels as a search', () => {
  it.each<[(LinkLabel | string)[], string]>([
    [['service:cart', 'env:prod'], 'service:cart env:prod'],
    [['k8s_deployment:cart', '$hostname:web-1.eu'], 'kube_deployment:cart host:web-1.eu'],
    [['service:a', 'env:prod', 'service:b'], 'service:(a OR b) env:prod'],
    [['service:a', 'service:a'], 'service:a'],
    [['service:Cart', 'service:cart'], 'service:cart'],
    [['service:service#3'], 'service:service_3'],
    [['service:a/b', 'env:-x'], 'service:"a/b" env:"-x"'],
    [['service:île', 'service:b'], 'service:("île" OR b)'],
    [['service:a b'], 'service:a_b'],
    [['service:NOT', 'service:or'], 'service:(not OR or)'],
    [[{ key: 'service', filledBy: '{{$service.value}}' }, 'env:x'], 'service:({{$service.value}}) env:x'],
    [
      [
        { key: 'env', filledBy: '{{$one.value}}' },
        { key: 'env', filledBy: '{{$two.value}}' },
      ],
      'env:({{$one.value}} OR {{$two.value}})',
    ],
    [[{ key: '$hostname', filledBy: '{{host.value}}' }], 'host:"{{host.value}}"'],
    [[], ''],
  ])('%j are %s', (labels, expected) => {
    expect(search(...labels)).toBe(expected);
  });

  it('are percent-encoded, but not what Datadog fills in', () => {
    const given = [RookoutLabel.of('service', 'é'), { key: 'env', filledBy: '{{$env.value}}' }];
    expect(labelSearch(given, tagOf, NO_TOKENS)).toBe('service%3A%22%C3%A9%22%20env%3A%28{{$env.value}}%29');
  });

  it('make no link where Datadog keeps nothing of a value', () => {
    expect(() => search('service:#')).toThrow(LinkHole);
    expect(() => search('service:#')).toThrow(
      'label: "service:#" has a value of which Datadog keeps nothing',
    );
  });

  it('are in quotes where Terraform’s JSON has a value that only Terraform knows', () => {
    expect(search('service:terraform_value_1')).toBe('service:"terraform_value_1"');
  });

  it('have what Datadog stores of a value that only Terraform knows', () => {
    const variable = new TerraformVariable(newStack(), 'service', { type: 'string' }).stringValue;
    const [, marker] = /^service%3A%22v%2F(\$\{TfToken\[.*\]\})%22$/.exec(
      labelSearch([RookoutLabel.of('service', `V/${variable}`)], tagOf, LABEL_TOKENS),
    )!;
    expect(marker).toBe(LABEL_TOKENS.inSearch(variable));
    expect(marker).not.toBe(LABEL_TOKENS.inLink(variable));
  });
});

const key = fc.constantFrom(
  'k8s_deployment',
  'service',
  '$hostname',
  'env',
  'team',
  'app.kubernetes.io/name',
);
const value = labelValue.filter(
  (text) => tagValue('app.kubernetes.io/name', text) !== '' && !text.includes('{{'),
);
const labels = fc.array(
  fc.tuple(key, value).map(([one, text]) => RookoutLabel.of(one, text)),
  { minLength: 1, maxLength: 5 },
);

/** What Datadog stores of a label. */
const stored = (label: RookoutLabel): string => `${label.key}:${tagValue(tagOf(label.key), label.value)}`;

/** The address of a graph with these labels. */
function addressOf(given: readonly LinkLabel[]): string {
  return graphLink(given, [], new Map(Object.entries(TAGS)), RULES).address!;
}

describe('the search of a link', () => {
  it('is read back as the labels that it was made of', () => {
    fc.assert(
      fc.property(labels, (given) => {
        const title = given.map(({ key: own, value: text }): LabelFilter => ({
          key: own,
          value: text,
          kind: 'text',
        }));
        const read = labelsOfLink(addressOf(given), RULES, title)!;
        const all = new Set(given.map(String));
        expect(read.filter((filter) => !all.has(filterText(filter)))).toEqual([]);
        expect(new Set(read.map(({ key: own, value: text }) => stored(RookoutLabel.of(own, text))))).toEqual(
          new Set(given.map(stored)),
        );
      }),
    );
  });

  it('is read back with Datadog’s own variables, which fill it in', () => {
    const given = [
      { key: 'service', filledBy: '{{$service.value}}' },
      { key: '$hostname', filledBy: '{{host.value}}' },
    ];
    expect(labelsOfLink(addressOf(given), RULES)).toEqual([
      { key: 'service', value: '{{$service.value}}', kind: 'variable' },
      { key: '$hostname', value: '{{host.value}}', kind: 'line' },
    ]);
  });

  it.each(['service', 'service:', 'service:a  env:b', '-service:a', 'service:a OR env:b', 'service:(a'])(
    'is none of labels: %s',
    (text) => {
      expect(labelsOfLink(TEMPLATE.replace('{search}', encodeURIComponent(text)), RULES)).toBeUndefined();
    },
  );

  it('selects what the labels do, by the library’s own reader of searches', () => {
    fc.assert(
      fc.property(labels, labels, (given, others) => {
        const filter = parseSearch(new URL(addressOf(given)).searchParams.get('query')!);
        const wanted = new Set(given.map(stored));
        const keys = new Set(given.map((label) => label.key));
        // An instance has one value of each key: those of the given labels, or others.
        const instance = new Map([...given, ...others].map((label) => [label.key, stored(label)]));
        const selected = [...keys].every((own) => wanted.has(instance.get(own)!));
        expect(
          holds(filter, new Set([...instance].map(([own, text]) => tagOf(own) + text.slice(own.length)))),
        ).toBe(selected);
      }),
    );
  });
});

function holds(filter: Filter, tags: ReadonlySet<string>): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((part) => holds(part, tags));
    case 'or':
      return filter.of.some((part) => holds(part, tags));
    case 'tag':
      return tags.has(`${filter.key}:${filter.value}`);
    default:
      throw new Error(`A search of labels has no ${filter.kind}`);
  }
}
