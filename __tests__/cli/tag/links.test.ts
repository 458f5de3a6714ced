import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

const LOGS = 'https://app.datadoghq.com/logs?query=source%3Add_debugger%20';
const TRACES = 'https://app.datadoghq.com/apm/traces?query=';
const CONFIGURATION = {
  tagging: {
    liveDebugger: 'datadog',
    links: [
      { label: 'Captured snapshots', template: `${LOGS}{search}` },
      { label: 'Deployment', template: 'https://deploy.example.com/{env}' },
    ],
  },
};
const RUNBOOK = { label: 'Runbook', link: 'https://wiki.example.com/' };
const CART = legacy('Memory', 'avg:m{kube_deployment:cart,env:prod}');
const linksOf = (search: string) => [
  { label: 'Set metric points', link: `${TRACES}${search}` },
  { label: 'Captured snapshots', link: `${LOGS}${search}` },
];
const ALL = [
  ...linksOf('kube_deployment%3Acart%20env%3Aprod'),
  { label: 'Deployment', link: 'https://deploy.example.com/prod' },
];

const linksIn = (at: Workplace) => at.json('a.json').widgets[0].definition.custom_links;

/** A place with the configuration and these files. */
function place(files: object): Workplace {
  return new Workplace({ 'rookout-datadog.json': CONFIGURATION, ...files });
}

describe('several links of a graph', () => {
  it('are added after those of people, and stay so', () => {
    const own = { ...CART, custom_links: [RUNBOOK] };
    const at = place({ 'a.json': dashboard('A', own) });
    expect(at.run('tag', 'a.json', '--in-place')).toMatchObject({ code: 0 });
    expect(linksIn(at)).toEqual([RUNBOOK, ...ALL]);
    const text = at.read('a.json');
    expect(at.run('tag', 'a.json', '--in-place')).toMatchObject({ code: 0 });
    expect(at.read('a.json')).toBe(text);
    expect(at.run('check', 'a.json')).toMatchObject({ code: 0 });
  });

  it('are checked one by one, and mended', () => {
    const [first, snapshots] = ALL;
    const title = 'Memory [k8s_deployment:cart] [env:prod]';
    const custom_links = [{ ...snapshots, link: `${LOGS}old` }, RUNBOOK, first];
    const at = place({
      'a.json': dashboard('A', { ...CART, title, custom_links }),
    });
    const { code, stdout } = at.run('check', 'a.json');
    expect(code).toBe(1);
    expect(stdout).toContain(
      `the link "Captured snapshots" of "${title}" opens ${LOGS}old instead of ${snapshots.link}`,
    );
    expect(stdout).toContain(
      `"${title}" has no link "Deployment". Add one that opens https://deploy.example.com/prod`,
    );
    expect(at.run('check', 'a.json', '--fix')).toMatchObject({ code: 0 });
    expect(linksIn(at)).toEqual([snapshots, RUNBOOK, first, ALL[2]]);
    expect(at.run('check', 'a.json')).toMatchObject({ code: 0 });
  });

  it('are checked on a graph that names nothing any more', () => {
    const custom_links = [RUNBOOK, ...ALL];
    const at = place({ 'a.json': dashboard('A', { ...legacy('Memory', 'avg:m{*}'), custom_links }) });
    const { code, stdout } = at.run('check', 'a.json');
    expect(code).toBe(1);
    const links = ALL.map(({ label, link }) => `the link "${label}" of "Memory" opens ${link}, but `);
    expect(stdout.split('\n')).toEqual([
      ...links.map((message) =>
        expect.stringContaining(
          `${message}neither its title nor its queries name instances. Put label filters in the title, or remove the link`,
        ),
      ),
      '',
    ]);
    const only = place({
      'a.json': dashboard('A', { ...legacy('Memory', 'avg:m{*}'), custom_links: [RUNBOOK] }),
    });
    expect(only.run('check', 'a.json')).toMatchObject({ code: 0, stdout: '' });
  });

  it('are left out where a graph can’t fill them, and the report says so', () => {
    const at = place({ 'a.json': dashboard('A', legacy('Memory', 'avg:m{service:cart}')) });
    const { stdout } = at.run('tag', 'a.json', '--in-place');
    expect(stdout).toContain('no link "Deployment": it gets no link: sessionLink:');
    expect(linksIn(at)).toEqual(linksOf('service%3Acart'));
    expect(at.run('check', 'a.json')).toMatchObject({ code: 0 });
  });

  it('are left where a graph can’t fill the first', () => {
    const at = new Workplace({
      'rookout-datadog.json': {
        tagging: {
          sessionLink: 'https://r.example.com/{label:team}',
          links: [{ label: 'Traces', liveDebugger: 'datadog' }],
        },
      },
      'a.json': dashboard('A', legacy('', 'avg:m{service:cart}')),
    });
    expect(at.run('tag', 'a.json', '--in-place').stdout).toContain('linked');
    expect(linksIn(at)).toEqual([{ label: 'Traces', link: `${TRACES}service%3Acart` }]);
    expect(at.run('check', 'a.json')).toMatchObject({ code: 0 });
  });

  const request = 'requests = [{ q = "avg:m{kube_deployment:cart,env:prod}" }]';
  const encoded = (links: string) => `resource "datadog_dashboard_json" "a" {
  dashboard = jsonencode({
    title       = "A"
    layout_type = "ordered"
    widgets = [{
      definition = {
        type  = "timeseries"
        title = "Memory"
        ${links}${request}
      }
    }]
  })
}
`;

  it.each<[string, string]>([
    ['no list', encoded('')],
    ['an empty list', encoded('custom_links = []\n        ')],
    [
      'a list',
      encoded(
        'custom_links = [\n          {\n            label = "Runbook"\n            link  = "/"\n          },\n        ]\n        ',
      ),
    ],
    ['a list on one line', encoded('custom_links = [{ label = "Runbook", link = "/" }]\n        ')],
    [
      'all on one line',
      encoded('')
        .replace(/\n {8}/g, ' ')
        .replace('type  =', 'type =')
        .replace(/" (title|req)/g, '", $1'),
    ],
    [
      'blocks',
      `resource "datadog_dashboard" "a" {
  title       = "A"
  layout_type = "ordered"
  widget {
    timeseries_definition {
      title = "Memory"
      request {
        q = "avg:m{kube_deployment:cart,env:prod}"
      }
    }
  }
}
`,
    ],
  ])('are written in Terraform’s language, into %s, and stay so', (_, text) => {
    const at = place({ 'main.tf': text });
    const first = at.run('tag', 'main.tf', '--in-place');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const tagged = at.read('main.tf');
    for (const { label, link } of ALL) {
      expect(tagged).toContain(`"${label}"`);
      expect(tagged.split(`"${link}"`)).toHaveLength(2);
    }
    expect(tagged.indexOf(`"${ALL[0].label}"`)).toBeLessThan(tagged.indexOf(`"${ALL[1].label}"`));
    at.run('tag', 'main.tf', '--in-place');
    expect(at.read('main.tf')).toBe(tagged);
  });
});
