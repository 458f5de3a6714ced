import { taggingRules, TaggingSettings } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';

const LINK = 'https://app.rookout.com/?labels=';
const VARIABLES = [
  { name: 'svc', prefix: 'service' },
  { name: 'env', prefix: 'env' },
];

/** The title, the addresses of the links by label, and the report of a graph that is tagged alone. */
function tag(title: string | undefined, query: string, settings: TaggingSettings = {}, rest: object = {}) {
  const definition = { type: 'timeseries', title, requests: [{ q: query }], ...rest };
  const json = { widgets: [{ definition }], template_variables: VARIABLES };
  const rules = taggingRules(settings);
  const { dashboard, widgets } = tagDashboard(json, rules);
  expect(tagDashboard(dashboard, rules).dashboard).toBe(dashboard);
  const tagged = (dashboard.widgets as any)[0].definition;
  const links = (tagged.custom_links ?? []).map((link: any) => [link.label, decodeURIComponent(link.link)]);
  return { title: tagged.title, links: Object.fromEntries(links), count: links.length, report: widgets[0] };
}

const names = (count: number, length = 3) =>
  Array.from({ length: count }, (_, n) => `s${n}`.padEnd(length, 'x')).join(',');

describe('a graph that follows more than its title can say', () => {
  it('has what is certain in its title, and the rest in its link', () => {
    const { title, links } = tag('A', 'avg:a{$svc,env:prod}');
    expect(title).toBe('A [env:prod]');
    expect(links).toEqual({ 'Set metric points': `${LINK}service:{{$svc.value}},env:prod` });
  });

  it('has the clicked line in its link', () => {
    const { title, links, report } = tag('A', 'avg:a{env:prod} by {host}');
    expect(title).toBe('A [env:prod]');
    expect(links).toEqual({ 'Set metric points': `${LINK}$hostname:{{host.value}},env:prod` });
    expect(report).toMatchObject({ outcome: 'tagged', byLine: true });
  });

  it('has them beside the filters that its title carries already', () => {
    const { title, links, report } = tag('A [env:prod]', 'avg:a{$svc} by {host}');
    expect(title).toBe('A [env:prod]');
    expect(Object.values(links)).toEqual([`${LINK}service:{{$svc.value}},$hostname:{{host.value}},env:prod`]);
    expect(report.outcome).toBe('already tagged');
  });
});

describe('brackets that are no filter', () => {
  it.each(['[02:00]', '[1:10]', '[UTC+01:00]', '[https://wiki.example/x]', '[ms]', '[env:$env.value]'])(
    '%s keep no filter away',
    (text) => {
      const { title, report } = tag(`A ${text}`, 'avg:a{service:cart}');
      expect(title).toBe(`A ${text} [service:cart]`);
      expect(report.outcome).toBe('tagged');
    },
  );
});

describe('many values of one key', () => {
  it('stand in the link alone above the number that a title may have', () => {
    const { title, links, report } = tag('A', `avg:a{service IN (${names(6)}) AND env:prod}`);
    expect(title).toBe('A');
    expect(Object.values(links)[0]).toContain('service:s5x,env:prod');
    expect(report).toMatchObject({
      outcome: 'linked',
      reason: 'a title may have 5 values of a key, and it would have 6 of service',
    });
    expect(tag('A', `avg:a{service IN (${names(5)})}`).report.outcome).toBe('tagged');
    expect(tag('A', 'avg:a{service IN (a,b)}', { titleValues: 1 }).title).toBe('A');
    expect(tag('A', `avg:a{service IN (${names(6)})}`, { titleValues: 6 }).report.outcome).toBe('tagged');
  });

  it('are left alone where the address would be too long', () => {
    const { count, report } = tag('A', `avg:a{service IN (${names(80, 20)})}`);
    expect(count).toBe(0);
    expect(report.outcome).toBe('not linked');
    expect(report.reason).toMatch(
      /^a title may have 5 values of a key, and it would have 80 of service, and its link would have \d+ characters, more than the limit of 2000/,
    );
  });
});

describe('the link', () => {
  it('is made of the values of single labels', () => {
    const settings = { sessionLink: 'https://r/{service}/{env}?ns={label:k8s_namespace}' };
    const { links } = tag('A', 'avg:a{kube_deployment:cart,$env,kube_namespace:shop}', settings);
    expect(Object.values(links)).toEqual(['https://r/cart/{{$env.value}}?ns=shop']);
  });

  it('is not made where it would have a hole, and the report says why', () => {
    const { title, count, report } = tag('A', 'avg:a{service:cart}', { sessionLink: 'https://r/{env}' });
    expect([title, count]).toEqual(['A [service:cart]', 0]);
    expect(report.reason).toContain('it gets no link: sessionLink: "https://r/{env}" has {env}');
    expect(tag(undefined, 'avg:a{service:cart}', { sessionLink: 'https://r/{env}' }).report).toMatchObject({
      outcome: 'not linked',
      reason: expect.stringContaining('it has no title, so Datadog makes one, and it gets no link'),
    });
  });

  it.each<[string, string, TaggingSettings, string]>([
    ['A', 'avg:a{kube_deployment:cart,env:prod}', {}, 'kube_deployment:cart env:prod'],
    ['A', 'avg:a{app:cart}', { datadogTags: { service: ['app', 'service'] } }, 'app:cart'],
    ['A', 'avg:a{service:cart}', { datadogTags: { service: ['app', 'service'] } }, 'service:cart'],
    ['A [k8s_deployment:cart]', 'avg:a{zone:x}', {}, 'kube_deployment:cart'],
    ['A [service:cart]', 'avg:a{zone:x}', { datadogTags: { service: ['app', 'service'] } }, 'app:cart'],
    ['A [service:c]', 'avg:a{service:c*}', { datadogTags: { service: ['app', 'service'] } }, 'service:c'],
  ])('searches by the tags of the graph: %s over %s with %j', (title, query, settings, search) => {
    const sessionLink = 'https://app.datadoghq.com/apm/traces?query={search}';
    const { links } = tag(title, query, { ...settings, sessionLink });
    expect(Object.values(links)).toEqual([sessionLink.replace('{search}', search)]);
  });

  it('may open the same page for every graph where that is said', () => {
    const sessionLink = 'https://r/debugger';
    expect(() => taggingRules({ sessionLink })).toThrow('has no {labels}');
    const { links } = tag('A', 'avg:a{service:cart}', { sessionLink, fixedSessionLink: true });
    expect(Object.values(links)).toEqual([sessionLink]);
  });

  it('is called as it is said, and is never there twice', () => {
    const old = { custom_links: [{ label: 'Set metric points', link: 'https://old.example' }] };
    const renamed = tag('A [service:cart]', 'avg:a{service:cart}', { linkLabel: 'Debug' }, old);
    expect(renamed.links).toEqual({ Debug: `${LINK}service:cart` });
  });

  it('of a dashboard that version 0.1.0 has tagged is brought up to date', () => {
    const custom_links = [{ label: 'Set metric points', link: `${LINK}env%3Aprod` }];
    const { links, count } = tag('A [env:prod]', 'avg:a{$svc,env:prod}', {}, { custom_links });
    expect(links).toEqual({ 'Set metric points': `${LINK}service:{{$svc.value}},env:prod` });
    expect(count).toBe(1);
  });
});

describe('further links', () => {
  const links = [
    { label: 'Logs', template: 'https://logs.example/?q={search}' },
    { label: 'Deployment', template: 'https://deploy.example/{env}' },
  ];

  it('are made beside the first, but those with a hole', () => {
    const { links: made, report } = tag('A', 'avg:a{service:cart}', { links });
    expect(made).toEqual({
      'Set metric points': `${LINK}service:cart`,
      Logs: 'https://logs.example/?q=service:cart',
    });
    expect(report).toMatchObject({ outcome: 'tagged', others: [{ label: 'Logs' }, { label: 'Deployment' }] });
    expect(tag('A', 'avg:a{*}', { links }).count).toBe(0);
    expect(tag('A', 'avg:a{service:cart}').report.others).toBeUndefined();
  });

  it('are made where a graph gets neither title nor first link', () => {
    const sessionLink = 'https://r/{env}';
    const { links: made, report } = tag(undefined, 'avg:a{service:cart}', { sessionLink, links });
    expect(made).toEqual({ Logs: 'https://logs.example/?q=service:cart' });
    expect(report).toMatchObject({
      outcome: 'linked',
      link: undefined,
      reason: expect.stringContaining('it has no title, so Datadog makes one, and it gets no link'),
    });
    const none = tag(undefined, 'avg:a{service:cart}', { sessionLink, links: links.slice(1) });
    expect([none.count, none.report.outcome, none.report.others]).toEqual([0, 'not linked', undefined]);
  });
});

describe('text of a query', () => {
  it.each([
    'avg:a{service:"cart] [k8s_deployment:payment"}',
    'avg:a{service:"cart,k8s_deployment:payment"}',
    'avg:a{service:"cart]"}',
  ])('makes no second label: %s', (query) => {
    expect(tag('A', query).report.outcome).toBe('nothing to infer');
  });
});

describe('a split group', () => {
  it.each([
    ['no configuration', undefined],
    ['no list of tags', { split_dimensions: 'service' }],
    ['a tag that is no text', { split_dimensions: [{ one_graph_per: 5 }, null] }],
  ])('with %s is tagged as one that is split by other tags', (_, split_config) => {
    const source = { type: 'timeseries', title: 'A', requests: [{ q: 'avg:a{$svc,env:prod}' }] };
    const definition = { type: 'split_group', source_widget_definition: source, split_config };
    const json = { template_variables: VARIABLES, widgets: [{ definition }] };
    const [report] = tagDashboard(json, taggingRules({})).widgets;
    expect(decodeURIComponent(report.link!)).toBe(`${LINK}service:{{$svc.value}},env:prod`);
  });

  it('has the graph tagged that it splits', () => {
    const source = { type: 'timeseries', title: 'A', requests: [{ q: 'avg:a{service:cart} by {version}' }] };
    const split_config = { split_dimensions: [{ one_graph_per: 'version' }], limit: 8 };
    const definition = {
      type: 'split_group',
      title: 'Split',
      source_widget_definition: source,
      split_config,
    };
    const { dashboard, widgets } = tagDashboard({ widgets: [{ definition }] }, taggingRules({}));
    expect((dashboard.widgets as any)[0].definition).toEqual({
      ...definition,
      source_widget_definition: {
        ...source,
        title: 'A [service:cart]',
        custom_links: [{ label: 'Set metric points', link: `${LINK}service%3Acart` }],
      },
    });
    expect(widgets[0].path).toBe('widgets[0].definition.source_widget_definition');
  });

  it.each([
    ['service:cart,env:prod', '', 'service', 'service:cart,env:prod'],
    ['service IN (cart,pay) AND env:prod', '', 'service', 'env:prod'],
    ['service IN (cart,pay) AND env:prod', '', 'version', 'env:prod'],
    ['service IN (cart,pay)', ' by {service}', 'version', 'service:{{service.value}}'],
    ['*', ' by {service}', 'service', 'service:{{service.value}}'],
    ['env:prod AND ($svc OR service:$other.value)', '', 'version', 'env:prod'],
    ['$svc,env:prod', '', 'version', 'service:{{$svc.value}},env:prod'],
    ['$svc,env:prod', '', 'service', 'env:prod'],
    ['(service:cart AND env:prod) OR (service:pay AND env:qa)', '', 'service', undefined],
  ])('of {%s}%s, split by %s, opens only what each of its graphs shows', (scope, by, tag, expected) => {
    const source = { type: 'timeseries', title: 'A', requests: [{ q: `avg:a{${scope}}${by}` }] };
    const definition = {
      type: 'split_group',
      source_widget_definition: source,
      split_config: { split_dimensions: [{ one_graph_per: tag }] },
    };
    const template_variables = [{ name: 'svc', prefix: 'service' }, { name: 'other' }];
    const { widgets } = tagDashboard({ template_variables, widgets: [{ definition }] }, taggingRules({}));
    const link = widgets[0].link && decodeURIComponent(widgets[0].link);
    expect(link).toBe(expected && `${LINK}${expected}`);
    expect(widgets[0].after).not.toContain('pay');
  });
});
