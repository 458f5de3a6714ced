import { JsonObject } from '../../json/value';
import { knownList } from '../../terraform/known-list';
import { snakeCase, snakeCaseEach } from '../snake-case';
import { checkSource, givenDefinition, timeOf } from './definition';
import { formulasOf } from './formulas';
import { checkWord } from './check-word';
import { queriesOf } from './queries';
import { TimeseriesOptions } from './timeseries-options';
import { WidgetDisplayType, WidgetLegendColumn, WidgetLegendLayout } from './words';

const TIMESERIES_WORDS = {
  displayType: Object.values(WidgetDisplayType),
  legendLayout: Object.values(WidgetLegendLayout),
  legendColumns: Object.values(WidgetLegendColumn),
};

const LEGEND_COLUMNS = ['avg', 'min', 'max', 'value', 'sum'];

/**
 * The definition of a timeseries widget, with an empty title.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/timeseries/
 *
 * @throws BadInput if there is not exactly one of query, queries and definition, or one of them is invalid
 */
export function timeseries(options: TimeseriesOptions): JsonObject {
  checkWords(options);
  checkSource(options);
  return options.definition === undefined ? fromQueries(options) : fromDefinition(options);
}

/**
 * All fields are written out, with undefined for missing options: spreading is slow, and a dashboard has many
 * graphs.
 */
function fromQueries(options: TimeseriesOptions): JsonObject {
  const queries = queriesOf(options);
  return {
    title: '',
    title_size: '16',
    title_align: 'left',
    show_legend: options.showLegend ?? true,
    legend_layout: options.legendLayout ?? 'auto',
    legend_columns: options.legendColumns ?? LEGEND_COLUMNS,
    time: timeOf(options.liveSpan)?.time,
    type: 'timeseries',
    requests: [
      {
        formulas: formulasOf(options.formulas, queries),
        queries,
        response_format: 'timeseries',
        style: styleOf(options.palette),
        display_type: options.displayType ?? 'line',
      },
    ],
    yaxis: options.yaxis && snakeCase(options.yaxis),
    events: snakeCaseEach('events', options.events),
    markers: snakeCaseEach('markers', options.markers),
    custom_links: undefined,
  };
}

const DEFAULT_STYLE: JsonObject = { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' };

/** Most graphs have the same style, so they share one object. */
function styleOf(palette: string | undefined): JsonObject {
  return palette === undefined ? DEFAULT_STYLE : { ...DEFAULT_STYLE, palette };
}

function fromDefinition(options: TimeseriesOptions): JsonObject {
  const definition = givenDefinition('timeseries', options);
  const restyled = options.palette !== undefined || options.displayType !== undefined;
  return {
    ...definition,
    ...(options.showLegend === undefined ? undefined : { show_legend: options.showLegend }),
    ...(options.legendLayout === undefined ? undefined : { legend_layout: options.legendLayout }),
    ...(options.legendColumns === undefined ? undefined : { legend_columns: options.legendColumns }),
    ...timeOf(options.liveSpan),
    ...(restyled && { requests: (definition.requests as JsonObject[]).map((r) => restyle(r, options)) }),
    ...surroundings(options),
  };
}

function restyle(request: JsonObject, { palette, displayType }: TimeseriesOptions): JsonObject {
  return {
    ...request,
    ...(palette === undefined
      ? undefined
      : { style: { ...(request.style as JsonObject | undefined), palette } }),
    ...(displayType === undefined ? undefined : { display_type: displayType }),
  };
}

function surroundings({ yaxis, events, markers }: TimeseriesOptions): JsonObject | undefined {
  if (!yaxis && !events && !markers) return undefined;
  return {
    ...(yaxis && { yaxis: snakeCase(yaxis) }),
    ...(events && { events: snakeCaseEach('events', events) }),
    ...(markers && { markers: snakeCaseEach('markers', markers) }),
  };
}

function checkWords({ displayType, legendLayout, legendColumns }: TimeseriesOptions): void {
  checkWord('displayType', displayType, TIMESERIES_WORDS.displayType);
  checkWord('legendLayout', legendLayout, TIMESERIES_WORDS.legendLayout);
  for (const column of knownList('legendColumns', legendColumns)) {
    checkWord('legendColumns', column, TIMESERIES_WORDS.legendColumns);
  }
}
