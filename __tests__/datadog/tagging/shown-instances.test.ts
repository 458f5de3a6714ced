import { instanceRules, LABEL_KEYS } from '../../../lib/datadog/tagging/instance-rules';
import { linkLabels } from '../../../lib/datadog/tagging/link-labels';
import { shownInstances } from '../../../lib/datadog/tagging/shown-instances';
import { DATADOG_TAGS } from '../../../lib/datadog/tags';
import { metricsOf } from '../../../lib/datadog/query/metric-query';
import { variablesIn } from '../../../lib/datadog/tagging/variables';

const RULES = instanceRules(LABEL_KEYS, DATADOG_TAGS);
const VARIABLES = [
  { name: 'svc', prefix: 'service' },
  { name: 'other' },
  { name: 'env', prefix: 'env', default: '*' },
  { name: 'dep', prefix: 'kube_deployment' },
  { name: 'zone', prefix: 'zone' },
  { name: 'any', prefix: null },
];

/** What a graph shows that draws queries of these scopes, or of whole queries. */
function shown(queries: string[], rules = RULES) {
  const metrics = queries.flatMap((query) => metricsOf(query.startsWith('avg:') ? query : `avg:a{${query}}`));
  return shownInstances(
    metrics.map(({ scope, groups }) => ({ filter: scope, groups, source: 'metrics' })),
    rules,
    variablesIn(VARIABLES),
  );
}

function labels(queries: string[], rules = RULES): string[] {
  return shown(queries, rules).labels.map(String);
}

function link(queries: string[], rules = RULES): string[] {
  const { labels: own, filled } = shown(queries, rules);
  return linkLabels(own, filled, rules).map((label) =>
    'filledBy' in label ? `${label.key}:${label.filledBy}` : `${label}`,
  );
}

describe('the labels of a graph', () => {
  it.each([
    ['one query', ['kube_deployment:cart'], ['k8s_deployment:cart']],
    [
      'several keys, in the order of the label keys',
      ['env:prod,kube_namespace:shop,service:cart'],
      ['service:cart', 'k8s_namespace:shop', 'env:prod'],
    ],
    [
      'a function, with its region',
      ['functionname:c,region:eu-west-1'],
      ['function_name:c', 'aws_region:eu-west-1'],
    ],
    ['no region of what is no function', ['service:a,region:eu-west-1'], ['service:a']],
    ['a pod', ['pod_name:cart-7d9f,kube_deployment:cart'], ['k8s_deployment:cart', '$hostname:cart-7d9f']],
    ['a pod, and not its node', ['pod_name:cart-7d9f,host:node-1'], ['$hostname:cart-7d9f']],
    ['no node', ['kube_deployment:cart,host:node-1'], ['k8s_deployment:cart']],
    ['no machine of a cloud', ['host:i-0123456789abcdef0,env:prod'], ['env:prod']],
    ['no tag that is no label by default', ['kube_stateful_set:a,functionname:c'], ['function_name:c']],
    [
      'no two controllers, of which a pod has only one',
      ['kube_stateful_set:a,kube_daemon_set:b,functionname:c'],
      ['function_name:c'],
    ],
    ['several values of a key', ['service IN (a, b)'], ['service:a', 'service:b']],
    ['values of several queries', ['service:a', 'service:b', 'service:a'], ['service:a', 'service:b']],
    ['a key that only some queries name', ['service:a,env:prod', 'service:a'], ['service:a']],
    ['keys that no query shares', ['service:a', 'env:prod'], []],
    ['a query that names none beside', ['service:a', '*', 'zone:x', ''], ['service:a']],
    ['a server', ['host:x,service:a,env:prod'], ['service:a', '$hostname:x', 'env:prod']],
    ['a query of a server beside', ['service:a', 'host:x'], []],
    ['what is not excluded again', ['service IN (a,b) AND NOT service:b'], ['service:a']],
    ['no values that a variable may exclude', ['service IN (a,b) AND NOT $svc AND env:prod'], ['env:prod']],
    ['the one value that a variable may exclude', ['service:a,!$svc'], ['service:a']],
    [
      'no values of which a variable of any tag may choose one',
      ['service IN (a,b) AND $any AND env:x'],
      ['env:x'],
    ],
    ['the one value beside a variable of any tag', ['service:a,$any'], ['service:a']],
    ['no values of queries that a variable of any tag may empty', ['service:a,$any', 'service:b,$any'], []],
    ['no two values at once', ['service:a,service:b,env:prod'], ['env:prod']],
    [
      'pairs that are all shown',
      ['service IN (a,b),env:x'.replace(',env', ' AND env')],
      ['service:a', 'service:b', 'env:x'],
    ],
    ['no pairs that are not shown', ['service:a,env:x', 'service:b,env:y'], ['service:a', 'service:b']],
    [
      'pairs that several queries show',
      ['service:a,env:x', 'service:a,env:y', 'service:b,env:x', 'service:b,env:y'],
      ['service:a', 'service:b', 'env:x', 'env:y'],
    ],
    ['a query that shows all, each in a line', ['service:a', 'avg:a{*} by {service}'], []],
    ['a value beside a group of another tag', ['avg:a{service:a} by {pod_name}'], ['service:a']],
    ['a value that Terraform knows later beside', ['service:a,env:${env}'], ['service:a']],
    ['white space behind the colon', ['service: a, env: prod'], ['service:a', 'env:prod']],
    ['a value beside a wildcard of its key', ['service:a', 'service:b*'], []],
    ['a value beside a negation of its key', ['service:a', '!service:b'], []],
    ['a value beside a variable of its key', ['service:a', '$svc'], []],
    ['a value beside a variable behind its key', ['service:a', 'service:$other.value'], []],
    ['a value beside alternatives with its key', ['service:a', 'service:b OR host:x'], []],
    ['a value beside a variable of another key', ['service:a,env:prod', 'service:a,$env'], ['service:a']],
    ['a value beside a variable of no key', ['service:a', '$zone', '$any'], ['service:a']],
    ['tags that are no labels', ['pod_ip:x,zone:y'], []],
    ['a negation', ['!service:a'], []],
    ['a negation beside', ['!service:a,env:prod'], ['env:prod']],
    ['a wildcard', ['service:cart*'], []],
    ['alternatives of different keys', ['service:a OR env:prod'], []],
    [
      'alternatives that share a key',
      ['(service:a AND env:x) OR (service:b AND env:x)'],
      ['service:a', 'service:b', 'env:x'],
    ],
    [
      'alternatives of which one excludes itself by a tag that is no label',
      ['NOT ($any AND zone:x) AND ((service:a AND env:x) OR (service:b AND env:x AND zone:x))'],
      ['env:x'],
    ],
    ['a query that excludes itself beside another', ['service:a', 'service:b,zone:x,!zone:x*'], []],
    [
      'a query that excludes another value beside',
      ['service:a', 'service:b,zone:x,!zone:y'],
      ['service:a', 'service:b'],
    ],
    ['a value with a colon', ['service:a:b'], []],
    ['a value with a comma', ['service:"a,b"'], []],
    ['a value with a bracket', ['service:a[1]'], []],
    ['an empty value', ['service:""'], []],
    ['a value that can be no label beside one that can', ['service IN (a, b:c) AND env:prod'], ['env:prod']],
    ['a value with spaces inside', ['service:"cart service"'], ['service:cart service']],
    ['a value that only Terraform knows', ['service:${TfToken[TOKEN.1]}'], ['service:${TfToken[TOKEN.1]}']],
    ['no queries', [], []],
    ['a controller beside a variable of any tag', ['kube_deployment:cart,$any'], ['k8s_deployment:cart']],
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
    expect(labels(['service IN (a,b)'], instanceRules(['service'], {}))).toEqual(['service:a', 'service:b']);
    const inRegion = ['functionname:c,region:eu'];
    expect(labels(inRegion, instanceRules(['function_name'], DATADOG_TAGS))).toEqual([
      'function_name:c',
      'aws_region:eu',
    ]);
    expect(labels(inRegion, instanceRules(['service'], DATADOG_TAGS))).toEqual([]);
  });

  it('gives a tag to the first of the label keys that have it', () => {
    const tags = { ...DATADOG_TAGS, k8s_deployment: 'service' };
    expect(labels(['service:a'], instanceRules(LABEL_KEYS, tags))).toEqual(['k8s_deployment:a']);
    expect(labels(['service:a'], instanceRules(['service', 'k8s_deployment'], tags))).toEqual(['service:a']);
  });
});

describe('the labels that template variables fill in', () => {
  it.each([
    ['the variable of a tag', ['$svc'], ['service:$svc']],
    ['no value of a variable without its tag', ['$svc.value', '$svc.key'], []],
    ['no variable behind another tag than its own', ['service:$env', 'service:$svc.key'], []],
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
    ['no variable that is an alternative', ['$svc OR zone:x', '$svc OR host:x'], []],
    ['variables that are alternatives', ['$svc OR service:$other.value'], ['service:$svc', 'service:$other']],
    ['no variables of which one may exclude the other', ['$svc,$any', 'service:$other.value'], []],
    ['the variable beside one of any tag in each query', ['$svc,$any', '$svc'], ['service:$svc']],
    ['no two variables of one tag', ['$svc,service:$other.value'], []],
    ['the variable that leaves out some of the values', ['service IN (a,b) AND $svc'], ['service:$svc']],
    ['no variable beside one value of its key', ['service:a,$svc'], []],
    ['no variable amid text', ['service:web-$svc.value', 'service:$svc.value-web', 'service:$svc*'], []],
    ['the variable beside a value', ['service:a,$env'], ['env:$env']],
  ])('finds %s', (_, scopes, expected) => {
    const found = [...shown(scopes).filled.values()].flatMap((filled) => filled.labels);
    expect(found.map(({ key, filledBy }) => `${key}:${filledBy}`)).toEqual(
      expected.map((one) => one.replace(/\$(\w+)/, '{{$$$1.value}}')),
    );
  });
});

describe('the link of a graph', () => {
  it.each([
    ['a value', ['service:a'], ['service:a']],
    ['a value and a variable', ['env:prod,$svc'], ['service:{{$svc.value}}', 'env:prod']],
    ['each line', ['avg:a{*} by {kube_deployment}'], ['k8s_deployment:{{kube_deployment.value}}']],
    ['each line beside a value', ['avg:a{env:prod} by {host}'], ['$hostname:{{host.value}}', 'env:prod']],
    [
      'several groups',
      ['avg:a{*} by {env,service,pod_name}'],
      ['service:{{service.value}}', '$hostname:{{pod_name.value}}', 'env:{{env.value}}'],
    ],
    ['a pod, and not its node', ['avg:a{*} by {host,pod_name}'], ['$hostname:{{pod_name.value}}']],
    ['no node', ['avg:a{env:prod} by {host,kube_node}'], ['env:prod']],
    [
      'queries that group alike',
      ['avg:a{*} by {service}', 'avg:b{*} by {service,env}'],
      ['service:{{service.value}}'],
    ],
    ['queries that group differently', ['avg:a{*} by {service}', 'avg:b{*}'], []],
    ['the clicked one of a variable', ['avg:a{$svc} by {service}'], ['service:{{service.value}}']],
    ['the clicked one of a variable of any tag', ['avg:a{$any} by {service}'], ['service:{{service.value}}']],
    [
      'the clicked one of several values',
      ['avg:a{service IN (a,b)} by {service}'],
      ['service:{{service.value}}'],
    ],
    ['a value that is each line', ['avg:a{service:a} by {service}'], ['service:a']],
    ['the lines of any value', ['avg:a{service:*} by {service}'], ['service:{{service.value}}']],
    [
      'the clicked line, whatever a wildcard lets through',
      ['avg:a{service:web-*} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'lines of which a wildcard chooses some',
      ['avg:a{*} by {host}', 'avg:a{host:*-b} by {host}'],
      ['$hostname:{{host.value}}'],
    ],
    [
      'no lines by several controllers',
      ['avg:a{*} by {kube_deployment,kube_stateful_set,env}'],
      ['env:{{env.value}}'],
    ],
    [
      'no lines by a controller that we know, beside one that has no label',
      ['avg:a{*} by {kube_deployment}', 'avg:b{kube_daemon_set:x} by {kube_deployment}'],
      [],
    ],
    [
      'the lines of several tags, of which a wildcard chooses some',
      ['avg:a{service:web-*,env:prod} by {service,host}'],
      ['service:{{service.value}}', '$hostname:{{host.value}}', 'env:prod'],
    ],
    [
      'known values that a wildcard lets through',
      ['avg:a{service IN (web-a,web-b) AND service:web-*} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'the lines that an exclusion leaves',
      ['avg:a{!service:web-*} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'no value that only some of the lines have',
      ['avg:a{service:a,env:x} by {service}', 'avg:b{service:b,env:y} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'no value beside lines that wildcards choose',
      ['avg:a{service:web-*,env:x} by {service}', 'avg:b{service:db-*,env:y} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'no value beside lines of which a variable chooses some',
      [
        'avg:a{service IN (a,b) AND $svc AND env:x} by {service}',
        'avg:b{service IN (a,b) AND $svc AND env:y} by {service}',
      ],
      ['service:{{service.value}}'],
    ],
    [
      'no value beside lines that different variables choose',
      ['avg:a{$svc,env:x} by {service}', 'avg:b{service:$other.value,env:y} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'values beside lines that one variable chooses',
      ['avg:a{$svc,env:x} by {service}', 'avg:b{$svc,env:y} by {service}'],
      ['service:{{service.value}}', 'env:x', 'env:y'],
    ],
    [
      'values beside the lines of any value',
      ['avg:a{env:x} by {service}', 'avg:b{env:y} by {service}'],
      ['service:{{service.value}}', 'env:x', 'env:y'],
    ],
    [
      'no value beside any lines and some lines',
      ['avg:a{env:x} by {service}', 'avg:b{service:b,env:y} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'no value beside any lines that do not have it',
      [
        'avg:a{env:x} by {service}',
        'avg:b{service:b,env:x} by {service}',
        'avg:c{service:b,env:y} by {service}',
      ],
      ['service:{{service.value}}'],
    ],
    [
      'no value beside any lines and those of an empty value',
      ['avg:a{env:x} by {service}', 'avg:b{service:"",env:y} by {service}'],
      ['service:{{service.value}}'],
    ],
    [
      'the region of lines, of which some are of functions',
      ['avg:a{functionname:c} by {region}', 'avg:b{*} by {region}'],
      ['aws_region:{{region.value}}'],
    ],
    [
      'values beside lines by several controllers',
      [
        'avg:a{kube_deployment:a,env:x} by {kube_deployment,kube_stateful_set}',
        'avg:b{kube_deployment:b,env:y} by {kube_deployment,kube_stateful_set}',
      ],
      ['env:x', 'env:y'],
    ],
    [
      'values beside the same line',
      ['avg:a{service:a,env:x} by {service}', 'avg:b{service:a,env:y} by {service}'],
      ['service:a', 'env:x', 'env:y'],
    ],
    [
      'no value that only one of the variables goes with',
      ['$svc,env:x', 'service:$other.value,env:y'],
      ['service:{{$svc.value}}', 'service:{{$other.value}}'],
    ],
    [
      'the one value of a line beside several of another key',
      ['avg:a{service:a AND env IN (x,y)} by {service}'],
      ['service:a', 'env:x', 'env:y'],
    ],
    ['a group that a variable chooses', ['avg:a{service:a} by {$group}'], ['service:a']],
  ])('opens %s', (_, queries, expected) => {
    expect(link(queries)).toEqual(expected);
  });

  it('is not in doubt if anything is certain', () => {
    expect(shown(['env:prod,$svc'])).not.toHaveProperty('doubt');
    expect(shown(['$svc'])).not.toHaveProperty('doubt');
    expect(shown(['service:a*']).doubt).toBe('it is not certain which instances the queries show');
    expect(shown(['zone:x'])).not.toHaveProperty('doubt');
  });

  it('goes by the order of the label keys', () => {
    const rules = instanceRules(['env', '$hostname'], DATADOG_TAGS);
    expect(link(['avg:a{env:prod} by {host}'], rules)).toEqual(['env:prod', '$hostname:{{host.value}}']);
  });
});

describe('template variables', () => {
  const VARIOUS = [
    { name: 'app', prefix: 'service', data_source_mappings: { metrics: 'kube_deployment', logs: '@app' } },
    { name: 'attribute', prefix: '@service' },
    { name: 'free', prefix: null },
    { name: 'empty', prefix: '' },
    { name: 'group', type: 'group', defaults: ['service'] },
    { name: 'odd', prefix: 'service', available_values: ['cart', 'cart] [k8s_deployment:payment'] },
    { name: 'blank', prefix: 'service', defaults: [''], available_values: ['', 'cart', null, 5] },
    { name: 'listed', prefix: 'service', defaults: ['*'], available_values: ['cart', 'pay'] },
  ];

  it.each([
    ['app', 'metrics', 'kube_deployment'],
    ['app', 'spans', 'service'],
    ['app', 'logs', '@app'],
    ['attribute', 'logs', '@service'],
    ['gone', 'metrics', undefined],
    ['free', 'metrics', undefined],
    ['empty', 'metrics', undefined],
  ])('%s is in %s the tag %s', (name, source, tag) => {
    expect(variablesIn(VARIOUS).tagOf(name, source)).toBe(tag);
  });

  it.each([
    ['app', true],
    ['listed', true],
    ['blank', true],
    ['group', false],
    ['odd', false],
    ['gone', false],
    ['app-canary', false],
  ])('%s can fill in a label: %s', (name, expected) => {
    expect(variablesIn(VARIOUS).declares(name)).toBe(expected);
  });

  it.each([[undefined], [null], ['x'], [[null, 5, {}, { name: 5, prefix: 'x' }]]])(
    'passes over %j',
    (json) => {
      expect(variablesIn(json).declares('5')).toBe(false);
    },
  );
});
