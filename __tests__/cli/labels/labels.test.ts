import { Workplace } from '../support/command';
import { dashboard, legacy, linkTo, logs, metricPoints, timeseries } from '../support/dashboards';

const TITLED = timeseries('Memory [k8s_deployment:cart]', 'avg:mem{*}', {
  custom_links: [metricPoints('k8s_deployment%3Acart%2Cenv%3Aprod')],
});

/** The labels of graphs, each with what has it and what gets it by tagging. */
function labelsOf(graphs: any[], ...options: string[]): any[] {
  const place = new Workplace({ 'a.json': dashboard('A', ...graphs) });
  const { stdout, code } = place.run('labels', 'a.json', '--format', 'json', ...options);
  expect(code).toBe(0);
  return JSON.parse(stdout).labels.map(({ key, value, kind, graphs: uses }: any) => [
    `${key}:${value}`,
    kind,
    ...uses.map(({ widget, in: has, byTagging }: any) => `${widget}: ${has.join()} / ${byTagging.join()}`),
  ]);
}

describe('rookout-datadog labels', () => {
  it('lists what titles and links have, and what tagging would add', () => {
    expect(
      labelsOf([TITLED, logs('Errors', 'service:pay'), legacy('CPU [service:pay]', 'avg:cpu{*}')]),
    ).toEqual([
      ['env:prod', 'text', 'widgets[0]: link / '],
      ['k8s_deployment:cart', 'text', 'widgets[0]: title,link / '],
      ['service:pay', 'text', 'widgets[1]:  / title,link', 'widgets[2]: title / link'],
    ]);
  });

  it('says what a value is that is filled in later', () => {
    expect(
      labelsOf([
        legacy('Hits', 'avg:hits{$service}'),
        legacy('Load', 'avg:load{*} by {host}'),
        legacy('M [service:${name}]', 'avg:mem{*}'),
      ]),
    ).toEqual([
      ['$hostname:{{host.value}}', 'line', 'widgets[1]:  / link'],
      ['service:${…}', 'terraform', 'widgets[2]: title / '],
      ['service:{{$service.value}}', 'variable', 'widgets[0]:  / link'],
    ]);
  });

  it('lists every kind of widget, and what tagging adds to the kinds of the settings', () => {
    const value = { ...legacy('Now', 'avg:mem{service:a}'), type: 'query_value' };
    const named = { ...legacy('Now [service:b]', 'avg:mem{*}'), type: 'query_value' };
    expect(labelsOf([value, named])).toEqual([['service:b', 'text', 'widgets[1]: title / ']]);
    expect(labelsOf([value, named], '--widget-types', 'query_value')).toEqual([
      ['service:a', 'text', 'widgets[0]:  / title,link'],
      ['service:b', 'text', 'widgets[1]: title / link'],
    ]);
    expect(labelsOf([TITLED, legacy('CPU', 'a{service:a}')], '--exclude-title', '*')).toHaveLength(2);
    expect(labelsOf([TITLED, legacy('CPU', 'a{service:a}')], '--exclude-dashboard', 'A')).toHaveLength(2);
  });

  it('notes a link that it can not read, and reads it with its template', () => {
    const link = { label: 'Set metric points', link: 'https://r.example.com/service%3Acart' };
    const place = new Workplace({
      'a.json': dashboard('A', timeseries('M', 'a{*}', { custom_links: [link] })),
    });
    const { stdout, stderr, code } = place.run('labels', 'a.json');
    expect({ stdout, stderr, code }).toEqual({
      stdout: '# Labels of 1 dashboard\n\nNo title and no link has a label.\n',
      stderr:
        'a.json: note: widgets[0] has a link that opens https://r.example.com/service%3Acart. Its labels are not known, ' +
        'since that is not of the form of the session link. If your Rookout has this URL, set it: --session-link <url>\n' +
        '1 dashboard, 0 labels\n',
      code: 0,
    });
    const ran = place.run('labels', 'a.json', '--session-link', 'https://r.example.com/{labels}');
    expect(ran.stdout).toContain('| `cart` | link | `M` | `widgets[0]` |');
  });

  it('has a documented shape', () => {
    const place = new Workplace({
      'a.json': dashboard('A', TITLED),
      'b.json': '{',
      'running.json': ['k8s_deployment:cart'],
    });
    const { stdout, code } = place.run(
      ...['labels', 'a.json', 'b.json', '--format', 'json', '--instances', 'running.json'],
    );
    expect(code).toBe(1);
    const graph = {
      path: 'a.json',
      line: 8,
      column: 18,
      dashboard: 'A',
      widget: 'widgets[0]',
      title: 'Memory [k8s_deployment:cart]',
      byTagging: [],
    };
    expect(JSON.parse(stdout)).toEqual({
      dashboards: 1,
      labels: [
        { key: 'env', value: 'prod', kind: 'text', instances: [], graphs: [{ ...graph, in: ['link'] }] },
        {
          key: 'k8s_deployment',
          value: 'cart',
          kind: 'text',
          instances: ['k8s_deployment:cart'],
          graphs: [{ ...graph, in: ['title', 'link'] }],
        },
      ],
      notes: [],
      failures: [{ path: 'b.json', line: 1, column: 2, message: expect.stringContaining('not JSON') }],
    });
  });

  it('lists what CDKTF has synthesized, with values that only Terraform knows', () => {
    const board = dashboard(
      'A',
      timeseries('M [service:@]', 'a{*}', {
        custom_links: [{ label: 'Set metric points', link: linkTo('service%3A@') }],
      }),
    );
    const text = JSON.stringify(board).replaceAll('@', '${var.name}');
    const place = new Workplace({
      'cdk.tf.json': { resource: { datadog_dashboard_json: { board: { dashboard: text } } } },
    });
    const { stdout } = place.run('labels', 'cdk.tf.json');
    expect(stdout).toContain('| `${…}`, known to Terraform only | title, link | `M [service:${…}]` |');
  });

  it('is a table that no text breaks', () => {
    const place = new Workplace({
      'a.json': dashboard('A', legacy('a|b `c` <i> [service:x|y]', 'a{*}')),
      'running.yaml': '[service:pay]',
    });
    expect(place.run('labels', 'a.json', '--instances', 'running.yaml').stdout).toBe(
      '# Labels of 1 dashboard\n\n## `service`\n\n' +
        '| value | instances | where | graph | widget | file |\n| --- | --- | --- | --- | --- | --- |\n' +
        '| `x\\|y` | **none** | title, link (by tagging) | `` a\\|b `c` <i> [service:x\\|y] `` | `widgets[0]` | `a.json:8:18` |\n',
    );
  });
});
