import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { RookoutTaggingProps } from '../../lib';
import { fromTerraform, newStack, onlyResource } from '../support/stack';
import { annotations, board, CART, graph, NOTHING, tag } from '../support/tagging';

describe('the settings of RookoutTagging', () => {
  function titles(props: RookoutTaggingProps, context = {}, ...widgets: any[]): string[] {
    const stack = newStack(context);
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(...widgets)) });
    const { dashboard } = onlyResource(tag(stack, props), 'datadog_dashboard_json');
    return fromTerraform(dashboard).widgets.map(({ definition }: any) => definition.title);
  }

  it('choose the label keys, and their order', () => {
    const labelKeys = ['env', 'k8s_deployment'];
    expect(titles({ labelKeys }, {}, CART)).toEqual(['Memory [env:prod] [k8s_deployment:cartservice]']);
    expect(titles({ labelKeys: ['service'] }, {}, CART)).toEqual(['Memory']);
  });

  it('map Datadog tags to labels, from the context too', () => {
    const widget = graph('A', 'avg:a{app:cart}');
    expect(titles({ labelKeys: ['deployment'], datadogTags: { deployment: 'app' } }, {}, widget)).toEqual([
      'A [deployment:cart]',
    ]);
    expect(titles({}, { rookout: { datadogTags: { service: 'app' } } }, widget)).toEqual([
      'A [service:cart]',
    ]);
  });

  it.each<[RookoutTaggingProps, object, string]>([
    [{ liveDebugger: 'datadog' }, {}, 'https://app.datadoghq.com/apm/traces?query='],
    [{}, { liveDebugger: 'datadog', site: 'datadoghq.eu' }, 'https://app.datadoghq.eu/apm/traces?query='],
    [
      { liveDebugger: 'datadog' },
      { sessionLink: 'https://r.example.com/{labels}' },
      'https://app.datadoghq.com/apm/traces?query=',
    ],
    [
      { sessionLink: 'https://r.example.com/{search}' },
      { liveDebugger: 'datadog' },
      'https://r.example.com/',
    ],
  ])('choose what links open, %j over the context %j', (props, rookout, beginning) => {
    const stack = newStack({ rookout });
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(CART)) });
    const { dashboard } = onlyResource(tag(stack, props), 'datadog_dashboard_json');
    expect(fromTerraform(dashboard).widgets[0].definition.custom_links).toEqual([
      {
        label: 'Set metric points',
        link: `${beginning}kube_deployment%3Acartservice%20env%3Aprod`,
      },
    ]);
  });

  it('include other kinds of widgets', () => {
    const value = graph('Now', 'avg:a{service:cart}', { type: 'query_value' });
    expect(titles({}, {}, value)).toEqual(['Now']);
    expect(titles({ widgetTypes: ['query_value'] }, {}, value, CART)).toEqual([
      'Now [service:cart]',
      'Memory',
    ]);
  });

  it('leave out widgets by title', () => {
    expect(titles({ excludeTitles: ['mem*'] }, {}, CART)).toEqual(['Memory']);
  });

  it.each(['Shop', 'stack/Theirs', '*/theirs', 'S*'])(
    'leave out dashboards by title or path: %s',
    (pattern) => {
      expect(titles({ excludeDashboards: [pattern] }, {}, CART)).toEqual(['Memory']);
    },
  );

  it('tell of each widget on request', () => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', {
      dashboard: JSON.stringify(board(CART, NOTHING, graph('Odd', 'a{b:c'))),
    });
    tag(stack, { reportWidgets: true });
    expect(annotations(stack)[0].split('\n')).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged, 1 nothing to infer, 1 not understood',
      '  widgets[0]: tagged: Memory → Memory [k8s_deployment:cartservice] [env:prod]',
      '  widgets[1]: nothing to infer: Load',
      expect.stringMatching(/^ {2}widgets\[2\]: not understood: Odd \(A brace is not closed/),
    ]);
  });

  it.each<[RookoutTaggingProps, string]>([
    [{ labelKeys: 'service' as any }, 'labelKeys: "service" is not a list'],
    [{ widgetTypes: 'timeseries' as any }, 'widgetTypes: "timeseries" is not a list'],
    [{ excludeTitles: 'Draft' as any }, 'excludeTitles: "Draft" is not a list'],
    [{ excludeDashboards: 'Shop' as any }, 'excludeDashboards: "Shop" is not a list'],
    [{ excludeTitles: ['a', 1] as any }, 'excludeTitles[1]: 1 is not text'],
    [{ excludeDashboards: [null] as any }, 'excludeDashboards[0]: null is not text'],
    [{ labelKeys: ['$env'] }, 'begins with "$"'],
    [
      { labelKeys: ['service', 'app'], datadogTags: { app: 'service' } },
      'has the Datadog tag "service", as "service" has, and',
    ],
    [{ sessionLink: 'https://a.example' }, 'has no {labels}'],
    [{ widgetTypes: ['querry_value'] }, 'Use one of: bar_chart'],
  ])('are checked: %j', (props, message) => {
    expect(() => titles(props, {}, CART)).toThrow(message);
    expect(() => titles(props, {}, CART)).toThrow('[stack/Theirs]');
  });
});
