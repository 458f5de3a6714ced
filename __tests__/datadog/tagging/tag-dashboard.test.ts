import { BadInput } from '../../../lib/bad-input';
import { TaggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { ARRANGED, CANVAS, SERVICES } from '../../support/dashboards';
import { EVERY_TYPE, frozen, q, RULES, tag, timeseries } from './tagged';

function outcomes(json: any, rules: Partial<TaggingRules> = {}) {
  return tag(json, rules).widgets.map(({ outcome, after }) => [outcome, after]);
}

describe('the widgets of a dashboard', () => {
  it('are tagged in every form of request, in groups too', () => {
    expect(outcomes(SERVICES)).toEqual([
      ['tagged', 'CPU [k8s_deployment:cartservice] [env:prod]'],
      ['tagged', 'Memory [k8s_deployment:cartservice]'],
      ['linked', ''],
      ['linked', ''],
      ['linked', 'Of the chosen'],
      ['tagged', 'Errors [service:cartservice] [env:prod]'],
      ['tagged', 'Spans [service:frontend] [service:cartservice]'],
      ['nothing to infer', 'Views'],
      ['tagged', 'Latency [service:cartservice] [env:prod]'],
      ['tagged', 'Processes [service:cartservice] [env:prod]'],
      ['not understood', 'Spoilt'],
      ['already tagged', 'Requests [k8s_deployment:frontend] [ms]'],
      ['tagged', 'Share [service:cartservice]'],
    ]);
  });

  it('are tagged on a free canvas, in the older forms', () => {
    expect(outcomes(CANVAS, { widgetTypes: EVERY_TYPE })).toEqual([
      ['tagged', 'Load [service:cartservice]'],
      ['tagged', 'Log lines [service:cartservice]'],
      ['tagged', 'Hosts [service:cartservice]'],
      ['tagged', 'Load and memory [service:cartservice]'],
    ]);
  });

  it('are tagged where their type is asked for, and all others left as they are', () => {
    expect(outcomes(ARRANGED)).toEqual([
      ['tagged', 'Hits [env:prod]'],
      ['nothing to infer', 'Anything'],
    ]);
    expect(outcomes(ARRANGED, { widgetTypes: EVERY_TYPE })).toEqual([
      ['tagged', 'Hits [env:prod]'],
      ['tagged', 'Orders [service:cartservice]'],
      ['tagged', 'Slowest [service:cartservice]'],
      ['linked', 'Services'],
      ['tagged', 'Lines [service:cartservice]'],
      ['tagged', 'Spread [service:cartservice] [service:frontend] [env:prod]'],
      ['nothing to infer', 'Anything'],
    ]);
  });

  it('are named by their path', () => {
    const inner = timeseries({ title: 'B', ...q('avg:a{*}') });
    const group = (...widgets: unknown[]) => ({ definition: { type: 'group', widgets } });
    const { widgets } = tag({
      widgets: [{ definition: { type: 'note' } }, group(inner, group(inner)), inner],
    });
    expect(widgets.map(({ path }) => path)).toEqual([
      'widgets[1].definition.widgets[0]',
      'widgets[1].definition.widgets[1].definition.widgets[0]',
      'widgets[2]',
    ]);
  });

  it('are changed where they are, and the others stay the same objects', () => {
    const changing = timeseries({ title: 'A', ...q('avg:a{service:cart}') });
    const staying = timeseries({ title: 'B', ...q('avg:a{*}') });
    const group = (...widgets: unknown[]) => ({ id: 1, definition: { type: 'group', title: 'G', widgets } });
    const split = (source: { definition: object }) => ({
      definition: { type: 'split_group', source_widget_definition: source.definition },
    });
    const unknown = { definition: { type: 'group', widgets: undefined } };
    const json = frozen({
      widgets: [group(staying, changing), group(staying), split(staying), split(changing), unknown],
    });
    const { widgets }: any = tagDashboard(json, RULES).dashboard;
    const [{ definition: inner }] = [widgets[0]];
    expect(widgets[0]).toEqual(group(staying, { definition: inner.widgets[1].definition }));
    expect(inner.widgets[0]).toBe(staying);
    expect(inner.widgets[1].definition.title).toBe('A [service:cart]');
    for (const index of [1, 2, 4]) expect(widgets[index]).toBe(json.widgets[index]);
    expect(widgets[3].definition.source_widget_definition.title).toBe('A [service:cart]');
  });

  it('that have not changed stay the same objects', () => {
    const changing = timeseries({ title: 'A', ...q('avg:a{service:cart}') });
    const staying = timeseries({ title: 'B', ...q('avg:a{*}') });
    const json = frozen({ widgets: [staying, changing], template_variables: [{ name: 'x' }] });
    const tagged: any = tagDashboard(json, RULES).dashboard;
    expect(tagged.widgets[0]).toBe(staying);
    expect(tagged.template_variables).toBe(json.template_variables);
    expect(tagged.widgets[1].definition.requests).toBe(changing.definition.requests);
  });
});

describe('bad input', () => {
  it.each([
    [undefined, 'dashboard: undefined has no list of widgets. Pass the JSON of a dashboard'],
    [null, 'dashboard: null has no list of widgets'],
    [[], 'dashboard: [] has no list of widgets'],
    ['text', 'dashboard: "text" has no list of widgets'],
    [{ title: 'x' }, 'has no list of widgets'],
    [{ widgets: {} }, 'has no list of widgets'],
    [{ widgets: [null] }, 'widgets[0].definition: undefined is not a widget definition. Give the widget one'],
    [{ widgets: [{}] }, 'widgets[0].definition: undefined is not a widget definition'],
    [{ widgets: [{ definition: [] }] }, 'widgets[0].definition: [] is not a widget definition'],
    [
      { widgets: [timeseries({ title: 5 })] },
      'widgets[0].definition.title: 5 is not text. Give the widget a title that is text',
    ],
    [
      {
        widgets: [{ definition: { type: 'group', widgets: [timeseries({}), timeseries({ title: ['x'] })] } }],
      },
      'widgets[0].definition.widgets[1].definition.title: ["x"] is not text',
    ],
    [
      { widgets: [{ definition: { type: 'group', widgets: [5] } }] },
      'widgets[0].definition.widgets[0].definition',
    ],
  ])('is refused, naming its path: %j', (json, message) => {
    expect(() => tag(json)).toThrow(BadInput);
    expect(() => tag(json)).toThrow(message);
  });

  it('is refused where groups nest without end', () => {
    let widget: object = timeseries({});
    for (let depth = 0; depth < 10_000; depth++)
      widget = { definition: { type: 'group', widgets: [widget] } };
    expect(() => tagDashboard({ widgets: [widget] }, RULES)).toThrow('nested more than 50 levels deep');
  });

  it('is no group or split that is 50 levels deep', () => {
    const group = (widget: object) => ({ definition: { type: 'group', widgets: [widget] } });
    const split = ({ definition }: { definition: object }) => ({
      definition: { type: 'split_group', source_widget_definition: definition },
    });
    for (const around of [group, split]) {
      let widget: { definition: object } = timeseries({ title: 'A', ...q('avg:a{service:cart}') });
      for (let depth = 0; depth < 50; depth++) widget = around(widget);
      expect(tag({ widgets: [widget] }).widgets).toMatchObject([{ after: 'A [service:cart]' }]);
      expect(() => tag({ widgets: [around(widget)] })).toThrow('nested more than 50 levels deep');
    }
  });

  it('is no other error', () => {
    const failing = () => {
      throw new RangeError('not of the queries');
    };
    const tokens = { ...RULES.tokens, inLink: failing };
    const json = { widgets: [timeseries({ title: 'A', ...q('avg:a{service:${TfToken[TOKEN.1]}}') })] };
    expect(() => tag(json, { tokens })).toThrow(new RangeError('not of the queries'));
  });

  it('is refused where splits nest without end', () => {
    let definition: object = timeseries({}).definition;
    for (let depth = 0; depth < 10_000; depth++) {
      definition = { type: 'split_group', source_widget_definition: definition };
    }
    expect(() => tagDashboard({ widgets: [{ definition }] }, RULES)).toThrow(
      'nested more than 50 levels deep',
    );
  });
});
