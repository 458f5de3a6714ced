import { Ran, Workplace } from '../support/command';
import { dashboard, legacy, metricPoints, timeseries } from '../support/dashboards';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: server
          env:
            - name: ROOKOUT_LABELS
              value: TEXT
`;

function deployment(name: string, labels: string): string {
  return DEPLOYMENT.replace('name: cart', `name: ${name}`).replace('TEXT', labels);
}

/** A graph whose title and link have these label filters. */
function titled(filters: string, title = 'M'): any {
  const all = filters.split(' ');
  const link = metricPoints(all.map(encodeURIComponent).join('%2C'));
  return timeseries(`${title} ${all.map((one) => `[${one}]`).join(' ')}`, 'avg:mem{*}', {
    custom_links: [link],
  });
}

function check(running: string, name: string, ...graphs: any[]): Ran {
  const place = new Workplace({ 'a.json': dashboard('A', ...graphs), [name]: running });
  return place.run('check', 'a.json', '--instances', name);
}

/** The findings and notes of graphs with these filters, in YAML. */
function found(running: string, ...filters: string[]): string[] {
  const { stdout, stderr, code } = check(running, 'k8s.yaml', ...filters.map((one) => titled(one)));
  const lines = stdout.split('\n').filter((line) => line !== '');
  expect(code).toBe(lines.length > 0 ? 1 : 0);
  expect(stderr).toContain('1 dashboard checked');
  return lines;
}

describe('check --instances', () => {
  it('finds what no instance has, in titles and in links', () => {
    const graphs = [
      titled('k8s_deployment:cart k8s_namespace:shop env:prod'),
      titled('k8s_deployment:carts'),
      titled('k8s_deployment:cart env:staging'),
      titled('service:cart'),
      timeseries('By line', 'avg:mem{*} by {service}', {
        custom_links: [metricPoints('service%3A{{service.value}}')],
      }),
    ];
    const running = `${deployment('cart', 'env:prod')}---\n${deployment('pay', 'env:staging')}`;
    const { stdout, stderr, code } = check(running, 'k8s.yaml', ...graphs);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '1 dashboard checked, 4 findings\n' });
    expect(stdout.replace(/^a\.json:\d+:\d+: no-such-instance: /gm, '')).toBe(
      'widgets[1]: the title and the link of "M [k8s_deployment:carts]": no instance has k8s_deployment:carts. ' +
        'Values of k8s_deployment: cart, pay\n' +
        'widgets[2]: the title and the link of "M [k8s_deployment:cart] [env:staging]": no instance has ' +
        'k8s_deployment:cart and env:staging. With k8s_deployment:cart it has env:prod\n' +
        'widgets[3]: the title and the link of "M [service:cart]": no instance has a label service. ' +
        'Set it in ROOKOUT_LABELS, or use another label\n' +
        'widgets[4]: the link of "By line": no instance has a label service. Set it in ROOKOUT_LABELS, or use another label\n',
    );
  });

  it('finds text that agents read differently, with the text to write', () => {
    const running = `${deployment('cart', '"service:cart, env:prod"')}---\n${deployment('pay', "owner:O'Brien")}`;
    expect(found(running, 'service:cart env:prod')).toEqual([
      'k8s.yaml:13:22: label-text: Deployment cart: ROOKOUT_LABELS: " env:prod" has white space after a comma or beside ' +
        'the colon, which some agents take for a part of the label. Write "service:cart,env:prod"',
      'k8s.yaml:27:22: label-text: Deployment pay: ROOKOUT_LABELS: "owner:O\'Brien" has a quote in it, which some agents ' +
        'leave out. Write "owner:OBrien"',
    ]);
  });

  it('tells findings in JSON and SARIF, and takes excuses and levels', () => {
    const place = new Workplace({
      'a.json': dashboard('A', titled('k8s_deployment:gone')),
      'k8s.yaml': deployment('cart', '"env: prod"'),
    });
    const paths = ['check', 'a.json', '--instances', 'k8s.yaml'];
    expect(JSON.parse(place.run(...paths, '--format', 'json').stdout).findings).toEqual([
      {
        rule: 'label-text',
        level: 'error',
        path: 'k8s.yaml',
        line: 13,
        column: 22,
        instance: 'Deployment cart',
        message: expect.stringContaining('Write "env:prod"'),
      },
      expect.objectContaining({ rule: 'no-such-instance', level: 'error', widget: 'widgets[0]' }),
    ]);
    const [{ results }] = JSON.parse(place.run(...paths, '--format', 'sarif').stdout).runs;
    expect(results[0].locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'k8s.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 13, startColumn: 22 },
      },
      logicalLocations: [{ fullyQualifiedName: 'Deployment cart', kind: 'element' }],
    });
    const reason = 'another team corrects it';
    const excuses = [
      { rule: 'label-text', file: 'k8s.yaml', reason },
      { rule: 'no-such-instance', title: '*gone*', reason },
    ];
    place.write('rookout-datadog.json', { excuses });
    expect(place.run(...paths)).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 dashboard checked, 0 findings, 2 excused\n',
    });
    place.write('rookout-datadog.json', { excuses: [{ title: '*', reason }] });
    expect(place.run(...paths).stdout).toMatch(/^k8s\.yaml:13:22: label-text: [^\n]*\n$/);
    place.write('rookout-datadog.json', { excuses });
    // Without the option, nobody knows whether they are needed.
    expect(place.run('check', 'a.json').stderr).toBe('1 dashboard checked, 0 findings\n');
    place.write('rookout-datadog.json', { rules: { 'label-text': 'off', 'no-such-instance': 'off' } });
    expect(place.run(...paths).code).toBe(0);
  });

  it('does not write its report over what runs', () => {
    const place = new Workplace({ 'a.json': dashboard('A'), 'k8s.yaml': deployment('cart', 'a:b') });
    const { code, stderr } = place.run('check', 'a.json', '--instances', 'k8s.yaml', '--output', 'k8s.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('would overwrite the input "k8s.yaml"')]);
  });

  it('knows nothing of what is not named', () => {
    const place = new Workplace({ 'a.json': dashboard('A', titled('service:gone')) });
    expect(place.run('check', 'a.json').code).toBe(0);
  });
});

describe('an instance from Kubernetes', () => {
  it('has an unknown namespace if the manifest names none', () => {
    const running = deployment('cart', 'env:prod').replace('  namespace: shop\n', '');
    expect(found(running, 'k8s_namespace:anything k8s_deployment:cart')).toEqual([]);
    expect(found(deployment('cart', 'env:prod'), 'k8s_namespace:other')).toHaveLength(1);
  });

  it('has the labels that the user sets, before those of names', () => {
    expect(found(deployment('cart', 'k8s_namespace:mine'), 'k8s_namespace:mine k8s_deployment:cart')).toEqual(
      [],
    );
  });

  it('is a Deployment by its name, and another kind only by its labels', () => {
    const set = deployment('cart', 'env:prod').replace('kind: Deployment', 'kind: StatefulSet');
    expect(found(set, 'k8s_deployment:cart')[0]).toContain('no instance has a label k8s_deployment');
    expect(found(set, 'k8s_statefulset:cart')[0]).toContain('no instance has a label k8s_statefulset');
    expect(found(set.replace('env:prod', 'k8s_statefulset:cart'), 'k8s_statefulset:cart')).toEqual([]);
  });

  it.each(['StatefulSet', 'DaemonSet', 'Job', 'ReplicaSet', 'Rollout'])('may be of a %s', (kind) => {
    const running = deployment('cart', 'service:cart').replace('kind: Deployment', `kind: ${kind}`);
    expect(found(running, 'service:cart')).toEqual([]);
  });

  it('may be of a Pod or a CronJob', () => {
    const spec = { containers: [{ name: 'a', env: [{ name: 'ROOKOUT_LABELS', value: 'service:cart' }] }] };
    const pod = {
      kind: 'Pod',
      metadata: { name: 'cart-1', ownerReferences: [{ kind: 'ReplicaSet' }] },
      spec,
    };
    const jobTemplate = { spec: { template: { spec } } };
    const job = { kind: 'CronJob', metadata: { name: 'cart' }, spec: { jobTemplate } };
    for (const object of [pod, job]) {
      expect(check(JSON.stringify(object), 'k8s.json', titled('service:cart')).code).toBe(0);
      expect(check(JSON.stringify(object), 'k8s.json', titled('service:pay')).code).toBe(1);
    }
    expect(check(JSON.stringify(pod), 'k8s.json', titled('k8s_deployment:cart')).code).toBe(0);
  });

  it('may be in a list, as kubectl writes it', () => {
    const spec = { template: { spec: { containers: [{ name: 'a' }] } } };
    const item = { kind: 'Deployment', metadata: { name: 'cart' }, spec };
    for (const list of [
      { kind: 'List', apiVersion: 'v1', items: [item] },
      { kind: 'DeploymentList', items: [{ ...item, kind: undefined }] },
    ]) {
      for (const name of ['k8s.json', 'k8s.yaml']) {
        expect(check(JSON.stringify(list), name, titled('k8s_deployment:cart')).code).toBe(0);
      }
    }
  });

  it('is one for each container, and for containers that run beside them', () => {
    const env = (value: string) => [{ name: 'ROOKOUT_LABELS', value }];
    const spec = {
      containers: [
        { name: 'a', env: env('service:a') },
        { name: 'b', env: env('service:b') },
      ],
      initContainers: [
        { name: 'c', env: env('service:c'), restartPolicy: 'Always' },
        { name: 'd', env: env('service:d') },
      ],
    };
    const object = { kind: 'Deployment', metadata: { name: 'cart' }, spec: { template: { spec } } };
    const { stdout } = check(
      JSON.stringify(object),
      'k8s.json',
      ...['a', 'b', 'c', 'd'].map((name) => titled(`service:${name} k8s_deployment:cart`)),
    );
    expect(stdout.match(/no instance has service:\w/g)).toEqual(['no instance has service:d']);
  });

  it('may have any label where ROOKOUT_LABELS comes from elsewhere, and a note says so', () => {
    const from = deployment('cart', '').replace(
      'value: \n',
      'valueFrom: { configMapKeyRef: { name: a, key: b } }\n',
    );
    const all = deployment('cart', '').replace(/env:[^]*$/, 'envFrom: [{ configMapRef: { name: a } }]\n');
    for (const running of [from, all]) {
      const { code, stderr } = check(running, 'k8s.yaml', titled('service:any k8s_deployment:cart'));
      expect([code, stderr]).toEqual([
        0,
        'k8s.yaml: note: 1 workload may have any label, since ROOKOUT_LABELS can come from elsewhere (envFrom or ' +
          'valueFrom): Deployment cart\n1 dashboard checked, 0 findings\n',
      ]);
      expect(check(running, 'k8s.yaml', titled('k8s_deployment:pay')).code).toBe(1);
    }
  });

  it('has the variables that its text names', () => {
    const running = (text: string) => `kind: Deployment
metadata: { name: cart }
spec:
  template:
    spec:
      containers:
        - env:
            - { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
            - { name: TIER, value: prod }
            - { name: BASE, value: "service:cart,version:v1" }
            - { name: ROOKOUT_LABELS, value: "${text}" }
`;
    expect(found(running('k8s_pod:$(POD_NAME),env:$(TIER),$(BASE)'), 'env:prod service:cart')).toEqual([]);
    expect(found(running('env:$(TIER)'), 'env:staging')).toHaveLength(1);
    expect(found(running('$(POD_NAME)'), 'service:any k8s_deployment:cart env:x')).toEqual([]);
    expect(found(running('env:$(GONE)'), 'k8s_deployment:cart')[0]).toContain('has a "$" in it');
    expect(found(running('k8s_pod:$(POD_NAME), env:prod'), 'env:prod')[0]).toContain(
      'Write "k8s_pod:$(POD_NAME),env:prod"',
    );
  });
});

describe('a list of label sets', () => {
  const list = [{ k8s_deployment: 'cart', env: 'prod' }, 'service:pay, env:prod'];

  it('has objects and texts', () => {
    for (const [name, text] of [
      ['running.json', JSON.stringify(list)],
      ['running.yaml', '- { k8s_deployment: cart, env: prod }\n- service:pay, env:prod\n'],
    ]) {
      const graphs = [
        'k8s_deployment:cart env:prod',
        'service:pay env:prod',
        'service:pay k8s_deployment:cart',
      ];
      const { stdout } = check(text, name, ...graphs.map((one) => titled(one)));
      expect(stdout.split('\n')).toEqual([
        expect.stringMatching(
          /^running\.\w+:\d+:\d+: label-text: service:pay,env:prod: ROOKOUT_LABELS: " env:prod"/,
        ),
        expect.stringContaining('widgets[2]'),
        '',
      ]);
    }
  });
});

describe('a file with what runs', () => {
  it.each<[string, string, string]>([
    ['no YAML', 'a: b: c', 'k8s.yaml:1:4: can not be read as YAML: Nested mappings'],
    ['a tab', 'kind: List\nitems:\n\t- a', 'k8s.yaml:3:1: can not be read as YAML: '],
    [
      'an alias of nothing',
      'kind: *gone',
      'k8s.yaml:1:7: can not be read as YAML: there is no anchor &gone before it',
    ],
    ['too deep', `kind: ${'['.repeat(5000)}`, ': can not be read as YAML: it is nested too deep'],
    [
      'an alias in itself',
      'kind: Pod\nmetadata: &m { name: a, x: *m }',
      'k8s.yaml: has nothing in it that runs',
    ],
    ['a key twice', 'kind: Pod\nkind: Job', 'k8s.yaml:2:1: can not be read as YAML: Map keys must be unique'],
    ['something else', 'services:\n  cart: {}', 'k8s.yaml:1:1: the document has no "kind". Name manifests'],
    ['text', 'cart', 'k8s.yaml:1:1: the document has no "kind"'],
    ['nothing', '', 'k8s.yaml: has nothing in it that runs'],
    ['no workload', 'kind: Service\nmetadata: { name: cart }', 'k8s.yaml: has nothing in it that runs'],
    ['no label', '- env: 1.5', 'k8s.yaml:1:8: [0].env is 1.5, and not text. Put it in quotes'],
    [
      'a variable that grows without end',
      deployment('cart', '$(V20)').replace(
        /env:\n/,
        `env:\n            - { name: V0, value: xx }\n${Array.from({ length: 20 }, (_, n) => `            - { name: V${n + 1}, value: $(V${n})$(V${n}) }\n`).join('')}`,
      ),
      'k8s.yaml:29:35: spec.template.spec.containers[0].env[17].value would be longer than 131072 characters, and Linux starts no program with that. Shorten it',
    ],
    ['an empty label', '- env: ""', 'k8s.yaml:1:8: [0].env is empty. Give the label a value'],
    ['a list in a list', '- [a]', 'k8s.yaml:1:3: [0] is not an object'],
    ['lists in lists', 'kind: List\nitems: [{ kind: List }]', 'k8s.yaml:2:9: items[0] is a list in a list'],
    [
      'a value that Kubernetes takes for true',
      deployment('cart', 'on'),
      'k8s.yaml:13:22: spec.template.spec.containers[0].env[0].value is true, and not text. Put it in quotes',
    ],
    [
      'a name that Kubernetes takes for a number',
      deployment('0644', 'a:b'),
      'k8s.yaml:4:9: metadata.name is 420, and not text. Put it in quotes',
    ],
    [
      'no name',
      deployment('cart', 'a:b').replace('  name: cart\n', ''),
      'k8s.yaml:1:1: the document is a Deployment without a name. Give it one, under metadata',
    ],
  ])('that is %s is an error with its place', (_, text, message) => {
    const { code, stdout, stderr } = check(text, 'k8s.yaml', titled('env:b'));
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('has the place of a mistake in JSON', () => {
    const text = '{\n  "kind": "Pod",\n  "metadata": { "name": 7 },\n  "spec": { "containers": [{}] }\n}';
    expect(check(text, 'k8s.json').stderr).toContain('k8s.json:3:25: metadata.name is 7, and not text');
    expect(check('{', 'k8s.json').stderr).toMatch(/^k8s\.json:1:\d: .*not JSON/);
  });

  it('may have anchors, aliases, merged keys, comments and several documents', () => {
    const running = `# what runs
x: &base { containers: [{ name: a, env: &env [{ name: ROOKOUT_LABELS, value: 'env:prod' }] }] }
kind: ConfigMap
---
---
kind: Deployment
metadata: { name: cart }
spec: { template: { spec: { containers: [{ name: a, env: [{ name: ROOKOUT_LABELS, value: &v "env: prod" }] }] } } }
---
kind: Deployment
metadata: &m { name: pay }
spec: { template: { spec: { containers: [&c { name: a, env: [{ <<: { value: 'env:prod' }, name: ROOKOUT_LABELS }] }, *c] } } }
...
`;
    const lines = found(running, 'k8s_deployment:pay env:prod', 'k8s_deployment:cart env:prod');
    expect(lines).toEqual([
      expect.stringMatching(/^k8s\.yaml:8:\d+: label-text: Deployment cart: .*Write "env:prod"$/),
    ]);
  });

  it('may be one of several, of which others have nothing that runs', () => {
    const place = new Workplace({
      'a.json': dashboard(
        'A',
        titled('k8s_deployment:cart'),
        titled('k8s_deployment:pay'),
        legacy('L', 'a{*}'),
      ),
      'k8s/service.yaml': 'kind: Service\nmetadata: { name: cart }\n',
      'k8s/cart.yaml': deployment('cart', 'env:prod'),
      'k8s/pay.yaml': deployment('pay', 'env:prod'),
    });
    const files = ['service', 'cart', 'pay'].map((name) => `k8s/${name}.yaml`);
    expect(place.run('check', 'a.json', '--instances', ...files).code).toBe(0);
    expect(place.run('check', '--instances', ...files, '--format', 'json', 'a.json').code).toBe(0);
    expect(place.run('check', 'a.json', '--instances').code).toBe(2);
    expect(place.run('check', 'a.json', '--instances', '').code).toBe(2);
    expect(place.run('check', 'a.json', '--instances', 'gone.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('gone.yaml: can not be read: there is no such file'),
    });
  });
});
