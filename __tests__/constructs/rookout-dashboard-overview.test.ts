import { App } from 'cdktf';
import { RookoutApp, RookoutDashboard } from '../../lib';
import { LOCALES } from '../../lib/rookout/locales';
import { unknownToDatadog } from '../support/datadog-client';
import { dashboard, layouts, NOTE, plain } from '../support/rookout-dashboard';
import { newStack, onlyResource, stackIn, synthesized, synthesizedApp } from '../support/stack';

describe('the overview', () => {
  // What identifies the dashboard that the integration ships, widget by widget.
  const SHIPPED = [
    {
      definition: {
        type: 'free_text',
        text: 'Rookout',
        color: '#6915F0',
        font_size: '36',
        text_align: 'center',
      },
      layout: { x: 0, y: 0, width: 2, height: 3 },
    },
    ...[6, 5, 6].map((width, y) => ({
      definition: { type: 'free_text', color: '#6915F0', font_size: '24', text_align: 'left' },
      layout: { x: 2, y, width, height: 1 },
    })),
    {
      definition: {
        type: 'timeseries',
        title_size: '16',
        title_align: 'left',
        show_legend: true,
        legend_layout: 'auto',
        legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
        requests: [
          {
            formulas: [{ formula: 'query1' }],
            response_format: 'timeseries',
            queries: [
              { query: 'avg:rookout{*} by {location}.as_count()', data_source: 'metrics', name: 'query1' },
            ],
            style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
            display_type: 'bars',
          },
        ],
        yaxis: { include_zero: true, scale: 'linear', label: '', min: 'auto', max: 'auto' },
        markers: [],
      },
      layout: { x: 0, y: 3, width: 4, height: 4 },
    },
  ];

  it('is the shipped one, with texts of its own', () => {
    const json = dashboard().toJson();
    expect(json).toMatchObject({ title: 'Rookout', layout_type: 'ordered', reflow_type: 'fixed' });
    expect(json.widgets.slice(0, 5)).toMatchObject(SHIPPED);
    expect(json.widgets).toHaveLength(6);
    expect(json.widgets[5].layout).toEqual({ x: 4, y: 3, width: 5, height: 4 });
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    'has the same layout in %s as in English, and other words',
    (locale) => {
      const english = dashboard().toJson();
      const other = dashboard({ locale }).toJson();
      const words = ({ definition }: any) => definition.text ?? definition.title;
      const frame = ({ definition, layout }: any) => [definition.type, layout];
      expect(other.widgets.map(frame)).toEqual(english.widgets.map(frame));
      other.widgets.slice(1).forEach((widget: any, index: number) => {
        expect(words(widget)).toBeTruthy();
        expect(words(widget)).not.toBe(words(english.widgets[index + 1]));
      });
      expect(unknownToDatadog(other)).toEqual([]);
    },
  );

  it.each(LOCALES)('calls the menu entry Set metric points in %s as well', (locale) => {
    const [group] = plain({ locale, services: ['cart'] }).toJson().widgets;
    for (const { definition } of group.definition.widgets) {
      expect(definition.custom_links).toMatchObject([{ label: 'Set metric points' }]);
    }
  });

  it('lists metric points in a native table', () => {
    const json = dashboard().toJson();
    expect(json.widgets[5].definition).toMatchObject({
      type: 'query_table',
      requests: [{ queries: [{ query: 'sum:rookout{*} by {location}.as_count()', aggregator: 'sum' }] }],
    });
    expect(unknownToDatadog(json)).toEqual([]);
  });

  it("lists metric points in the integration's custom widget", () => {
    expect(dashboard({ metricPoints: 'uiExtension' }).toJson().widgets[5].definition).toEqual({
      type: 'custom',
      app_id: 'a82a4f89-0690-48cf-bad0-9603fb652f44',
      custom_widget_key: 'Rookout',
      title: '',
      title_size: '16',
      title_align: 'left',
    });
  });

  it('embeds the app where one is given, and tells it the instances of its services', () => {
    const stack = newStack();
    const app = new RookoutApp(stack, 'App');
    const overview = new RookoutDashboard(stack, 'Overview', { app, services: ['cart'] });
    overview.addService('shop', { labels: ['env:staging'], labelKey: 'k8s_namespace' });
    const json = overview.toJson();
    expect(json.widgets[5].definition).toMatchObject({ type: 'embedded_app', app_id: app.builderAppId });
    expect(json.template_variables).toMatchObject([
      {
        name: 'rookout_instances',
        available_values: ['k8s_deployment:cart', 'k8s_namespace:shop,env:staging'],
      },
    ]);
    expect(unknownToDatadog(json)).toEqual([]);

    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).toMatch(/datadog_app_builder_app\.App_\w+\.id/);
  });

  it('prefers the form that is asked for to the app', () => {
    const stack = newStack();
    const app = new RookoutApp(stack, 'App');
    const overview = new RookoutDashboard(stack, 'Overview', {
      app,
      services: ['cart'],
      metricPoints: 'table',
    });
    expect(overview.toJson().widgets[5].definition.type).toBe('query_table');
    expect(overview.toJson().template_variables).toEqual([]);
  });

  it('embeds an app of another stack by a cross-stack reference', () => {
    const shared = newStack();
    const app = App.of(shared);
    const rookout = new RookoutApp(shared, 'App');
    new RookoutDashboard(stackIn(app, 'team'), 'Overview', { app: rookout });
    const { stack, team } = synthesizedApp(app);
    const { dashboard: text } = onlyResource(team, 'datadog_dashboard_json');
    const [, remoteState, output] = /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/.exec(text)!;
    expect(team.data!.terraform_remote_state).toHaveProperty([remoteState]);
    expect(stack.output![output].value).toMatch(/^\$\{datadog_app_builder_app\.App_\w+\.id\}$/);
  });

  it('leaves room below itself for what flows', () => {
    const overview = dashboard();
    overview.addWidget(NOTE, { width: 3 });
    expect(layouts(overview)[6]).toEqual([0, 7, 3, 3]);
  });
});
