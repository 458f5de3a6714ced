import { APP_UUID, CUSTOM_WIDGET_KEY, METRIC } from '../../rookout/manifest';
import { Texts } from '../../rookout/texts';
import { JsonObject } from '../../json/value';

/** The forms of the widget that lists all metric points. */
export const METRIC_POINTS_FORMS = ['app', 'table', 'uiExtension'] as const;
export type MetricPointsForm = (typeof METRIC_POINTS_FORMS)[number];

/** More metric points than anyone sets: a table shows ten unless it is told. */
const MOST_ROWS = 500;

/** The App Builder app on a dashboard. */
export function appWidget(texts: Texts, builderAppId: string): JsonObject {
  return { ...titled(texts.metricPointList), type: 'embedded_app', app_id: builderAppId };
}

/** A native table, which works in every account. */
export function tableWidget(texts: Texts): JsonObject {
  return {
    ...titled(texts.metricPointList),
    type: 'query_table',
    requests: [
      {
        formulas: [{ alias: texts.hits, formula: 'query1', limit: { count: MOST_ROWS, order: 'desc' } }],
        queries: [
          {
            aggregator: 'sum',
            data_source: 'metrics',
            name: 'query1',
            query: `sum:${METRIC}{*} by {location}.as_count()`,
          },
        ],
        response_format: 'scalar',
      },
    ],
    has_search_bar: 'auto',
  };
}

/** The integration's own custom widget, for accounts that still run UI Extensions. */
export function uiExtensionWidget(): JsonObject {
  return { ...titled(''), type: 'custom', app_id: APP_UUID, custom_widget_key: CUSTOM_WIDGET_KEY };
}

function titled(title: string): JsonObject {
  return { title, title_size: '16', title_align: 'left' };
}
