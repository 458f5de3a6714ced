import { BadInput } from '../../../lib/bad-input';
import {
  DEFAULT_TAGGING,
  taggingRules,
  TaggingSettings,
  withTitleKeys,
} from '../../../lib/datadog/tagging/settings';
import { DATADOG_TAGS } from '../../../lib/datadog/tags';
import { BUILT_IN_KEYS } from '../../../lib/rookout/label';
import { NO_TOKENS } from '../../../lib/rookout/label-tokens';

describe('the rules of tagging', () => {
  it('are the defaults where a setting is missing', () => {
    const missing = {
      linkLabel: undefined,
      titleValues: null,
      exact: undefined,
    } as unknown as TaggingSettings;
    expect(taggingRules(missing)).toEqual(taggingRules({}));
    expect(taggingRules({})).toMatchObject({
      linkLabel: 'Set metric points',
      titleUntitled: false,
      titleValues: DEFAULT_TAGGING.titleValues,
      exact: false,
      widgetTypes: ['timeseries'],
      excludeTitles: [],
      expressions: true,
      blocks: false,
    });
    expect(taggingRules({}, { ...NO_TOKENS }).expressions).toBe(false);
  });

  it('know the tags of label keys, and of more keys in titles', () => {
    const { tagsOf } = taggingRules({ datadogTags: { squad: 'team' } }, NO_TOKENS, ['tier', 'service']);
    const keys = ['k8s_deployment', '$hostname', 'service', 'squad', 'tier', 'other'];
    expect(keys.map((key) => tagsOf.get(key))).toEqual([
      ['kube_deployment'],
      ['pod_name', 'host'],
      ['service'],
      ['team'],
      ['tier'],
      undefined,
    ]);
    const known = new Set([...Object.keys(DATADOG_TAGS), ...BUILT_IN_KEYS]);
    expect(new Set(taggingRules({}).tagsOf.keys())).toEqual(known);
  });

  it('may be given more keys in titles', () => {
    const rules = taggingRules({});
    expect(withTitleKeys(rules, ['service'])).toBe(rules);
    const more = withTitleKeys(rules, ['service', 'tier']);
    expect(more.tagsOf.get('tier')).toEqual(['tier']);
    expect(more.tagsOf.get('k8s_deployment')).toEqual(['kube_deployment']);
    expect({ ...more, tagsOf: rules.tagsOf }).toEqual(rules);
  });

  it.each<[object, string]>([
    [{ labelKeys: ['a b:c'] }, 'labelKeys'],
    [{ labelKeys: 'service' }, 'labelKeys'],
    [{ widgetTypes: ['note'] }, 'widgetTypes: "note"'],
    [{ widgetTypes: 'timeseries' }, 'widgetTypes'],
    [{ excludeTitles: 'CPU' }, 'excludeTitles'],
    [{ sessionLink: 'https://r/debugger' }, 'sessionLink'],
    [{ site: 'datadoghq.com/', sessionLink: 'https://r/{labels}' }, 'site: "datadoghq.com/"'],
    [{ linkLabel: '' }, 'linkLabel: "" is empty, blank or not text. Use words such as "Set metric points"'],
    [{ linkLabel: ' \t' }, 'linkLabel'],
    [{ linkLabel: 5 }, 'linkLabel: 5'],
    [{ titleValues: -1 }, 'titleValues: -1 is not a whole number from 0 on. Use a number such as 5'],
    [{ titleValues: 1.5 }, 'titleValues: 1.5'],
    [{ titleValues: '5' }, 'titleValues: "5"'],
    [
      { labelKeys: ['service', 'app'], datadogTags: { app: 'service' } },
      'labelKeys: "app" has the Datadog tag "service", as "service" has, and a tag makes only one filter. Leave one of the two out',
    ],
    [
      { labelKeys: ['host', 'machine'], datadogTags: { machine: 'host' } },
      'labelKeys: "machine" has the Datadog tag "host", as "host" has',
    ],
  ])('refuse %j', (settings, message) => {
    expect(() => taggingRules(settings)).toThrow(BadInput);
    expect(() => taggingRules(settings)).toThrow(message);
  });

  it.each<[TaggingSettings]>([
    [{ titleValues: 0 }],
    [{ labelKeys: [] }],
    [{ datadogTags: { k8s_deployment: 'service' } }],
    [{ labelKeys: ['service', 'app'] }],
  ])('take %j', (settings) => {
    expect(() => taggingRules(settings)).not.toThrow();
  });
});
