export { RookoutApp, RookoutAppProps } from './constructs/rookout-app';
export { RookoutConventionProps, RookoutConventions } from './constructs/rookout-conventions';
export { RookoutDashboard, RookoutDashboardProps } from './constructs/rookout-dashboard';
export { RookoutService, RookoutServiceProps } from './constructs/rookout-service';
export { RookoutGraph, RookoutTimeseries, RookoutTimeseriesProps } from './constructs/rookout-timeseries';
export { RookoutTitleOptions, RookoutTitles, RookoutTitlesProps } from './constructs/rookout-titles';
export { TerraformJson } from './constructs/terraform-json';
export { DashboardTemplateVariable } from './datadog/dashboard';
export { WidgetLayout } from './datadog/layout';
export {
  TimeseriesEvent,
  TimeseriesFormula,
  TimeseriesMarker,
  TimeseriesOptions,
  TimeseriesQuery,
  TimeseriesYAxis,
} from './datadog/timeseries';
export { RookoutLabel } from './rookout/label';
