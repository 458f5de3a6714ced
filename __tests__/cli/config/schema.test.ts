import Ajv from 'ajv';
import { readFileSync } from 'fs';
import { join } from 'path';
import { CONFIGURATION, LEVELS } from '../../../lib/cli/config/configuration';
import { EXCUSE } from '../../../lib/cli/config/excuse';
import { LINK, TAGGING } from '../../../lib/cli/config/tagging';
import { RULES } from '../../../lib/datadog/tagging/findings/findings';
import { DEFAULT_TAGGING } from '../../../lib/datadog/tagging/settings';
import { LINKED_TYPES } from '../../../lib/datadog/widget';
import { Workplace } from '../support/command';
import { dashboard } from '../support/dashboards';

const SCHEMA = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'schema', 'rookout-datadog.schema.json'), 'utf8'),
);
const { rules, excuses, tagging } = SCHEMA.properties;

/** The default of each property that has one. */
function defaultsOf(properties: Record<string, any>): object {
  const entries = Object.entries(properties).map(([name, { default: value }]) => [name, value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

describe('the schema of rookout-datadog.json', () => {
  it.each<[string, object, object]>([
    ['the file', SCHEMA, CONFIGURATION],
    ['rules', rules, Object.fromEntries(RULES.map(({ id }) => [id, id]))],
    ['excuses', excuses.items, EXCUSE],
    ['tagging', tagging, TAGGING],
    ['links', tagging.properties.links.items, LINK],
  ])('has the keys that the code takes, and no other: %s', (_, { properties }: any, readers) => {
    expect(Object.keys(properties).sort()).toEqual(Object.keys(readers).sort());
  });

  it('has the words and the defaults of the code', () => {
    expect(defaultsOf(rules.properties)).toEqual(
      Object.fromEntries(RULES.map(({ id, level }) => [id, level])),
    );
    for (const { id, summary } of RULES) {
      expect(rules.properties[id]).toMatchObject({ description: summary, enum: LEVELS });
    }
    expect(excuses.items.properties.rule.enum).toEqual(RULES.map(({ id }) => id));
    expect(tagging.properties.widgetTypes.items.enum).toEqual(LINKED_TYPES);
    expect(defaultsOf(tagging.properties)).toEqual({
      ...DEFAULT_TAGGING,
      datadogTags: {},
      excludeDashboards: [],
    });
  });

  it('describes every key', () => {
    for (const { properties } of [SCHEMA, rules, excuses.items, tagging, tagging.properties.links.items]) {
      for (const [key, { description }] of Object.entries<any>(properties)) {
        expect([key, description]).toEqual([key, expect.stringMatching(/^[A-Z*].*\.$/)]);
      }
    }
  });
});

describe('schema and command agree that this', () => {
  const validate = new Ajv().compile(SCHEMA);

  /** What the schema says, and what the command says. */
  function verdicts(configuration: unknown): [boolean, boolean] {
    const place = new Workplace({ 'rookout-datadog.json': configuration, 'a.json': dashboard('A') });
    const { code, stderr } = place.run('check', 'a.json');
    if (code !== 0)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: rookout-datadog.json:1?\d:/)]);
    return [validate(configuration), code === 0];
  }

  const reason = 'nobody clicks there';

  it.each<[string, unknown]>([
    ['nothing', {}],
    [
      'all of it',
      {
        $schema: './node_modules/cdktf-datadog-rookout/schema/rookout-datadog.schema.json',
        rules: {
          'missing-filter': 'error',
          'malformed-filter': 'off',
          'title-disagrees': 'error',
          'link-disagrees': 'warning',
          'no-such-instance': 'off',
          'label-text': 'warning',
        },
        excuses: [
          {
            rule: 'missing-filter',
            file: 'old/*',
            dashboard: 'Wall',
            widget: 'widgets[0]',
            title: '*',
            reason,
          },
          { title: '*', reason },
        ],
        tagging: {
          labelKeys: ['team', '$hostname'],
          datadogTags: { team: 'team_name', $hostname: ['pod_name', 'host'] },
          sessionLink: 'https://rookout.example.com/',
          fixedSessionLink: true,
          site: 'datadoghq.eu',
          linkLabel: 'Debug',
          links: [
            { label: 'Snapshots', template: 'https://app.datadoghq.eu/logs?query={search}' },
            { label: 'Traces', liveDebugger: 'datadog' },
          ],
          titleUntitled: true,
          titleValues: 0,
          hosts: 'never',
          singleValues: true,
          exact: true,
          widgetTypes: ['query_value'],
          excludeTitles: ['Draft*'],
          excludeDashboards: ['* (copy)'],
        },
      },
    ],
    ['Datadog’s debugger', { tagging: { liveDebugger: 'datadog', site: 'us5.datadoghq.com' } }],
    ['Dynatrace’s debugger', { tagging: { liveDebugger: 'dynatrace:abc.apps.dynatrace.com' } }],
    ['a debugger of one’s own', { tagging: { liveDebugger: 'https://r.example.com/?q={search}' } }],
    ['Rookout on a government site', { tagging: { liveDebugger: 'rookout', site: 'ddog-gov.com' } }],
    ['empty parts', { rules: {}, excuses: [], tagging: { labelKeys: [], datadogTags: {}, widgetTypes: [] } }],
  ])('is right: %s', (_, configuration) => {
    expect(verdicts(configuration)).toEqual([true, true]);
  });

  it.each<[string, unknown]>([
    ['no object', []],
    ['another key', { rule: {} }],
    ['another rule', { rules: { 'missing-filtr': 'off' } }],
    ['another level', { rules: { 'missing-filter': 'warn' } }],
    ['a level that is not text', { rules: { 'missing-filter': 0 } }],
    ['one excuse instead of a list', { excuses: { title: '*', reason } }],
    ['no reason', { excuses: [{ title: '*' }] }],
    ['a blank reason', { excuses: [{ title: '*', reason: ' ' }] }],
    ['a reason for nothing', { excuses: [{ reason }] }],
    ['an excuse of another rule', { excuses: [{ rule: 'missing', reason }] }],
    ['an excuse with another key', { excuses: [{ panel: '*', reason }] }],
    ['a setting of tagging at the top', { labelKeys: ['service'] }],
    ['one label key instead of a list', { tagging: { labelKeys: 'service' } }],
    ['an empty label key', { tagging: { labelKeys: [''] } }],
    ['a tag that is not text', { tagging: { datadogTags: { service: 7 } } }],
    ['a link that is no address', { tagging: { sessionLink: 'rookout' } }],
    ['another debugger', { tagging: { liveDebugger: 'lightrun' } }],
    ['a tenant that is none', { tagging: { liveDebugger: 'dynatrace:' } }],
    ['no tenant', { tagging: { liveDebugger: 'dynatrace' } }],
    ['two links', { tagging: { liveDebugger: 'rookout', sessionLink: 'https://r.example.com/{labels}' } }],
    ['a site without it', { tagging: { liveDebugger: 'datadog', site: 'ddog-gov.com' } }],
    ['a link without label', { tagging: { links: [{ liveDebugger: 'datadog' }] } }],
    ['a link that opens nothing', { tagging: { links: [{ label: 'Traces' }] } }],
    [
      'a link that opens two things',
      {
        tagging: {
          links: [{ label: 'A', liveDebugger: 'datadog', template: 'https://r.example.com/{labels}' }],
        },
      },
    ],
    ['a link with another key', { tagging: { links: [{ label: 'A', liveDebugger: 'datadog', url: 'x' }] } }],
    ['a link to a word', { tagging: { links: [{ label: 'A', template: 'datadog' }] } }],
    ['another site', { tagging: { site: 'datadoghq.org' } }],
    ['a flag that is text', { tagging: { titleUntitled: 'true' } }],
    ['a number that is none', { tagging: { titleValues: '5' } }],
    ['half a number', { tagging: { titleValues: 1.5 } }],
    ['a kind of widgets without links', { tagging: { widgetTypes: ['note'] } }],
    ['no words for the link', { tagging: { linkLabel: '' } }],
    ['a pattern that is none', { tagging: { excludeTitles: [7] } }],
  ])('is wrong: %s', (_, configuration) => {
    expect(verdicts(configuration)).toEqual([false, false]);
  });
});
