import { instanceRules } from '../../../lib/datadog/tagging/instance-rules';
import { TaggingRules } from '../../../lib/datadog/tagging/settings';
import { reasonOf } from '../../../lib/datadog/tagging/report';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { frozen, q, RULES, tag, timeseries } from './tagged';

const link = (labels: string) => ({
  label: 'Set metric points',
  link: `https://app.rookout.com/?labels=${labels}`,
});

/** The definition and the report of a timeseries that is tagged alone. */
function tagOne(definition: object, rules: Partial<TaggingRules> = {}, variables: unknown = []) {
  const { dashboard: tagged, widgets } = tag(
    { widgets: [timeseries(definition)], template_variables: variables },
    rules,
  );
  expect(widgets).toHaveLength(1);
  return { definition: (tagged.widgets as any)[0].definition, report: widgets[0] };
}

describe('a graph of a dashboard', () => {
  it('gives title and link the labels that the queries name', () => {
    const { definition, report } = tagOne({
      title: 'Memory',
      ...q('avg:mem{kube_deployment:cartservice,env:prod}'),
    });
    expect(definition).toEqual({
      type: 'timeseries',
      ...q('avg:mem{kube_deployment:cartservice,env:prod}'),
      title: 'Memory [k8s_deployment:cartservice] [env:prod]',
      custom_links: [link('k8s_deployment%3Acartservice%2Cenv%3Aprod')],
    });
    expect(report).toEqual({
      path: 'widgets[0]',
      type: 'timeseries',
      outcome: 'tagged',
      before: 'Memory',
      after: 'Memory [k8s_deployment:cartservice] [env:prod]',
      link: 'https://app.rookout.com/?labels=k8s_deployment%3Acartservice%2Cenv%3Aprod',
      byLine: false,
      changed: true,
    });
  });

  it.each([
    ['no title', {}],
    ['null for a title', { title: null }],
    ['an empty title', { title: '' }],
  ])(
    'gives a widget with %s the link alone, or the labels for a title where that is asked for',
    (_, title) => {
      const widget = { ...title, ...q('avg:mem{service:cart}') };
      const linked = tagOne(widget);
      expect(linked.definition).toEqual({
        type: 'timeseries',
        ...widget,
        custom_links: [link('service%3Acart')],
      });
      expect(linked.report).toMatchObject({
        outcome: 'linked',
        reason: 'it has no title, so Datadog makes one',
      });
      const { definition, report } = tagOne(widget, { titleUntitled: true });
      expect(definition).toMatchObject({ title: '[service:cart]', custom_links: [link('service%3Acart')] });
      expect(report).toMatchObject({ outcome: 'tagged', before: '', after: '[service:cart]' });
    },
  );

  it('keeps a title that has label filters, and brings the link into line', () => {
    const { definition, report } = tagOne({
      title: 'CPU [env:qa] [ms]',
      ...q('avg:mem{team:shop}'),
      custom_links: [
        { label: 'Runbook', link: 'https://wiki.example.com' },
        { label: 'Set metric points', link: 'https://old.example.com', is_hidden: false },
        { override_label: 'logs', is_hidden: true },
      ],
    });
    expect(definition.title).toBe('CPU [env:qa] [ms]');
    expect(definition.custom_links).toEqual([
      { label: 'Runbook', link: 'https://wiki.example.com' },
      { ...link('env%3Aqa'), is_hidden: false },
      { override_label: 'logs', is_hidden: true },
    ]);
    expect(report).toMatchObject({ outcome: 'already tagged', changed: true });
  });

  it('changes nothing where title and link agree already', () => {
    const json = { widgets: [timeseries({ title: 'CPU [env:qa]', custom_links: [link('env%3Aqa')] })] };
    const given = frozen(json);
    const { dashboard: tagged, widgets } = tagDashboard(given, RULES);
    expect(tagged).toBe(given);
    expect(widgets).toMatchObject([{ outcome: 'already tagged', changed: false }]);
  });

  it('reads a title that carries label filters even where its queries cannot be', () => {
    expect(tagOne({ title: 'CPU [env:qa]', ...q('avg:mem{') }).report.outcome).toBe('already tagged');
  });

  it('gives a widget that follows a template variable the link alone', () => {
    const variables = [
      { name: 'kube_deployment', prefix: 'kube_deployment' },
      { name: 'e', prefix: 'env' },
    ];
    const { definition, report } = tagOne(
      { title: 'Memory', ...q('avg:mem{$kube_deployment,$e}') },
      {},
      variables,
    );
    expect(definition).toEqual({
      type: 'timeseries',
      title: 'Memory',
      ...q('avg:mem{$kube_deployment,$e}'),
      custom_links: [link('k8s_deployment%3A{{$kube_deployment.value}}%2Cenv%3A{{$e.value}}')],
    });
    expect(report).toMatchObject({ outcome: 'linked', before: 'Memory', after: 'Memory', changed: true });
  });

  it('gives no title to a widget without one that follows a template variable', () => {
    const { definition } = tagOne(q('avg:mem{service:$svc.value}'), {}, [{ name: 'svc' }]);
    expect(definition).not.toHaveProperty('title');
    expect(definition.custom_links).toEqual([link('service%3A{{$svc.value}}')]);
  });

  it.each([
    ['no label', q('avg:mem{zone:x}')],
    ['everything', q('avg:mem{*}')],
    ['a wildcard', q('avg:mem{service:cart*}')],
    ['values that can be no label', q('avg:mem{service:a:b}')],
    ['an unknown variable', q('avg:mem{$svc}')],
    ['an unknown variable behind its tag', q('avg:mem{service:$svc.value}')],
    ['nothing', {}],
  ])('leaves a widget alone whose queries name %s', (_, requests) => {
    const json = frozen({ widgets: [timeseries({ title: 'CPU', ...requests })] });
    const { dashboard: tagged, widgets } = tagDashboard(json, RULES);
    expect(tagged).toBe(json);
    expect(widgets).toMatchObject([{ outcome: 'nothing to infer', changed: false, after: 'CPU' }]);
  });

  it.each([
    ['avg:mem{service:cart*}', 'it is not certain which instances the queries show'],
    ['avg:mem{service:cart OR host:x}', 'it is not certain which instances the queries show'],
    ['avg:mem{zone:a}', 'queries name no instances'],
    ['avg:mem{*} by {zone}', 'queries name no instances'],
  ])('tells doubt from a query without instances: %s', (query, reason) => {
    const json = { widgets: [timeseries({ title: 'CPU', ...q(query) })] };
    expect(tagDashboard(json, RULES).widgets.map(reasonOf)).toEqual([reason]);
  });

  it('leaves a widget alone whose query it does not understand, and tells why', () => {
    const { definition, report } = tagOne({ title: 'CPU', ...q('avg:mem{service:"cart}') });
    expect(definition).toEqual({ type: 'timeseries', title: 'CPU', ...q('avg:mem{service:"cart}') });
    expect(report).toMatchObject({ outcome: 'not understood', changed: false });
    expect(report.reason).toContain('A quotation is not closed, at character 17 of "avg:mem{service:');
  });

  it.each([
    [['CPU'], 'excluded'],
    [['cpu'], 'excluded'],
    [['C*'], 'excluded'],
    [['*p*'], 'excluded'],
    [['*'], 'excluded'],
    [['CP'], 'tagged'],
    [['C.U'], 'tagged'],
    [['Memory', 'C?U'], 'tagged'],
    [['Memory', 'cpu'], 'excluded'],
    [[], 'tagged'],
  ])('with the titles %j excluded, CPU is %s', (excludeTitles, outcome) => {
    const { report } = tagOne({ title: 'CPU', ...q('avg:mem{service:cart}') }, { excludeTitles });
    expect(report.outcome).toBe(outcome);
    expect(report.changed).toBe(outcome === 'tagged');
  });

  it('goes by the order of the label keys, and by the tags, that it is given', () => {
    const rules = { instances: instanceRules(['env', 'owner'], { owner: 'team' }) };
    const { definition } = tagOne({ title: 'CPU', ...q('avg:mem{team:shop,service:cart,env:prod}') }, rules);
    expect(definition.title).toBe('CPU [env:prod] [owner:shop]');
  });

  it('puts the labels into the link template that it is given', () => {
    const rules = { sessionLink: 'https://eu.rookout.example.com/{labels}/debug' };
    const { definition } = tagOne({ title: 'CPU', ...q('avg:mem{service:"cart service"}') }, rules);
    expect(definition.custom_links[0].link).toBe(
      'https://eu.rookout.example.com/service%3Acart%20service/debug',
    );
  });

  it('lets Terraform encode what only it knows', () => {
    const { definition } = tagOne(
      { title: 'CPU', ...q('avg:mem{service:${TfToken[TOKEN.1]}}') },
      {
        tokens: {
          inText: (token) => token,
          inFilter: (token) => `filter(${token})`,
          inLink: (token) => `encoded(${token})`,
          inSearch: (token) => `searched(${token})`,
        },
      },
    );
    expect(definition.title).toBe('CPU [service:filter(${TfToken[TOKEN.1]})]');
    expect(definition.custom_links[0].link).toMatch(/labels=service%3Aencoded\(\$\{TfToken\[TOKEN\.1\]\}\)$/);
  });

  it('takes context links that are null for none', () => {
    const { definition } = tagOne({ title: 'A', custom_links: null, ...q('avg:a{service:cart}') });
    expect(definition.custom_links).toEqual([link('service%3Acart')]);
  });

  it('gets no title where that is only white space', () => {
    const { definition, report } = tagOne({ title: ' ', ...q('avg:a{service:cart}') });
    expect(definition.title).toBe(' ');
    expect(report).toMatchObject({ outcome: 'linked', reason: 'it has no title, so Datadog makes one' });
  });

  it('has no byLine without a link, and no context links that it did not have', () => {
    const { definition, report } = tagOne(
      { title: 'A', ...q('avg:a{service:cart}') },
      { sessionLink: 'https://r/{env}' },
    );
    expect(definition).not.toHaveProperty('custom_links');
    expect(report.byLine).toBe(false);
    expect(tagOne({ title: 'A', ...q('avg:a{*}') }).report.byLine).toBe(false);
  });

  it('is tagged by several queries as by each of them', () => {
    const requests = [...q('avg:a{service:cart}').requests, ...q('avg:b{service:pay}').requests];
    const { definition } = tagOne({ title: 'A', requests });
    expect(definition.title).toBe('A [service:cart] [service:pay]');
    const same = [...q('avg:a{service:cart}').requests, ...q('avg:b{service:cart}').requests];
    expect(tagOne({ title: 'A', requests: same }).definition.title).toBe('A [service:cart]');
  });

  it('leaves a widget alone whose context links are not a list', () => {
    const { definition, report } = tagOne({ title: 'A', custom_links: 'x', ...q('avg:a{service:cart}') });
    expect(definition.title).toBe('A');
    expect(report).toMatchObject({
      outcome: 'not understood',
      reason: 'its custom_links are not a list',
      changed: false,
    });
  });
});
