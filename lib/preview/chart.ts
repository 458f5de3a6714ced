import { JsonObject, objectsIn } from '../json/value';
import { ChartShown, MarkerModel } from './model';
import { numberOf, objectOf, textOf } from './read';
import { seriesOf } from './series';

/** A timeseries as it is drawn. */
export function chartOf(definition: JsonObject): ChartShown {
  const axis = objectOf(definition.yaxis);
  return {
    kind: 'chart',
    series: seriesOf(definition),
    legend: definition.show_legend !== false,
    axis: {
      label: textOf(axis.label),
      log: axis.scale === 'log',
      min: numberOf(axis.min),
      max: numberOf(axis.max),
    },
    markers: objectsIn(definition.markers).flatMap(markerOf),
  };
}

/**
 * A marker: `y = 15`, or a band `0 < y < 5`.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`markers` of the timeseries widget)
 */
function markerOf({ value, label, display_type: type }: JsonObject): MarkerModel[] {
  const values = (textOf(value).match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi) ?? []).map(Number).slice(0, 2);
  if (values.length === 0) return [];
  const words = textOf(type).split(' ');
  const level = (['error', 'warning', 'ok'] as const).find((word) => words.includes(word)) ?? 'info';
  return [{ values, label: textOf(label).trim(), level }];
}
