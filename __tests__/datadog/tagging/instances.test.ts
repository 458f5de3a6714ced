import fc from 'fast-check';
import {
  instanceRules,
  labelsOf,
  LABEL_KEYS,
  variableLabelsOf,
  variableTagsOf,
} from '../../../lib/datadog/tagging/instances';
import { DATADOG_TAGS } from '../../../lib/datadog/tags';
import { parseScope } from '../../../lib/datadog/query/scope';
import { scope } from '../query/arbitraries';
import { holds, world } from '../query/worlds';

const RULES = instanceRules(LABEL_KEYS, DATADOG_TAGS);
const VARIABLES = variableTagsOf([
  { name: 'svc', prefix: 'service' },
  { name: 'env', prefix: 'env', default: '*' },
  { name: 'dep', prefix: 'kube_deployment' },
  { name: 'zone', prefix: 'zone' },
  { name: 'any', prefix: null },
]);

function labels(scopes: string[], rules = RULES): string[] {
  return labelsOf(scopes.map(parseScope), rules, VARIABLES).map(String);
}

describe('labelsOf', () => {
  it.each([
    ['one query', ['kube_deployment:cart'], ['k8s_deployment:cart']],
    [
      'several keys, in the order of the label keys',
      ['env:prod,kube_namespace:shop,service:cart'],
      ['service:cart', 'k8s_namespace:shop', 'env:prod'],
    ],
    [
      'the tags of Kubernetes',
      ['kube_stateful_set:a,kube_daemon_set:b,functionname:c'],
      ['k8s_statefulset:a', 'k8s_daemonset:b', 'function_name:c'],
    ],
    ['several values of a key', ['service IN (a, b)'], ['service:a', 'service:b']],
    ['values of several queries', ['service:a', 'service:b', 'service:a'], ['service:a', 'service:b']],
    ['a key that only some queries name', ['service:a,env:prod', 'service:a'], ['service:a']],
    ['keys that no query shares', ['service:a', 'env:prod'], []],
    ['a query that names none beside', ['service:a', '*', 'host:x', ''], ['service:a']],
    ['a value beside a wildcard of its key', ['service:a', 'service:b*'], []],
    ['a value beside a negation of its key', ['service:a', '!service:b'], []],
    ['a value beside a variable of its key', ['service:a', '$svc'], []],
    ['a value beside a variable behind its key', ['service:a', 'service:$other.value'], []],
    ['a value beside alternatives with its key', ['service:a', 'service:b OR host:x'], []],
    ['a value beside a variable of another key', ['service:a,env:prod', 'service:a,$env'], ['service:a']],
    ['a value beside a variable of no key', ['service:a', '$zone', '$any'], ['service:a']],
    ['tags that are no labels', ['host:x,zone:y'], []],
    ['a negation', ['!service:a'], []],
    ['a negation beside', ['!service:a,env:prod'], ['env:prod']],
    ['a wildcard', ['service:cart*'], []],
    ['alternatives of different keys', ['service:a OR env:prod'], []],
    [
      'alternatives that share a key',
      ['(service:a AND env:x) OR (service:b AND env:x)'],
      ['service:a', 'service:b', 'env:x'],
    ],
    ['a value with a colon', ['service:a:b'], []],
    ['a value with a comma', ['service:"a,b"'], []],
    ['a value with a bracket', ['service:a[1]'], []],
    ['an empty value', ['service:""'], []],
    ['a value that can be no label beside one that can', ['service IN (a, b:c) AND env:prod'], ['env:prod']],
    ['a value with spaces inside', ['service:"cart service"'], ['service:cart service']],
    ['a value that only Terraform knows', ['service:${TfToken[TOKEN.1]}'], ['service:${TfToken[TOKEN.1]}']],
    ['no queries', [], []],
  ])('infers from %s', (_, scopes, expected) => {
    expect(labels(scopes)).toEqual(expected);
  });

  it('goes by the label keys and tags that it is given', () => {
    const both = ['env:prod,service:a'];
    expect(labels(both, instanceRules(['env', 'service'], {}))).toEqual(['env:prod', 'service:a']);
    expect(labels(both, instanceRules(['env'], DATADOG_TAGS))).toEqual(['env:prod']);
    expect(labels(both, instanceRules([], DATADOG_TAGS))).toEqual([]);
    expect(labels(['team:shop'], instanceRules(['owner'], { owner: 'team' }))).toEqual(['owner:shop']);
    expect(labels(['owner:shop'], instanceRules(['owner'], {}))).toEqual(['owner:shop']);
    expect(labels(['constructor:x'], instanceRules(['constructor'], DATADOG_TAGS))).toEqual([
      'constructor:x',
    ]);
  });

  it('gives a tag to the first of the label keys that have it', () => {
    const tags = { ...DATADOG_TAGS, k8s_deployment: 'service' };
    expect(labels(['service:a'], instanceRules(LABEL_KEYS, tags))).toEqual(['k8s_deployment:a']);
    expect(labels(['service:a'], instanceRules(['service', 'k8s_deployment'], tags))).toEqual(['service:a']);
  });

  it('names only what is sure: all that a query with labels shows has one of the values of each key', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 3 }), world, (scopes, facts) => {
        const filters = scopes.map(({ text }) => parseScope(text));
        const found = labelsOf(filters, RULES, VARIABLES);
        for (const filter of filters) {
          if (!holds(filter, facts) || labelsOf([filter], RULES, VARIABLES).length === 0) continue;
          for (const key of new Set(found.map((label) => label.key))) {
            const same = found.filter((label) => label.key === key);
            expect(same.some(({ value }) => facts.has(`${DATADOG_TAGS[key]}:${value}`))).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('variableLabelsOf', () => {
  it.each([
    ['the variable of a tag', ['$svc'], ['service:$svc']],
    ['the value of a variable', ['$svc.value'], ['service:$svc']],
    ['a variable behind its tag', ['service:$other.value'], ['service:$other']],
    [
      'variables of several keys, in the order of the label keys',
      ['$env,$dep'],
      ['k8s_deployment:$dep', 'env:$env'],
    ],
    ['a variable that several queries name', ['$svc', '$svc,$zone'], ['service:$svc']],
    [
      'the variables of a key that several queries name',
      ['$svc', 'service:$other'],
      ['service:$svc', 'service:$other'],
    ],
    ['a variable beside a query that names none', ['$svc', '*'], ['service:$svc']],
    ['no variable beside a value of its key', ['$svc', 'service:a'], []],
    ['no variable beside a wildcard of its key', ['$svc', 'service:a*'], []],
    ['only variables of keys that all queries name', ['$svc,$env', '$env'], ['env:$env']],
    ['no variable of another tag', ['$zone', 'zone:$zone'], []],
    ['no variable that the dashboard does not have', ['$unknown'], []],
    ['no variable that is negated', ['!$svc'], []],
    ['no variable that is an alternative', ['$svc OR host:x'], []],
    ['no variable amid text', ['service:web-$svc.value', 'service:$svc.value-web', 'service:$svc*'], []],
    ['the variable beside a value', ['service:a,$env'], ['env:$env']],
  ])('finds %s', (_, scopes, expected) => {
    const found = variableLabelsOf(scopes.map(parseScope), RULES, VARIABLES);
    expect(found.map(({ key, variable }) => `${key}:$${variable}`)).toEqual(expected);
  });
});

describe('variableTagsOf', () => {
  it.each([
    [undefined],
    [null],
    ['x'],
    [[null, 5, {}, { name: 5, prefix: 'x' }, { name: 'x', prefix: null }]],
  ])('passes over %j', (variables) => {
    expect(variableTagsOf(variables)).toEqual(new Map());
  });
});
