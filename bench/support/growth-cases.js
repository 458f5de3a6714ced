/** Inputs of any size. Each case is a run of the command on files, or a call of the library. */
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const graph = (title, requests, more = {}) => ({
  definition: { type: 'timeseries', title, requests, ...more },
});
const metric = (query, name = 'query1') => ({ data_source: 'metrics', name, query });
const scoped = (scope) => [{ queries: [metric(`avg:load{${scope}}`)] }];
const dashboard = (widgets, more = {}) => ({ title: 'Shop', layout_type: 'ordered', widgets, ...more });
const link = (address) => ({ custom_links: [{ label: 'Set metric points', link: address }] });
const opening = (labels) => link(`https://app.rookout.com/?labels=${encodeURIComponent(labels.join(','))}`);
const searched = (query) => [
  {
    queries: [{ data_source: 'logs', name: 'query1', search: { query }, compute: { aggregation: 'count' } }],
  },
];

/** `check` on one dashboard. */
const checked = (n, make, ...more) => ({
  n,
  command: (size) => ({ files: { 'a.json': make(size) }, args: ['check', 'a.json', ...more] }),
});
/** `check` on a stack that CDKTF has synthesized, with these texts of dashboards. */
const checkedStack = (n, make) => ({
  n,
  command: (size) => {
    const dashboards = make(size).map((text, index) => [`d${index}`, { dashboard: text }]);
    const resource = { datadog_dashboard_json: Object.fromEntries(dashboards) };
    return { files: { 'cdk.tf.json': { resource } }, args: ['check', 'cdk.tf.json'] };
  },
});
const previewed = (n, make) => ({
  n,
  command: (size) => ({ files: { 'a.json': make(size) }, args: ['preview', 'a.json', '--out', 'out'] }),
});
const missing = (size) => dashboard(many(size, (i) => graph(`Memory ${i}`, scoped(`service:s${i}`))));
const tagged = (size) =>
  dashboard(
    many(size, (i) => graph(`M [service:s${i}]`, scoped(`service:s${i}`), opening([`service:s${i}`]))),
  );

exports.cases = {
  'wildcard: text and pattern': checked(1000, (n) =>
    dashboard([graph('A', scoped(`service:${'a'.repeat(n)},!service:${'*a'.repeat(n / 2)}*b`))]),
  ),
  'wildcard: stars': checked(2000, (n) =>
    dashboard([graph('A', scoped(`service:${'a'.repeat(60)},!service:${'*a'.repeat(n)}*b`))]),
  ),
  'wildcards: values and exclusions': checked(500, (n) =>
    dashboard([
      graph(
        'A',
        scoped(
          `service IN (${many(n, (i) => `v${i}`).join(', ')}) AND NOT service IN (${many(n, (i) => `w${i}*`).join(', ')})`,
        ),
      ),
    ]),
  ),
  'values and other values': checked(4000, (n) =>
    dashboard([
      graph(
        'A',
        scoped(
          `service IN (${many(n, (i) => `v${i}`).join(', ')}) AND NOT service IN (${many(n, (i) => `w${i}`).join(', ')})`,
        ),
      ),
    ]),
  ),
  'formula: subtractions': checked(8000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: [metric('avg:load{service:a}', 'a'), metric('avg:load{service:b}', 'b')],
          formulas: [{ formula: `a${' - b'.repeat(n)}` }],
        },
      ]),
    ]),
  ),
  'formula: subtractions of a query each': checked(2000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)),
          formulas: [{ formula: many(n, (i) => `q${i}`).join(' - ') }],
        },
      ]),
    ]),
  ),
  'formula: sum and differences': checked(2000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)),
          formulas: [
            { formula: `${many(n, (i) => `q${i}`).join(' + ')} - ${many(n, (i) => `q${i}`).join(' - ')}` },
          ],
        },
      ]),
    ]),
  ),
  'formula: a name often': checked(8000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: [metric('avg:load{service:a}', 'a')],
          formulas: [{ formula: many(n, () => 'a').join(' + ') }],
        },
      ]),
    ]),
  ),
  'formula: functions inside one another': checked(20, (n) =>
    dashboard([
      graph('A', [
        {
          queries: [metric('avg:load{service:a}', 'a')],
          formulas: [{ formula: `${'day_before('.repeat(n)}a${')'.repeat(n)}` }],
        },
      ]),
    ]),
  ),
  'formulas: many': checked(2000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)),
          formulas: many(n, (i) => ({ formula: `q${i} * 2` })),
        },
      ]),
    ]),
  ),
  'formulas: many, limited': checked(2000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: many(n, (i) => metric(`avg:load{service:s${i}} by {host}`, `q${i}`)),
          formulas: many(n, (i) => ({ formula: `q${i} * 2`, limit: { count: 5 } })),
        },
      ]),
    ]),
  ),
  'formulas: many of one query': checked(2000, (n) =>
    dashboard([
      graph('A', [
        {
          queries: [metric(`avg:load{service:s}`, `q`)],
          formulas: many(n, (i) => ({ formula: `q - ${i}`, limit: { count: 5 } })),
        },
      ]),
    ]),
  ),
  'queries: many in a request': checked(4000, (n) =>
    dashboard([graph('A', [{ queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)) }])]),
  ),
  'queries: many in a request, two tags': checked(2000, (n) =>
    dashboard([
      graph('A', [{ queries: many(n, (i) => metric(`avg:load{service:s${i},env:e${i}}`, `q${i}`)) }]),
    ]),
  ),
  'queries: many in a request, titled': checked(2000, (n) =>
    dashboard([
      graph('A [service:s1]', [
        { queries: many(n, (i) => metric(`avg:load{service:s${i},env:e${i}}`, `q${i}`)) },
      ]),
    ]),
  ),
  'queries: many in a request, by line': checked(2000, (n) =>
    dashboard([
      graph('A', [{ queries: many(n, (i) => metric(`avg:load{env:e${i}} by {service,host}`, `q${i}`)) }]),
    ]),
  ),
  'requests: many': checked(4000, (n) =>
    dashboard([
      graph(
        'A',
        many(n, (i) => ({ q: `avg:load{service:s${i}}` })),
      ),
    ]),
  ),
  'older query: many expressions': checked(4000, (n) =>
    dashboard([graph('A', [{ q: many(n, (i) => `avg:load{service:s${i}}`).join(', ') }])]),
  ),
  'older query: differences': checked(2000, (n) =>
    dashboard([graph('A', [{ q: many(n, (i) => `avg:load{service:s${i}}`).join(' - ') }])]),
  ),
  'scope: variables': checked(8000, (n) =>
    dashboard([graph('A', scoped(many(n, (i) => `$v${i}`).join(',')))]),
  ),
  'scope: declared variables': checked(4000, (n) =>
    dashboard([graph('A', scoped(many(n, (i) => `$v${i}`).join(',')))], {
      template_variables: many(n, (i) => ({ name: `v${i}`, prefix: 'service' })),
    }),
  ),
  'scope: one variable with many values': checked(8000, (n) =>
    dashboard([graph('A', scoped('$v')), ...many(n, (i) => graph(`B${i}`, scoped(`$v,host:${i}`)))], {
      template_variables: [{ name: 'v', prefix: 'service', available_values: many(n, (i) => `x${i}`) }],
    }),
  ),
  'scope: values': checked(8000, (n) =>
    dashboard([graph('A', scoped(`service IN (${many(n, (i) => `s${i}`).join(', ')})`))]),
  ),
  'scope: alternatives': checked(8000, (n) =>
    dashboard([graph('A', scoped(many(n, (i) => `service:s${i}`).join(' OR ')))]),
  ),
  'scope: pairs of alternatives': checked(200, (n) =>
    dashboard([graph('A', scoped(many(n, (i) => `(service:s${i} AND env:e${i})`).join(' OR ')))]),
  ),
  'scope: tags': checked(8000, (n) => dashboard([graph('A', scoped(many(n, (i) => `t${i}:x`).join(',')))])),
  'scope: equal tags': checked(8000, (n) =>
    dashboard([graph('A', scoped(many(n, () => 'service:x').join(',')))]),
  ),
  'groups: many': checked(4000, (n) =>
    dashboard([
      graph('A', [{ queries: [metric(`avg:load{service:a} by {${many(n, (i) => `t${i}`).join(',')}}`)] }]),
    ]),
  ),
  'search: terms': checked(8000, (n) =>
    dashboard([graph('A', searched(many(n, (i) => `@t${i}:x`).join(' ')))]),
  ),
  'search: expressions': checked(8000, (n) =>
    dashboard([graph('A', searched(many(n, (i) => '${x}').join(' ')))]),
  ),
  'search: open expressions': checked(8000, (n) => dashboard([graph('A', searched('${'.repeat(n)))])),
  'scope: spaces': checked(50_000, (n) => dashboard([graph('A', scoped(`service:a${' '.repeat(n)},env:b`))])),
  'query: spaces': checked(50_000, (n) =>
    dashboard([graph('A', [{ queries: [metric(`avg:load{*}${' '.repeat(n)}`)] }])]),
  ),
  'query: braces': checked(20_000, (n) => dashboard([graph('A', [{ queries: [metric('{'.repeat(n))] }])])),
  'query: letters': checked(50_000, (n) => dashboard([graph('A', [{ queries: [metric('a'.repeat(n))] }])])),
  'query: functions': checked(4000, (n) =>
    dashboard([graph('A', [{ q: `avg:load{service:a}${'.rollup(avg, 60)'.repeat(n)}` }])]),
  ),
  'title: label filters': checked(2000, (n) =>
    dashboard([graph(many(n, (i) => `[service:s${i}]`).join(' '), scoped('service:s1'))]),
  ),
  'title: label filters, all shown': checked(1000, (n) =>
    dashboard([
      graph(
        many(n, (i) => `[service:s${i}]`).join(' '),
        scoped(`service IN (${many(n, (i) => `s${i}`).join(', ')})`),
      ),
    ]),
  ),
  'title: label filters, a query each': checked(500, (n) =>
    dashboard([
      graph(many(n, (i) => `[service:s${i}]`).join(' '), [
        { queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)) },
      ]),
    ]),
  ),
  'title: label filters of two keys': checked(500, (n) =>
    dashboard([
      graph(many(n, (i) => `[service:s${i}] [env:e${i}]`).join(' '), [
        { queries: many(n, (i) => metric(`avg:load{service:s${i},env:e${i}}`, `q${i}`)) },
      ]),
    ]),
  ),
  'title: label filters, wildcards': checked(500, (n) =>
    dashboard([
      graph(many(n, (i) => `[service:s${i}]`).join(' '), [
        { queries: many(n, (i) => metric(`avg:load{service:s${i}*}`, `q${i}`)) },
      ]),
    ]),
  ),
  'title: unknown label filters': checked(4000, (n) =>
    dashboard([graph(many(n, (i) => `[key${i}:v]`).join(' '), scoped('service:s1'))]),
  ),
  'title: brackets': checked(50_000, (n) => dashboard([graph('['.repeat(n), scoped('service:a'))])),
  'title: bracket and letters': checked(50_000, (n) =>
    dashboard([graph(`[${'a'.repeat(n)}`, scoped('service:a'))]),
  ),
  'title: malformed filters': checked(2000, (n) =>
    dashboard([graph(`[${many(n, (i) => `service:${i}`).join(',')}]`, scoped('service:a'))]),
  ),
  'title: spaces in brackets': checked(20_000, (n) =>
    dashboard([graph(`[${' '.repeat(n)}a${' '.repeat(n)}:b]`, scoped('service:a'))]),
  ),
  'link: labels': checked(2000, (n) =>
    dashboard([graph('A [service:s1]', scoped('service:s1'), opening(many(n, (i) => `service:s${i}`)))]),
  ),
  'links: many': checked(4000, (n) =>
    dashboard([
      graph('A [service:s1]', scoped('service:s1'), {
        custom_links: many(n, (i) => ({ label: `L${i}`, link: `https://example.com/${i}` })),
      }),
    ]),
  ),
  'findings: text': checked(2000, missing),
  'findings: SARIF': checked(2000, missing, '--format', 'sarif'),
  'findings: JSON': checked(2000, missing, '--format', 'json'),
  'findings: one line of JSON or many': checked(2000, (n) => JSON.stringify(missing(n), null, 2)),
  'findings: fixed': checked(1000, missing, '--fix'),
  'findings: disagreements': checked(1000, (n) =>
    dashboard(
      many(n, (i) => graph(`M [service:x${i}]`, scoped(`service:s${i}`), opening([`service:y${i}`]))),
    ),
  ),
  'tagged graphs': checked(1000, tagged),
  'tag: many titles': {
    n: 1000,
    command: (n) => ({
      files: { 'a.json': JSON.stringify(missing(n), null, 2) },
      args: ['tag', 'a.json', '--in-place'],
    }),
  },
  'groups inside one another': checked(5, (n) => {
    let widgets = [graph('A', scoped('service:a'))];
    for (let depth = 0; depth < n; depth++)
      widgets = [{ definition: { type: 'group', layout_type: 'ordered', widgets } }];
    return dashboard(widgets);
  }),
  'groups of graphs': checked(1000, (n) =>
    dashboard(
      many(n, (i) => ({
        definition: { type: 'group', layout_type: 'ordered', widgets: [graph('A', scoped(`service:s${i}`))] },
      })),
    ),
  ),
  'variables and graphs': checked(1000, (n) =>
    dashboard(
      many(n, (i) => graph(`A${i}`, scoped(`$v${i}`))),
      {
        template_variables: many(n, (i) => ({ name: `v${i}`, prefix: 'service' })),
      },
    ),
  ),
  'variables of the same name': checked(1000, (n) =>
    dashboard(
      many(n, (i) => graph(`A${i}`, scoped(`$v`))),
      {
        template_variables: many(n, () => ({ name: `v`, prefix: 'service', available_values: ['a'] })),
      },
    ),
  ),
  'excuses and findings': {
    n: 500,
    command: (n) => ({
      files: {
        'a.json': missing(n),
        'rookout-datadog.json': {
          excuses: many(n, (i) => ({ rule: 'missing-filter', title: `Memory ${i}`, reason: 'r' })),
        },
      },
      args: ['check', 'a.json'],
    }),
  },
  'instances and links': {
    n: 500,
    command: (n) => ({
      files: { 'a.json': tagged(n), 'i.json': many(n, (i) => ({ service: `s${i}`, env: 'e' })) },
      args: ['check', 'a.json', '--instances', 'i.json'],
    }),
  },
  'instances and links that open none': {
    n: 500,
    command: (n) => ({
      files: { 'a.json': tagged(n), 'i.json': many(n, (i) => ({ service: `other${i}`, env: 'e' })) },
      args: ['check', 'a.json', '--instances', 'i.json'],
    }),
  },
  'instances and labels': {
    n: 500,
    command: (n) => ({
      files: { 'a.json': tagged(n), 'i.json': many(n, (i) => ({ service: `s${i}`, env: 'e' })) },
      args: ['labels', 'a.json', '--instances', 'i.json'],
    }),
  },
  'instances: labels of one': {
    n: 1000,
    command: (n) => ({
      files: { 'a.json': tagged(1), 'i.json': [many(n, (i) => `k${i}:v`).join(',')] },
      args: ['check', 'a.json', '--instances', 'i.json'],
    }),
  },
  'instances: YAML': {
    n: 500,
    command: (n) => ({
      files: {
        'a.json': tagged(1),
        'i.yaml': many(
          n,
          (i) =>
            `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${i}, namespace: x}\nspec: {template: {spec: {containers: [{name: c, env: [{name: ROOKOUT_LABELS, value: "service:s${i}"}]}]}}}\n`,
        ).join('---\n'),
      },
      args: ['check', 'a.json', '--instances', 'i.yaml'],
    }),
  },
  'instances: variables of an environment': {
    n: 10,
    command: (n) => ({
      files: {
        'a.json': tagged(1),
        'i.json': {
          kind: 'Pod',
          metadata: { name: 'p', namespace: 'x' },
          spec: {
            containers: [
              {
                name: 'c',
                env: [
                  { name: 'V0', value: 'x' },
                  ...many(n, (i) => ({ name: `V${i + 1}`, value: `$(V${i})$(V${i})` })),
                  { name: 'ROOKOUT_LABELS', value: `service:$(V${n})` },
                ],
              },
            ],
          },
        },
      },
      args: ['check', 'a.json', '--instances', 'i.json'],
    }),
  },
  'labels: many': {
    n: 1000,
    command: (n) => ({ files: { 'a.json': tagged(n) }, args: ['labels', 'a.json'] }),
  },
  'labels: many graphs of one': {
    n: 1000,
    command: (n) => ({
      files: { 'a.json': dashboard(many(n, () => graph('M [service:s]', scoped('service:s')))) },
      args: ['labels', 'a.json', '--format', 'json'],
    }),
  },
  'preview: graphs with places': previewed(1000, (n) =>
    dashboard(
      many(n, (i) => ({
        ...graph(`A${i}`, scoped('*')),
        layout: { x: (i % 3) * 4, y: Math.floor(i / 3) * 2, width: 4, height: 2 },
      })),
    ),
  ),
  'preview: graphs on each other': previewed(1000, (n) =>
    dashboard(
      many(n, (i) => ({ ...graph(`A${i}`, scoped('*')), layout: { x: 0, y: 0, width: 4, height: 2 } })),
    ),
  ),
  'preview: graphs without places': previewed(1000, (n) =>
    dashboard(many(n, (i) => graph(`A${i}`, scoped('*')))),
  ),
  'preview: tabs and widgets': previewed(1000, (n) =>
    dashboard(
      many(n, (i) => ({ id: i + 1, ...graph(`A${i}`, scoped('*')) })),
      {
        tabs: many(n, (i) => ({ name: `T${i}`, widget_ids: [i + 1] })),
      },
    ),
  ),
  'preview: one tab of many widgets': previewed(1000, (n) =>
    dashboard(
      many(n, (i) => ({ id: i + 1, ...graph(`A${i}`, scoped('*')) })),
      {
        tabs: [{ name: `T`, widget_ids: many(n, (i) => i + 1) }],
      },
    ),
  ),
  'preview: spaces in a link': previewed(50_000, (n) =>
    dashboard([graph('A', scoped('*'), link(`https://app.rookout.com/?labels={{${' '.repeat(n)}`))]),
  ),
  'preview: formulas and queries': previewed(500, (n) =>
    dashboard([
      graph('A', [
        {
          queries: many(n, (i) => metric(`avg:load{service:s${i}}`, `q${i}`)),
          formulas: many(n, (i) => ({ formula: `q${i}` })),
        },
      ]),
    ]),
  ),
  'preview: a note': previewed(50_000, (n) =>
    dashboard([{ definition: { type: 'note', content: '*[a](b '.repeat(n) } }]),
  ),
  'preview: instances and links': {
    n: 500,
    command: (n) => ({
      files: { 'a.json': tagged(n), 'i.json': many(n, (i) => ({ service: `s${i}`, env: 'e' })) },
      args: ['preview', 'a.json', '--out', 'out', '--instances', 'i.json'],
    }),
  },
  'preview: changes': {
    n: 500,
    command: (n) => ({
      files: { 'a.json': missing(n), 'b.json': tagged(n) },
      args: ['preview', 'a.json', '--out', 'out', '--against', 'b.json', '--format', 'markdown'],
    }),
  },
  'preview: changes of equal graphs': {
    n: 500,
    command: (n) => ({
      files: {
        'a.json': dashboard(many(n, () => graph('A', scoped('*')))),
        'b.json': dashboard(many(n, () => graph('B', scoped('*')))),
      },
      args: ['preview', 'a.json', '--out', 'out', '--against', 'b.json'],
    }),
  },
  'import: graphs': {
    n: 1000,
    command: (n) => ({ files: { 'a.json': missing(n) }, args: ['import', 'a.json', '--out', 'stack.ts'] }),
  },
  'import: dashboards': {
    n: 100,
    command: (n) => ({
      files: Object.fromEntries(many(n, (i) => [`d${i}.json`, missing(2)])),
      args: ['import', ...many(n, (i) => `d${i}.json`), '--out', 'stack.ts'],
    }),
  },
  'JSON: spaces': checked(100_000, (n) => `{${' '.repeat(n)}"title":"A",${'\n'.repeat(n)}"widgets":[]}`),
  'JSON: backslashes': checked(100_000, (n) => ({ title: '\\"'.repeat(n), widgets: [] })),
  'JSON: properties of one object': checked(20_000, (n) =>
    dashboard([], Object.fromEntries(many(n, (i) => [`p${i}`, i]))),
  ),
  'JSON: not JSON': checked(50_000, (n) => `{"title":[${'[],'.repeat(n)}1],,}`),
  'stack: expressions': checkedStack(5000, (n) => [
    JSON.stringify(dashboard([graph('A', scoped(many(n, (i) => `t${i}:\${x${i}}`).join(',')))])),
  ]),
  'stack: expressions inside one another': checkedStack(5, (n) => [
    JSON.stringify(dashboard([])).replace('Shop', `${'${f("'.repeat(n)}x${'")}'.repeat(n)}`),
  ]),
  'stack: joins inside one another': checkedStack(10, (n) => {
    let template = 'x';
    for (let depth = 0; depth < n; depth++) template = `\${join("", ["${template}", "y"])}`;
    return [template];
  }),
  'stack: join of many': checkedStack(5000, (n) => [
    `\${join("", ["{\\"title\\":\\"A", ${many(n, (i) => `local.x${i}`).join(', ')}, "\\",\\"widgets\\":[]}"])}`,
  ]),
  'stack: resources': checkedStack(500, (n) => many(n, () => JSON.stringify(missing(2)))),
  'Terraform: dashboards': {
    n: 200,
    command: (n) => ({
      files: { 'a.tf': many(n, (i) => hcl(`d${i}`, [widgetBlock(`A${i}`, `service:s${i}`)])).join('\n') },
      args: ['tag', 'a.tf', '--in-place'],
    }),
  },
  'Terraform: widgets': {
    n: 400,
    command: (n) => ({
      files: {
        'a.tf': hcl(
          'd',
          many(n, (i) => widgetBlock(`A${i}`, `service:s${i}`)),
        ),
      },
      args: ['tag', 'a.tf', '--in-place'],
    }),
  },
  'Terraform: spaces': {
    n: 50_000,
    command: (n) => ({
      files: { 'a.tf': hcl('d', [' '.repeat(n), '\n'.repeat(n), widgetBlock('A', `service:s`)]) },
      args: ['tag', 'a.tf', '--in-place'],
    }),
  },
  'Terraform: a heredoc': {
    n: 400,
    command: (n) => ({
      files: {
        'a.tf': `resource "datadog_dashboard_json" "d" {\n  dashboard = <<EOF\n${JSON.stringify(missing(n), null, 2)}\nEOF\n}\n`,
      },
      args: ['tag', 'a.tf', '--in-place'],
    }),
  },
  'Terraform: jsonencode': {
    n: 400,
    command: (n) => ({
      files: {
        'a.tf': `resource "datadog_dashboard_json" "d" {\n  dashboard = jsonencode(${JSON.stringify(missing(n), null, 2)})\n}\n`,
      },
      args: ['tag', 'a.tf', '--in-place'],
    }),
  },
  'library: graphs of a dashboard': inStack(1000, ({ RookoutDashboard }, stack, n) => {
    const own = new RookoutDashboard(stack, 'd', { title: 'A', overview: false });
    for (let i = 0; i < n; i++)
      own.addTimeseries({ service: `s${i}`, subject: 'M', query: `avg:x{service:s${i}}` });
  }),
  'library: constructs of a dashboard': inStack(1000, ({ RookoutDashboard, RookoutTimeseries }, stack, n) => {
    const own = new RookoutDashboard(stack, 'd', { title: 'A', overview: false });
    for (let i = 0; i < n; i++)
      new RookoutTimeseries(own, `g${i}`, { service: `s${i}`, subject: 'M', query: `avg:x{service:s${i}}` });
  }),
  'library: services of a dashboard': inStack(500, ({ RookoutDashboard }, stack, n) => {
    new RookoutDashboard(stack, 'd', { title: 'A', services: many(n, (i) => `s${i}`) });
  }),
  'library: widgets with places': inStack(1000, ({ RookoutDashboard }, stack, n) => {
    const own = new RookoutDashboard(stack, 'd', { title: 'A', overview: false });
    for (let i = 0; i < n; i++) {
      const place = { x: (i % 3) * 4, y: 20 + Math.floor(i / 3) * 2, width: 4, height: 2 };
      own.addWidget({ type: 'note', content: `${i}` }, place);
    }
  }),
  'library: sizes of widgets': inStack(1000, ({ RookoutDashboard }, stack, n) => {
    const own = new RookoutDashboard(stack, 'd', { title: 'A', overview: false });
    for (let i = 0; i < n; i++)
      own.addWidget({ type: 'note', content: `${i}` }, { width: 4, height: 2 + (i % 40) });
  }),
  'library: imported': inStack(1000, ({ RookoutDashboard }, stack, n) => {
    RookoutDashboard.fromJson(stack, 'd', { json: JSON.stringify(missing(n)) });
  }),
  'library: tokens in a text': inStack(2000, ({ TerraformJson }, stack, n) => {
    const { TerraformOutput, TerraformVariable } = require('cdktf');
    const variable = new TerraformVariable(stack, 'v', { type: 'string' });
    const value = many(n, (i) => `a${i} ${variable.stringValue}`);
    new TerraformOutput(stack, 'o', { value: TerraformJson.encode({ value }) });
  }),
  'library: agent labels': {
    n: 2000,
    library:
      ({ RookoutLabel, RookoutTitles }, n) =>
      () => {
        RookoutLabel.inTitle(many(n, (i) => `[k${i}:v]`).join(' '));
      },
  },
};

function inStack(n, fill) {
  return {
    n,
    library: (library, size, outdir) => {
      const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
      require('@cdktf/provider-datadog/lib/dashboard-json');
      const { App, TerraformStack } = require('cdktf');
      return () => {
        const app = new App({ outdir });
        const stack = new TerraformStack(app, 'bench');
        new DatadogProvider(stack, 'Datadog');
        fill(library, stack, size);
        app.synth();
      };
    },
  };
}

function hcl(name, blocks) {
  return `resource "datadog_dashboard" "${name}" {\n  title = "A"\n  layout_type = "ordered"\n${blocks.join('\n')}\n}\n`;
}

function widgetBlock(title, scope) {
  return `  widget {\n    timeseries_definition {\n      title = "${title}"\n      request {\n        q = "avg:load{${scope}}"\n      }\n    }\n  }`;
}
