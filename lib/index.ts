export { RookoutApp, RookoutAppProps } from './constructs/rookout-app';
export {
  ChangeCompareTo,
  ChangeOrderBy,
  ChangeType,
  RookoutChange,
  RookoutChangeProps,
} from './constructs/widgets/rookout-change';
export { RookoutConventionProps, RookoutConventions } from './constructs/rookout-conventions';
export { RookoutDashboard } from './constructs/rookout-dashboard';
export {
  RookoutDashboardFileProps,
  RookoutDashboardImportOptions,
  RookoutDashboardJsonProps,
} from './constructs/rookout-dashboard-import-props';
export { RookoutDashboardProps } from './constructs/rookout-dashboard-props';
export { RookoutHeatmap, RookoutHeatmapProps } from './constructs/widgets/rookout-heatmap';
export {
  RookoutQueryTable,
  RookoutQueryTableProps,
  TableSearchBar,
} from './constructs/widgets/rookout-query-table';
export {
  QueryValueBackground,
  RookoutQueryValue,
  RookoutQueryValueProps,
} from './constructs/widgets/rookout-query-value';
export { RookoutService, RookoutServiceProps } from './constructs/rookout-service';
export { RookoutSlo, RookoutSloProps, SloTimeWindow, SloViewMode } from './constructs/widgets/rookout-slo';
export { RookoutTagging } from './constructs/rookout-tagging';
export { RookoutTaggingProps } from './constructs/rookout-tagging-props';
export {
  RookoutGraph,
  RookoutTimeseries,
  RookoutTimeseriesProps,
} from './constructs/widgets/rookout-timeseries';
export {
  RookoutLabelOptions,
  RookoutTitleOptions,
  RookoutTitles,
  RookoutTitlesProps,
} from './constructs/rookout-titles';
export { RookoutToplist, RookoutToplistProps } from './constructs/widgets/rookout-toplist';
export { TerraformJson } from './constructs/terraform-json';
export { DashboardReflow } from './datadog/dashboard/board';
export { DashboardOverrides, DashboardTemplateVariable } from './datadog/dashboard/frame';
export { WidgetLayout } from './datadog/dashboard/layout';
export { LiveDebugger } from './datadog/live-debugger';
export { RookoutLink } from './datadog/other-links';
export { HostNames } from './datadog/tagging/hosts';
export { MetricPoints } from './datadog/widgets/metric-points';
export {
  WidgetAggregation,
  WidgetAggregator,
  WidgetComparator,
  WidgetDataSource,
  WidgetOrder,
} from './datadog/widgets/query-words';
export { ScalarFormula, ScalarQuery, WidgetConditionalFormat } from './datadog/widgets/scalars';
export {
  TimeseriesEvent,
  TimeseriesFormula,
  TimeseriesMarker,
  TimeseriesOptions,
  TimeseriesQuery,
  TimeseriesYAxis,
} from './datadog/widgets/timeseries-options';
export {
  WidgetDisplayType,
  WidgetLegendColumn,
  WidgetLegendLayout,
  WidgetLiveSpan,
} from './datadog/widgets/words';
export { RookoutLabel } from './rookout/label';
