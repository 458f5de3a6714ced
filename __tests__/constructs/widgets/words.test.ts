import {
  ChangeCompareTo,
  ChangeOrderBy,
  ChangeType,
  DashboardReflow,
  MetricPoints,
  QueryValueBackground,
  RookoutApp,
  RookoutDashboard,
  RookoutDashboardProps,
  SloTimeWindow,
  SloViewMode,
  TableSearchBar,
  WidgetAggregation,
  WidgetAggregator,
  WidgetComparator,
  WidgetDataSource,
  WidgetDisplayType,
  WidgetLegendColumn,
  WidgetLegendLayout,
  WidgetLiveSpan,
  WidgetOrder,
} from '../../../lib';
import { unknownToDatadog } from '../../support/datadog-client';
import { newStack } from '../../support/stack';

const GRAPH = { service: 'cart', query: 'avg:cpu{service:cart}' };

function plain(props: RookoutDashboardProps = { overview: false }): RookoutDashboard {
  return new RookoutDashboard(newStack(), 'Dashboard', props);
}

function withApp(metricPoints: string): RookoutDashboard {
  const stack = newStack();
  return new RookoutDashboard(stack, 'Dashboard', { app: new RookoutApp(stack, 'App'), metricPoints });
}

function adding(
  add: (dashboard: RookoutDashboard, word: string) => void,
): (word: string) => RookoutDashboard {
  return (word) => {
    const dashboard = plain();
    add(dashboard, word);
    return dashboard;
  };
}

const query = (options: object) => ({ service: 'cart', queries: [{ query: '*', ...options }] });

/** The options that take words, each as a dashboard that has the option. */
const WORDS: readonly [object, (word: string) => RookoutDashboard][] = [
  [DashboardReflow, (reflowType) => plain({ reflowType })],
  [MetricPoints, withApp],
  [WidgetDisplayType, adding((d, displayType) => d.addTimeseries({ ...GRAPH, displayType }))],
  [WidgetLegendLayout, adding((d, legendLayout) => d.addTimeseries({ ...GRAPH, legendLayout }))],
  [WidgetLegendColumn, adding((d, column) => d.addTimeseries({ ...GRAPH, legendColumns: [column] }))],
  [WidgetLiveSpan, adding((d, liveSpan) => d.addTimeseries({ ...GRAPH, liveSpan }))],
  [
    WidgetDataSource,
    adding((d, dataSource) =>
      d.addTimeseries({ ...GRAPH, query: undefined, queries: [{ dataSource, query: '*' }] }),
    ),
  ],
  [
    WidgetAggregation,
    adding((d, aggregation) =>
      d.addQueryValue(query({ dataSource: 'logs', aggregation, measure: '@duration' })),
    ),
  ],
  [WidgetAggregator, adding((d, aggregator) => d.addQueryValue(query({ query: GRAPH.query, aggregator })))],
  [
    WidgetComparator,
    adding((d, comparator) =>
      d.addQueryValue({ ...GRAPH, conditionalFormats: [{ comparator, value: 1, palette: 'white_on_red' }] }),
    ),
  ],
  [WidgetOrder, adding((d, order) => d.addToplist({ ...GRAPH, order }))],
  [ChangeCompareTo, adding((d, compareTo) => d.addChange({ ...GRAPH, compareTo }))],
  [ChangeType, adding((d, changeType) => d.addChange({ ...GRAPH, changeType }))],
  [ChangeOrderBy, adding((d, orderBy) => d.addChange({ ...GRAPH, orderBy }))],
  [TableSearchBar, adding((d, hasSearchBar) => d.addQueryTable({ ...GRAPH, hasSearchBar }))],
  [
    QueryValueBackground,
    adding((d, timeseriesBackground) => d.addQueryValue({ ...GRAPH, timeseriesBackground })),
  ],
  [SloViewMode, adding((d, viewMode) => d.addSlo({ service: 'cart', sloId: '1', viewMode }))],
  [SloTimeWindow, adding((d, window) => d.addSlo({ service: 'cart', sloId: '1', timeWindows: [window] }))],
];

describe.each(
  WORDS.map(([words, make]) => [(words as { name: string }).name, Object.values(words), make] as const),
)('the words of %s', (_, words, make) => {
  // The client does not know the custom widget of UI Extensions.
  it.each(words.filter((word) => word !== MetricPoints.UI_EXTENSION))(
    "are read by Datadog's client: %s",
    (word) => {
      expect(unknownToDatadog(make(word).toJson())).toEqual([]);
    },
  );

  it('are all that there are', () => {
    expect(() => make('tabel')).toThrow(`"tabel" is not known. Use one of: ${words.join(', ')}.`);
  });
});
