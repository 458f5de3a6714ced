import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { RookoutDashboard, RookoutDashboardImportOptions, RookoutTimeseries } from '../../lib';
import { fromTerraform, newStack, onlyResource, synthesized } from '../support/stack';
import { annotations } from '../support/tagging';

/** A dashboard as Datadog's API gives it back. */
const EXPORTED = {
  id: 'abc-def-ghi',
  title: 'Checkout',
  description: null,
  author_handle: 'someone@example.com',
  author_name: 'Someone',
  layout_type: 'ordered',
  url: '/dashboard/abc-def-ghi/checkout',
  is_read_only: false,
  template_variables: [{ name: 'env', prefix: 'env', available_values: [], default: '*' }],
  widgets: [
    {
      id: 1234567890123456,
      definition: {
        title: 'Latency',
        type: 'timeseries',
        requests: [
          {
            response_format: 'timeseries',
            queries: [
              {
                data_source: 'metrics',
                name: 'q',
                query: 'avg:latency{kube_deployment:checkoutservice,$env}',
              },
            ],
            formulas: [{ formula: 'q' }],
          },
        ],
      },
      layout: { x: 0, y: 0, width: 6, height: 3 },
    },
    {
      id: 2,
      definition: {
        type: 'group',
        layout_type: 'ordered',
        title: 'More',
        widgets: [
          {
            id: 3,
            definition: { type: 'brand_new_kind', anything: [null, { x: 1 }] },
            layout: { x: 0, y: 0, width: 4, height: 2 },
          },
        ],
      },
      layout: { x: 0, y: 3, width: 12, height: 3 },
    },
  ],
  notify_list: ['zoe@example.com', 'adam@example.com'],
  reflow_type: 'fixed',
  created_at: '2024-01-01T00:00:00.000000+00:00',
  modified_at: '2024-01-02T00:00:00.000000+00:00',
  dashboard_lists: [7],
};

const FREE = {
  title: 'Old',
  layout_type: 'free',
  widgets: [{ definition: { type: 'note', content: 'a' }, layout: { x: 30, y: 4, width: 90, height: 12 } }],
};

function imported(json: unknown, options: RookoutDashboardImportOptions = {}): RookoutDashboard {
  return RookoutDashboard.fromJson(newStack(), 'Imported', { json, ...options });
}

function stackOf(dashboard: RookoutDashboard): any {
  return dashboard.resource.cdktfStack;
}

describe('RookoutDashboard.fromJson', () => {
  it.each([
    [true, [expect.stringMatching(/^@cdktf\/warn: \[.*\] The import leaves out is_read_only \(.+\)\.$/)]],
    [false, []],
  ])('tells once where it leaves out what users have set: is_read_only: %s', (is_read_only, told) => {
    const stack = newStack();
    RookoutDashboard.fromJson(stack, 'Imported', { json: { ...EXPORTED, is_read_only }, tag: false });
    synthesized(stack);
    expect(annotations(stack)).toEqual(told);
  });

  it('leaves out what the server owns, and keeps the rest in value and order', () => {
    const json = imported(EXPORTED, { tag: false }).toJson();
    expect(json).toEqual({
      title: 'Checkout',
      description: '',
      layout_type: 'ordered',
      template_variables: EXPORTED.template_variables,
      widgets: [
        { definition: EXPORTED.widgets[0].definition, layout: EXPORTED.widgets[0].layout },
        {
          definition: {
            ...EXPORTED.widgets[1].definition,
            widgets: [
              {
                definition: { type: 'brand_new_kind', anything: [null, { x: 1 }] },
                layout: { x: 0, y: 0, width: 4, height: 2 },
              },
            ],
          },
          layout: EXPORTED.widgets[1].layout,
        },
      ],
      notify_list: ['adam@example.com', 'zoe@example.com'],
      reflow_type: 'fixed',
    });
  });

  it.each<[RookoutDashboardImportOptions, string]>([
    [{ liveDebugger: 'datadog' }, 'https://app.datadoghq.com/apm/traces'],
    [{ sessionLink: 'https://r.example.com/?l={labels}' }, 'https://r.example.com/'],
    [
      { sessionLink: 'https://r.example.com/?l={labels}', tagging: { liveDebugger: 'datadog' } },
      'https://app.datadoghq.com/apm/traces',
    ],
  ])('links graphs to the debugger of %j', (options, page) => {
    const [{ definition }] = imported(EXPORTED, options).toJson().widgets;
    expect(definition.custom_links[0].link.split('?')[0]).toBe(page);
  });

  it('tags graphs unless told otherwise, and says how many', () => {
    const dashboard = imported(EXPORTED);
    expect(dashboard.toJson().widgets[0].definition).toMatchObject({
      title: 'Latency [k8s_deployment:checkoutservice]',
      custom_links: [
        { link: 'https://app.rookout.com/?labels=k8s_deployment%3Acheckoutservice%2Cenv%3A{{$env.value}}' },
      ],
    });
    const notes = dashboard.node.metadata.filter(({ type }) => type === '@cdktf/info');
    expect(notes.map(({ data }) => data)).toEqual(['Rookout tagging: 1 tagged']);
    expect(imported(EXPORTED, { tag: false }).toJson().widgets[0].definition.title).toBe('Latency');
    expect(
      imported(EXPORTED, { tagging: { excludeTitles: ['Lat*'] } }).toJson().widgets[0].definition.title,
    ).toBe('Latency');
  });

  it('takes text as well, and is what it was given when synthesized', () => {
    const dashboard = imported(JSON.stringify(EXPORTED));
    const resource = onlyResource(synthesized(stackOf(dashboard)), 'datadog_dashboard_json');
    expect(fromTerraform(resource.dashboard)).toEqual(dashboard.toJson());
    expect(resource.dashboard_lists).toEqual([7]);
    expect(imported(dashboard.toJson()).toJson()).toEqual(dashboard.toJson());
  });

  it('takes overrides', () => {
    const json = imported(EXPORTED, {
      dashboardLists: [9],
      overrides: {
        title: 'Checkout (copy)',
        description: 'Another',
        teams: ['shop'],
        notifyList: ['b@example.com', 'a@example.com'],
        templateVariables: [{ name: 'namespace', prefix: 'kube_namespace' }],
      },
    }).toJson();
    expect(json).toMatchObject({
      title: 'Checkout (copy)',
      description: 'Another',
      tags: ['team:shop'],
      notify_list: ['a@example.com', 'b@example.com'],
      template_variables: [
        { name: 'namespace', prefix: 'kube_namespace', available_values: [], defaults: ['*'] },
      ],
    });
  });

  it('lets what is added flow in below what is there', () => {
    const dashboard = imported(EXPORTED);
    new RookoutTimeseries(dashboard, 'Graph', { service: 'cart', query: 'avg:a{*}' });
    dashboard.addService('frontend');
    dashboard.addWidget({ type: 'note', content: 'Beside' }, { x: 6, y: 0, width: 6, height: 3 });
    const [, , graph, service, note] = dashboard.toJson().widgets;
    expect(graph.layout).toEqual({ x: 0, y: 6, width: 6, height: 3 });
    expect(service.layout).toEqual({ x: 0, y: 9, width: 12, height: 4 });
    expect(note.layout).toEqual({ x: 6, y: 0, width: 6, height: 3 });
    expect(() => dashboard.addWidget({ type: 'note', content: 'On it' }, { x: 0, y: 0 })).toThrow('overlaps');
  });

  it('has a whole place on a dashboard with free layout', () => {
    const dashboard = imported(FREE);
    const layout = { x: 0, y: 40, width: 47, height: 15 };
    new RookoutTimeseries(dashboard, 'Graph', { service: 'cart', query: 'avg:a{*}', layout });
    expect(dashboard.toJson().widgets.map((widget: any) => widget.layout)).toEqual([
      FREE.widgets[0].layout,
      layout,
    ]);
    expect(() => dashboard.addWidget({ type: 'note', content: 'b' })).toThrow(
      /\[stack\/Imported\] layout: .* on a dashboard with free layout nothing flows/,
    );
    expect(() => dashboard.addService('cart')).toThrow(
      /^\[stack\/Imported\] service: "cart" can have no section on a dashboard with free layout.*addTimeseries/,
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON text', '{"title": "a",\n  oops }', /json:2:3: .* stops being JSON/],
    ['a list', [], /has no list of widgets/],
    ['null', null, /has no list of widgets/],
    ['no dashboard', { title: 'a' }, /has no list of widgets/],
    ['without title', { ...EXPORTED, title: undefined }, /dashboard\.title: undefined/],
    ['of another layout', { ...EXPORTED, layout_type: 'spiral' }, /Use one of: ordered, free/],
    [
      'a widget without definition',
      { ...EXPORTED, widgets: [{ id: 1 }] },
      /widgets\[0\]\.definition: undefined/,
    ],
    [
      'a title that is not text',
      { ...EXPORTED, widgets: [{ definition: { type: 'timeseries', title: 7 } }] },
      /title: 7/,
    ],
    ['a value that is not JSON', { ...EXPORTED, x: NaN }, /dashboard\.x: NaN/],
  ])('refuses %s', (_, json, message) => {
    expect(() => imported(json)).toThrow(message);
    expect(() => imported(json)).toThrow('[stack/Imported] ');
  });

  it('refuses a cycle, and nesting without end', () => {
    const cycle: any = { ...EXPORTED };
    cycle.self = cycle;
    let deep: unknown = [];
    for (let level = 0; level < 10_000; level++) deep = [deep];
    expect(() => imported(cycle)).toThrow('dashboard.self: an object contains itself');
    expect(() => imported({ ...EXPORTED, deep })).toThrow('levels deep');
    expect(() =>
      imported(JSON.stringify(EXPORTED).replace('null', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)),
    ).toThrow('levels deep');
  });

  it('refuses overrides that Datadog would', () => {
    expect(() => imported(EXPORTED, { overrides: { title: ' ' } })).toThrow('title: " "');
    expect(() => imported(EXPORTED, { overrides: { teams: ['a', 'b', 'c', 'd', 'e', 'f'] } })).toThrow(
      'at most 5',
    );
  });
});

describe('RookoutDashboard.fromFile', () => {
  let dir: string;

  beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'rookout-import-'))));
  afterAll(() => rmSync(dir, { recursive: true }));

  function fromFile(name: string, text?: string | Buffer): RookoutDashboard {
    const path = join(dir, name);
    if (text !== undefined) writeFileSync(path, text);
    return RookoutDashboard.fromFile(newStack(), 'Imported', { path });
  }

  it('reads a file, with or without a byte order mark', () => {
    for (const mark of ['', '\uFEFF']) {
      expect(fromFile('board.json', mark + JSON.stringify(EXPORTED)).toJson()).toEqual(
        imported(EXPORTED).toJson(),
      );
    }
  });

  it('names a file that it can not read', () => {
    expect(() => fromFile('missing.json')).toThrow(
      /\[stack\/Imported\] path: ".*missing\.json" can't be read: ENOENT/,
    );
    expect(() => fromFile('.')).toThrow("can't be read: EISDIR");
    expect(() => fromFile('list.json', '[]')).toThrow(
      /\[stack\/Imported\] .*list\.json: dashboard: \[\] has no list of widgets/,
    );
    expect(() => fromFile('latin1.json', Buffer.from('{"title": "caf\xe9"}', 'latin1'))).toThrow(
      /latin1\.json" is not UTF-8 text/,
    );
  });

  it.each<[string, string, string]>([
    ['a value', '{\n "title": }', '2:11: "}" is where it stops being JSON: a value is missing'],
    [
      'a comma',
      '\uFEFF{"a": 1\r"b": 2}',
      '2:1: "\\"b\\": 2}" is where it stops being JSON: a comma is missing',
    ],
    ['all', ' \n', '1:1: " \\n" is where it stops being JSON: it is empty'],
    ['an end', '{"a":'.repeat(20_000), '1:2501: '],
  ])('names the line and column where it lacks %s', (_, text, problem) => {
    expect(() => fromFile('broken.json', text)).toThrow(`broken.json:${problem}`);
  });

  it('refuses text that looks like a token, as a file can hold none', () => {
    const text = JSON.stringify({ ...EXPORTED, description: 'About ${TfToken[TOKEN.0]}' }, null, 2);
    expect(() => fromFile('token.json', text)).toThrow(
      /token\.json:4:25: "\$\{TfToken\[TOKEN\.0\]\}" looks like CDKTF's marker of a token/,
    );
  });

  it.each<unknown>([5, 0, null])('refuses the path %p, and opens no descriptor', (path) => {
    expect(() => RookoutDashboard.fromFile(newStack(), 'Imported', { path: path as string })).toThrow(
      `path: ${path} is not text. Pass the path of a file that can be read`,
    );
  });

  it.each<[string, unknown]>([
    ['a BigInt', 5n],
    ['a Map', new Map()],
    ['a Date', new Date(0)],
    ['a number', 5],
  ])('refuses %s as description', (_, value) => {
    const description = value as string;
    expect(() => new RookoutDashboard(newStack(), 'Own', { title: 'Shop', description })).toThrow(
      /description: .* is not text\. Describe the dashboard in text/,
    );
    expect(() =>
      RookoutDashboard.fromJson(newStack(), 'Imported', { json: EXPORTED, overrides: { description } }),
    ).toThrow(/description: .* is not text\. Describe the dashboard in text/);
  });

  it('finds the first mistake of a large file', () => {
    expect(() => fromFile('large.txt', 'no JSON '.repeat(500_000))).toThrow('large.txt:1:1: ');
  });
});
