import { Workplace } from '../support/command';
import { dashboard, metricPoints, timeseries } from '../support/dashboards';
import { modelOf } from '../support/pages';

function linked(title: string, filters: string): any {
  return timeseries(title, 'avg:mem{*}', {
    custom_links: [metricPoints(filters), { label: 'Elsewhere', link: 'https://example.com/' }],
  });
}

const BOARD = dashboard(
  'A',
  linked('M [service:cart]', 'service%3Acart'),
  linked('M [service:gone]', 'service%3Agone'),
  linked('All', 'service%3A{{$service.value}}'),
  timeseries('No link', 'avg:mem{*}'),
);

function preview(running: unknown): Workplace {
  const place = new Workplace({ 'a.json': BOARD, 'running.json': running });
  const { code } = place.run('preview', 'a.json', '--out', '.', '--instances', 'running.json');
  expect(code).toBe(0);
  return place;
}

describe('preview --instances', () => {
  it('tells which instances each link opens', () => {
    const { graphs, widgets } = modelOf(
      preview(['service:cart', 'service:cart,env:prod', 'service:pay']),
      'a.html',
    );
    expect(graphs.map(({ opens }) => opens)).toEqual([
      { count: 2, names: ['service:cart', 'service:cart,env:prod'] },
      { count: 0, names: [] },
      { count: 3, names: ['service:cart', 'service:cart,env:prod', 'service:pay'] },
      undefined,
    ]);
    expect(graphs[1].findings.map(({ rule }) => rule)).toEqual(['no-such-instance']);
    expect(widgets[0].links).toEqual([
      expect.objectContaining({ label: 'Set metric points', opens: graphs[0].opens }),
      { label: 'Elsewhere', address: 'https://example.com/' },
    ]);
  });

  it('tells it of further links, each by its own template', () => {
    const search = 'https://app.datadoghq.com/logs?query=';
    const fixed = { label: 'Status', link: 'https://status.example.com/' };
    const place = new Workplace({
      'rookout-datadog.json': {
        tagging: {
          fixedSessionLink: true,
          sessionLink: `${search}{search}`,
          links: [
            { label: 'Captured snapshots', template: `${search}source%3Add_debugger%20{search}` },
            { label: fixed.label, template: fixed.link },
          ],
        },
      },
      'a.json': dashboard('A', timeseries('M', 'avg:mem{service:cart}')),
      'running.json': ['service:cart', 'service:cart,env:prod', 'service:pay'],
    });
    expect(place.run('tag', 'a.json', '--in-place').code).toBe(0);
    expect(place.run('preview', 'a.json', '--out', '.', '--instances', 'running.json').code).toBe(0);
    const opens = { count: 2, names: ['service:cart', 'service:cart,env:prod'] };
    expect(modelOf(place, 'a.html').widgets[0].links).toEqual([
      { label: 'Set metric points', address: `${search}service%3Acart`, opens },
      { label: 'Captured snapshots', address: `${search}source%3Add_debugger%20service%3Acart`, opens },
      { label: fixed.label, address: fixed.link },
    ]);
  });

  it('names a few of many', () => {
    const { graphs } = modelOf(
      preview(Array.from({ length: 9 }, (_, index) => `service:s${index}`)),
      'a.html',
    );
    expect(graphs[2].opens).toEqual({ count: 9, names: [0, 1, 2, 3, 4].map((index) => `service:s${index}`) });
  });

  it('tells nothing where it is not known what runs', () => {
    const place = new Workplace({ 'a.json': BOARD });
    place.run('preview', 'a.json', '--out', '.');
    const { graphs, widgets } = modelOf(place, 'a.html');
    expect(JSON.stringify([graphs, widgets])).not.toContain('opens"');
  });

  it('fails where what runs can not be read', () => {
    const place = new Workplace({ 'a.json': BOARD, 'running.yaml': 'a: b: c' });
    const { code, stderr } = place.run('preview', 'a.json', '--out', 'out', '--instances', 'running.yaml');
    expect([code, stderr]).toEqual([1, expect.stringContaining('running.yaml:1:4: can not be read as YAML')]);
  });
});
