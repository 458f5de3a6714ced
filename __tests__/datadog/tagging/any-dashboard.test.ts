import fc from 'fast-check';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { RookoutLabel } from '../../../lib/rookout/label';
import { unknownToDatadog } from '../../support/datadog-client';
import { DASHBOARDS } from '../../support/dashboards';
import { dashboard } from './arbitrary-dashboards';
import { EVERY_TYPE, frozen, RULES, tag } from './tagged';
import { untagged } from './untagged';

describe('whatever the dashboard', () => {
  const rules = { widgetTypes: ['timeseries', 'query_value'] };

  it.each(Object.keys(DASHBOARDS))(
    '%s: without titles and links it is as it was, in value and order',
    (name) => {
      const { dashboard: tagged } = tag(DASHBOARDS[name], { widgetTypes: EVERY_TYPE });
      expect(JSON.stringify(untagged(tagged, DASHBOARDS[name]))).toBe(JSON.stringify(DASHBOARDS[name]));
    },
  );

  it.each(Object.keys(DASHBOARDS))("%s: Datadog's official client reads it as well as before", (name) => {
    const { dashboard: tagged } = tag(DASHBOARDS[name], { widgetTypes: EVERY_TYPE });
    expect(unknownToDatadog(tagged)).toEqual(unknownToDatadog(DASHBOARDS[name]));
  });

  it('is, without titles and links, as it was, in value and order', () => {
    fc.assert(
      fc.property(dashboard, (json) => {
        expect(JSON.stringify(untagged(tag(json, rules).dashboard, json))).toBe(JSON.stringify(json));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when it is tagged again', () => {
    fc.assert(
      fc.property(dashboard, (json) => {
        const once = frozen(tag(json, rules).dashboard);
        const again = tagDashboard(once, { ...RULES, ...rules });
        expect(again.dashboard).toBe(once);
        expect(again.widgets.every(({ changed }) => !changed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has links that agree with its titles', () => {
    fc.assert(
      fc.property(dashboard, (json) => {
        const { dashboard: tagged, widgets } = tag(json, rules);
        for (const { path, outcome, after, link, reason } of widgets) {
          const definition = at(tagged, `${path}.definition`);
          expect(definition.title ?? '').toBe(after);
          if (outcome !== 'tagged' && outcome !== 'already tagged') continue;
          if (link === undefined) {
            expect(reason).toBeDefined();
            continue;
          }
          const own = definition.custom_links.find((one: any) => one.label === 'Set metric points');
          const [, opened] = /\?labels=(.*)$/.exec(own.link)!;
          const filters = opened.split('%2C').filter((filter) => !filter.endsWith('}}'));
          const labels = new Set(RookoutLabel.inTitle(after).map(String));
          expect(filters.map(decodeURIComponent)).toEqual([...labels]);
        }
      }),
      { numRuns: 300 },
    );
  });

  function at(json: any, path: string): any {
    return path.match(/\w+/g)!.reduce((part, name) => part[name], json);
  }
});
