import { TaggingSettings, taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';

const VARIABLES = [
  { name: 'svc', prefix: 'service' },
  { name: 'env', prefix: 'env' },
];

/** The report of a graph with that title, over metrics of these scopes or over whole queries. */
function tagged(title: string, scopes: readonly string[], settings: TaggingSettings = {}) {
  const requests = scopes.map((scope) => ({ q: scope.includes('{') ? scope : `avg:a{${scope}}` }));
  const widgets = [{ definition: { type: 'timeseries', title, requests } }];
  return tagDashboard({ widgets, template_variables: VARIABLES }, taggingRules(settings)).widgets[0];
}

function opened(
  title: string,
  scopes: readonly string[],
  settings: TaggingSettings = {},
): string | undefined {
  const { link } = tagged(title, scopes, settings);
  return link && decodeURIComponent(link.split('?labels=')[1]);
}

describe('a title that contradicts the queries', () => {
  it.each([
    ['[service:cart]', ['service:pay'], 'service:cart, but its queries show service:pay'],
    ['[service:cart]', ['!service:cart'], 'service:cart, but its queries leave that out'],
    ['[service:cart]', ['service:web-*'], 'service:cart, but its queries leave that out'],
    ['[service:cart]', ['service NOT IN (cart,pay)'], 'service:cart, but its queries leave that out'],
    ['[service:cart]', ['service:pay', '*'], 'service:cart, but its queries show service:pay'],
    ['[service:cart]', ['service:pay,$env'], 'service:cart, but its queries show service:pay'],
    [
      '[service:cart] [service:web]',
      ['service IN (cart,pay)'],
      'service:web, but its queries show service:cart, service:pay',
    ],
    ['[service:cart] [env:prod]', ['service:web-*,env:prod'], 'service:cart, but its queries leave that out'],
    ['[env:qa]', ['service:cart,env:prod'], 'env:qa, but its queries show env:prod'],
    ['[version:2]', ['version:1'], 'version:2, but its queries leave that out'],
    [
      '[service:cart] [env:prod]',
      ['service:cart,env:qa', 'service:pay,env:prod'],
      'service:cart, env:prod, but its queries show service:cart, service:pay',
    ],
    ['[service:cart]', ['sum:a{service IN (cart,pay)} - sum:a{service:cart}'], 'service:cart, but'],
  ])('%s over %j gets no link', (title, scopes, disagreement) => {
    const report = tagged(`Requests ${title}`, scopes);
    expect(report).toMatchObject({ outcome: 'not linked', changed: false, after: report.before });
    expect(report.disagreement).toContain(disagreement);
    expect(report.reason).toBe(`its title names ${report.disagreement}`);
    expect(report.link).toBeUndefined();
  });

  it('is not looked for where there are too many label filters and wildcards', () => {
    const numbers = Array.from({ length: 710 }, (_, index) => index);
    const title = numbers.map((index) => `[service:cart-${index}]`).join(' ');
    const { outcome, link, disagreement } = tagged(
      title,
      numbers.map((index) => `service:web-${index}-*`),
    );
    expect({ outcome, link, disagreement }).toEqual({ outcome: 'already tagged' });
  });

  it('keeps a link that people have made', () => {
    const custom_links = [{ label: 'Set metric points', link: 'https://own.example' }];
    const definition = {
      type: 'timeseries',
      title: 'A [service:a]',
      requests: [{ q: 'a{service:b}' }],
      custom_links,
    };
    const json = { widgets: [{ definition }] };
    expect(tagDashboard(json, taggingRules({})).dashboard).toBe(json);
  });
});

describe('a title that the queries do not contradict for certain decides', () => {
  it.each([
    ['[service:cart]', ['*'], 'service:cart'],
    ['[service:cart]', ['team:shop'], 'service:cart'],
    ['[service:cart]', ['service:c*'], 'service:cart'],
    ['[service:cart]', ['service IN (cart,pay)'], 'service:cart'],
    ['[service:cart]', ['service:pay', 'service:cart'], 'service:cart'],
    ['[service:cart]', ['service:pay', 'kube_deployment:cart'], 'service:cart'],
    ['[service:cart]', ['$svc'], 'service:cart'],
    ['[service:cart]', ['service:${service}'], 'service:cart'],
    ['[service:Cart Service]', ['service:cart_service'], 'service:Cart Service'],
    ['[service:CART]', ['service:Cart'], 'service:CART'],
    ['[k8s_deployment:cart]', ['service:cart'], 'k8s_deployment:cart'],
    ['[service:cart]', ['service:cart,env:prod'], 'service:cart'],
    ['[service:cart] [env:prod]', ['service:cart,env:prod,kube_deployment:c'], 'service:cart,env:prod'],
    ['[service:${TfToken[TOKEN.1]}]', ['service:pay'], 'service:${TfToken[TOKEN.1]}'],
    ['[service:cart]', ['service:cart,$env'], 'service:cart,env:{{$env.value}}'],
    ['[service:cart]', ['avg:a{service:cart} by {host}'], 'service:cart,$hostname:{{host.value}}'],
    ['[service:cart] [service:pay]', ['avg:a{*} by {service}'], 'service:{{service.value}}'],
    [
      '[service:cart] [service:pay] [env:prod]',
      ['service:cart,env:prod', 'service:pay,env:qa'],
      'service:cart,service:pay,env:prod',
    ],
    [
      '[service:pay] [service:cart] [env:prod]',
      ['service:cart,env:prod', 'service:pay,env:qa'],
      'service:pay,service:cart,env:prod',
    ],
  ])('%s over %j opens %s', (title, scopes, labels) => {
    expect(tagged(`Requests ${title}`, scopes).outcome).toBe('already tagged');
    expect(opened(`Requests ${title}`, scopes)).toBe(labels);
  });
});

describe('a title that names no workload', () => {
  it.each([
    ['[env:prod]', ['service:cart,env:prod'], 'service:cart,env:prod'],
    ['[env:prod]', ['service:cart'], 'service:cart,env:prod'],
    ['[env:prod]', ['service IN (cart,pay)'], 'service:cart,service:pay,env:prod'],
    [
      '[k8s_namespace:shop]',
      ['kube_deployment:cart,env:prod'],
      'k8s_deployment:cart,k8s_namespace:shop,env:prod',
    ],
    ['[env:prod]', ['service:cart,env:prod', 'service:pay,env:qa'], 'service:cart,env:prod'],
    ['[env:prod]', ['$svc,env:prod'], 'service:{{$svc.value}},env:prod'],
    ['[env:PROD]', ['service:cart,env:prod'], 'service:cart,env:PROD'],
    ['[env:${TfToken[TOKEN.1]}]', ['service:cart,env:prod'], 'service:cart,env:${TfToken[TOKEN.1]}'],
    ['[env:prod]', ['avg:a{service:cart} by {env}'], 'service:cart,env:prod'],
    [
      '[env:PROD] [k8s_namespace:shop]',
      ['service:cart,env:prod,kube_namespace:shop'],
      'service:cart,k8s_namespace:shop,env:PROD',
    ],
    ['[env:prod] [k8s_namespace:shop]', ['zone:x'], 'env:prod,k8s_namespace:shop'],
    ['[k8s_cluster:eu]', ['service:cart'], 'service:cart,k8s_cluster:eu'],
    ['[aws_region:eu]', ['service:cart'], 'service:cart,aws_region:eu'],
    ['[version:2]', ['service:cart'], 'service:cart,version:2'],
    ['[env:prod]', ['zone:x'], 'env:prod'],
    ['[env:prod]', ['service:cart*'], 'env:prod'],
  ])('has the workload of the queries in its link: %s over %j opens %s', (title, scopes, labels) => {
    expect(opened(`Requests ${title}`, scopes)).toBe(labels);
  });
});

describe('a title that is only a label filter', () => {
  it('decides like any other', () => {
    expect(tagged('[service:cart]', ['*'])).toMatchObject({
      outcome: 'already tagged',
      after: '[service:cart]',
    });
    expect(opened('[service:cart]', ['*'])).toBe('service:cart');
  });
});

describe('a title with a key that is no label key of the queries', () => {
  it('has no region of functions', () => {
    const settings = { labelKeys: ['service'] };
    const query = ['avg:a{functionname:c} by {region}'];
    expect(opened('A [function_name:c]', query, settings)).toBe('function_name:c');
    expect(opened('A [function_name:c]', query)).toBe('function_name:c,aws_region:{{region.value}}');
  });
});

describe('a title with an expression of Terraform', () => {
  it('gets no link, since its label is not known', () => {
    expect(tagged('A [service:${name}]', ['service:pay'])).toMatchObject({
      outcome: 'already tagged',
      link: undefined,
      reason: 'its title has the filter [service:${name}], which Terraform fills in',
    });
  });
});

describe('a title that can not name the instances', () => {
  it.each([
    ['$svc', 'instances follow a template variable'],
    ['avg:a{*} by {host}', 'instances follow the line that is clicked'],
    ['avg:a{$env} by {host}', 'instances follow the line that is clicked and a template variable'],
  ])('stays as it is, and the report says why: %s', (scope, reason) => {
    expect(tagged('A', [scope])).toMatchObject({ outcome: 'linked', after: 'A', reason });
  });
});

describe('brackets with a key that is no label key', () => {
  it.each(['[status:5xx]', '[unit:ms]', '[AWS:EC2]', '[SLO:99.9]'])(
    '%s neither stop tagging nor go into the link',
    (bracket) => {
      const report = tagged(`Requests ${bracket}`, ['service:cart']);
      expect(report).toMatchObject({ outcome: 'tagged', after: `Requests ${bracket} [service:cart]` });
      expect(opened(`Requests ${bracket}`, ['service:cart'])).toBe('service:cart');
      expect(opened(`Requests ${bracket} [service:cart]`, ['service:cart'])).toBe('service:cart');
      expect(opened(`Requests ${bracket}`, ['*'])).toBeUndefined();
    },
  );

  it('are label filters if the settings name the key', () => {
    const { outcome } = tagged('Requests [squad:shop]', ['service:cart']);
    expect(outcome).toBe('tagged');
    for (const settings of [{ datadogTags: { squad: 'team' } }, { labelKeys: ['squad'] }]) {
      expect(tagged('Requests [squad:shop]', ['zone:x'], settings).outcome).toBe('already tagged');
    }
    const other = tagged('Requests [squad:shop]', ['team:pay'], { datadogTags: { squad: 'team' } });
    expect(other.disagreement).toBe('squad:shop, but its queries leave that out');
  });
});
