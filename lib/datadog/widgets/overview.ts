import { Texts } from '../../rookout/texts';
import { METRIC } from '../../rookout/manifest';
import { timeseries } from './timeseries';
import { Rectangle, Widget } from '../widget';
import { JsonObject } from '../../json/value';

const VIOLET = '#6915F0';

/** The rows of the overview. Other widgets begin below. */
export const OVERVIEW_ROWS = 7;

/**
 * The overview of the integration: its name, three lines of text, the values of all metric points, and their
 * list.
 *
 * Source: `rookout_overview.json`, the integration's dashboard asset.
 *
 * @param metricPointList the widget that lists all metric points
 */
export function overviewWidgets(
  texts: Texts,
  metricPointList: JsonObject,
): (Widget & { layout: Rectangle })[] {
  return [
    { definition: name(), layout: { x: 0, y: 0, width: 2, height: 3 } },
    { definition: line(texts.welcome), layout: { x: 2, y: 0, width: 6, height: 1 } },
    { definition: line(texts.whatIsShown), layout: { x: 2, y: 1, width: 5, height: 1 } },
    { definition: line(texts.howToSet), layout: { x: 2, y: 2, width: 6, height: 1 } },
    { definition: values(texts.metricPoints), layout: { x: 0, y: 3, width: 4, height: 4 } },
    { definition: metricPointList, layout: { x: 4, y: 3, width: 5, height: 4 } },
  ];
}

/** The name in place of the integration's logo, since the host of that picture may be gone. */
function name(): JsonObject {
  return { type: 'free_text', text: 'Rookout', color: VIOLET, font_size: '36', text_align: 'center' };
}

function line(text: string): JsonObject {
  return { type: 'free_text', text, color: VIOLET, font_size: '24', text_align: 'left' };
}

function values(title: string): JsonObject {
  const definition = timeseries({
    query: `avg:${METRIC}{*} by {location}.as_count()`,
    displayType: 'bars',
    yaxis: { includeZero: true, scale: 'linear', label: '', min: 'auto', max: 'auto' },
    markers: [],
  });
  return { ...definition, title };
}
