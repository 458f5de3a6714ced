import { LINKED_TYPES } from '../../../lib/datadog/widget';
import { q, tag, timeseries } from './tagged';

/** What the link of a widget opens. */
function opened(definition: object): string | undefined {
  const { widgets } = tag({ widgets: [timeseries(definition)] }, { widgetTypes: LINKED_TYPES });
  return widgets[0].link && decodeURIComponent(widgets[0].link.split('?labels=')[1]);
}

describe('the clicked line', () => {
  it.each(['timeseries', 'toplist', 'query_table', 'change', 'treemap', 'sunburst', 'geomap'])(
    'decides what the link of a %s opens',
    (type) => {
      expect(opened({ type, ...q('avg:a{env:prod} by {host}') })).toBe('$hostname:{{host.value}},env:prod');
    },
  );

  it.each(['query_value', 'heatmap', 'distribution'])(
    'does not exist in a %s, which shows all groups together',
    (type) => {
      expect(opened({ type, ...q('avg:a{env:prod} by {host}') })).toBe('env:prod');
      expect(opened({ type, ...q('avg:a{*} by {host}') })).toBeUndefined();
      const requests = [...q('avg:a{service:a}').requests, ...q('avg:b{*} by {service}').requests];
      expect(opened({ type, requests })).toBeUndefined();
    },
  );
});
