import { BadInput, oneOf } from '../../bad-input';
import { APP_UUID, CUSTOM_WIDGET_KEY, METRIC } from '../../rookout/manifest';
import { Texts } from '../../rookout/texts';
import { JsonObject } from '../../json/value';
import { TITLE } from './definition';

/** How a dashboard lists metric points, by the words of `metricPoints`. */
export class MetricPoints {
  /** The App Builder app, embedded. */
  public static readonly APP: string = 'app';
  /** A table widget, which works in every account. */
  public static readonly TABLE: string = 'table';
  /** The integration's custom widget, for accounts that still have UI Extensions. */
  public static readonly UI_EXTENSION: string = 'uiExtension';

  private constructor() {}
}

/** The kinds of the widget that lists all metric points. */
export type MetricPointsForm = 'app' | 'table' | 'uiExtension';

/** The largest number of rows in the table. Datadog's default is only 10. */
const MOST_ROWS = 500;

/**
 * How a dashboard lists metric points: in the form that is asked for, else in the app if there is one, else
 * in the table. Undefined without the overview, since the list is a part of it.
 *
 * @param asked the form that users set
 * @param overview whether the dashboard has the overview
 * @param hasApp whether there is an app to embed
 * @throws BadInput if the form is unknown, or impossible here
 */
export function metricPointsForm(
  asked: string | undefined,
  overview: boolean,
  hasApp: boolean,
): MetricPointsForm | undefined {
  if (asked === undefined) {
    if (!overview) return undefined;
    return hasApp ? 'app' : 'table';
  }
  oneOf('metricPoints', asked, Object.values(MetricPoints));
  if (!overview) {
    throw new BadInput(
      'metricPoints',
      asked,
      'is a part of the overview, which this dashboard does not have',
      'Leave one of the two settings out',
    );
  }
  if (asked === 'app' && !hasApp) {
    throw new BadInput('metricPoints', asked, 'needs an app to embed', 'Pass a RookoutApp as app');
  }
  return asked as MetricPointsForm;
}

/**
 * The widget that lists all metric points.
 *
 * @param builderAppId the id of the App Builder app, for the form `app`
 */
export function metricPointsWidget(form: MetricPointsForm, texts: Texts, builderAppId?: string): JsonObject {
  switch (form) {
    case 'app':
      return appWidget(texts, builderAppId!);
    case 'table':
      return tableWidget(texts);
    case 'uiExtension':
      return uiExtensionWidget();
  }
}

/** The App Builder app on a dashboard. */
function appWidget(texts: Texts, builderAppId: string): JsonObject {
  return { ...TITLE, title: texts.metricPointList, type: 'embedded_app', app_id: builderAppId };
}

/** A native table, which works in every account. */
function tableWidget(texts: Texts): JsonObject {
  return {
    ...TITLE,
    title: texts.metricPointList,
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

/** The integration's custom widget, for accounts that still run UI Extensions. */
function uiExtensionWidget(): JsonObject {
  return { ...TITLE, type: 'custom', app_id: APP_UUID, custom_widget_key: CUSTOM_WIDGET_KEY };
}
