import { TaggingSettings, taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { widgetLine } from '../../../lib/datadog/tagging/summary';

const VARIABLES = [{ name: 'svc', prefix: 'service' }];

function tagged(query: string, settings: TaggingSettings = {}, title = 'A') {
  const requests = query.split(' | ').map((q) => ({ q: `avg:a${q}` }));
  const widgets = [{ definition: { type: 'timeseries', title, requests } }];
  return tagDashboard({ widgets, template_variables: VARIABLES }, taggingRules(settings)).widgets[0];
}

/** Queries, and what their link does not say. */
const WIDER: [query: string, wider: string][] = [
  ['{env:prod,!host:web-1}', 'not host:web-1'],
  ['{service:cart,region:eu}', 'region:eu'],
  ['{service:cart AND (region:eu OR zone:x)}', 'region:eu or zone:x'],
  ['{service:cart AND NOT (region:eu AND zone:x)}', 'not (region:eu and zone:x)'],
  ['{env:prod,service:cart*}', 'service:cart*'],
  ['{env:prod,$zone}', '$zone'],
  ['{service:cart,-x:y}', '-x:y'],
  ['{service:cart,host}', 'host'],
  ['{service:cart,service:c|d}', 'service:c|d'],
  ['{service:cart,a:1,b:2,c:3,d:4,e:5}', 'a:1, b:2, c:3, d:4, e:5'],
  ['{$svc,service:a*}', 'service:a*'],
  ['{env:prod,!$svc}', 'not $svc'],
  ['{service:cart,env:prod} | {service:cart,env:qa,region:eu}', 'region:eu'],
  ['{service:cart,env:prod} | {service:cart,!env:qa}', 'env:prod, not env:qa'],
  ['{service:cart,$svc} | {service:cart,region:eu}', 'region:eu'],
];

/** Queries of which the link says all. */
const EXACT = [
  '{service:cart}',
  '{service:cart,env:prod}',
  '{service IN (cart,pay) AND NOT service:pay}',
  '{service:cart} | {service:cart,region:eu}',
  '{service:cart,env:prod} | {service:cart,env:qa}',
  '{$svc}',
  '{service:cart,!service:pay}',
  '{service:web-*} by {service}',
  '{!service:web-1} by {service}',
  '{service:web-*,$svc} by {service}',
  '{service:cart OR (service:cart AND region:eu)}',
  '{service:cart,$svc}',
];

describe('what the link of a graph does not say', () => {
  it.each(WIDER)('of %s is %s', (query, wider) => {
    expect(tagged(query)).toMatchObject({ wider });
    expect(widgetLine(tagged(query))).toContain(`wider: ${wider}`);
  });

  it.each(EXACT)('of %s is nothing', (query) => {
    expect(tagged(query).link).toBeDefined();
    expect(tagged(query).wider).toBeUndefined();
  });

  it('is told by the labels that the link has, and not by other columns of the graph', () => {
    const labelKeys = ['service', 'version'];
    const titled = tagged('{service:cart,version:1}', { labelKeys: ['service'] }, 'A [service:cart]');
    expect(titled).toMatchObject({ wider: 'version:1' });
    const requests = [{ q: "top(avg:a{service:cart,version:1} by {version}, 5, 'mean', 'desc')" }];
    const widgets = [{ definition: { type: 'timeseries', title: 'A [service:cart]', requests } }];
    const { link, wider } = tagDashboard({ widgets }, taggingRules({ labelKeys })).widgets[0];
    expect(decodeURIComponent(link!)).toContain('service:cart,version:{{version.value}}');
    expect(wider).toBeUndefined();
  });

  it('are the lines that are left out, unless the clicked line decides', () => {
    const left = 'lines that the graph leaves out';
    const top = (groups: string) => {
      const requests = [{ q: `top(avg:a{service:cart} by {${groups}}, 5, 'mean', 'desc')` }];
      const json = { widgets: [{ definition: { type: 'timeseries', title: 'A', requests } }] };
      return tagDashboard(json, taggingRules({})).widgets[0].wider;
    };
    expect(top('zone')).toBe(left);
    expect(top('host,zone')).toBe(left);
    expect(top('host')).toBeUndefined();
  });

  it('are all lines that a list of processes has no room for', () => {
    const queries = [{ data_source: 'process', name: 'a', tag_filters: ['service:cart'], limit: 5 }];
    const report = (query: object) => {
      const json = {
        widgets: [{ definition: { type: 'timeseries', title: 'A', requests: [{ queries: [query] }] } }],
      };
      return tagDashboard(json, taggingRules({})).widgets[0];
    };
    expect(report(queries[0])).toMatchObject({
      after: 'A [service:cart]',
      wider: 'lines that the graph leaves out',
    });
    expect(report({ ...queries[0], tag_filters: ['service:(a OR b)'], limit: '${count}' }).after).toBe('A');
    expect(report({ ...queries[0], limit: undefined }).wider).toBeUndefined();
  });

  it('is cut off after five terms', () => {
    expect(tagged('{service:cart,a:1,b:2,c:3,d:4,e:5,f:6,g:7}').wider).toBe(
      'a:1, b:2, c:3, d:4, e:5 and 2 more',
    );
  });

  it('is what a wildcard may exclude of a value that only Terraform knows', () => {
    expect(tagged('{service:${TfToken[TOKEN.1]},service:c*}').wider).toBe('service:c*');
  });

  it('is told of a link that the title decides', () => {
    expect(tagged('{service:cart,env:prod}', {}, 'A [service:cart]').wider).toBe('env:prod');
    expect(tagged('{service:cart}', {}, 'A [k8s_deployment:cart]').wider).toBe('service:cart');
    expect(tagged('{service:cart,env:prod}', {}, 'A [service:cart] [env:prod]').wider).toBeUndefined();
    expect(tagged('{service:cart,env:prod}', {}, 'A [env:prod]').wider).toBeUndefined();
  });
});

describe('exact', () => {
  it.each(WIDER)('gives %s no label and no link', (query, wider) => {
    const { outcome, link, after, reason } = tagged(query, { exact: true });
    expect({ outcome, link, after }).toEqual({ outcome: 'not linked', link: undefined, after: 'A' });
    expect(reason).toContain(`would open more than it shows: ${wider}`);
  });

  it.each(EXACT)('changes nothing for %s', (query) => {
    expect(tagged(query, { exact: true })).toEqual(tagged(query));
  });

  it('leaves the link where only the title would name more than the graph shows', () => {
    const report = tagged('{env:prod,$svc}', { exact: true });
    expect(report).toMatchObject({ outcome: 'linked', after: 'A' });
    expect(report.reason).toBe('its title would name more than it shows: $svc');
    const { reason } = tagged('{service IN (a,b) AND zone:x}', { exact: true });
    expect(reason).toContain('zone:x');
    const several = tagged('{service:cart AND zone:x AND region:y}', { exact: true }).reason;
    expect(several).toContain('would name more than it shows: zone:x, region:y');
  });

  it('gives no link to a title that says less than the queries, or whose queries can not be read', () => {
    expect(tagged('{service:cart,env:prod}', { exact: true }, 'A [service:cart]').link).toBeUndefined();
    expect(tagged('{service:"', { exact: true }, 'A [service:cart]').outcome).toBe('not understood');
  });
});
