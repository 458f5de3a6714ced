import { at, Json, metric, SERVER_FIELDS, timeseries } from './parts';

/** A dashboard with tabs, which name widgets by id, in lists. */
export const TABS: Json = {
  ...SERVER_FIELDS,
  title: 'Shop tabs',
  description: '',
  widgets: [
    {
      id: 7001,
      definition: timeseries('CPU', metric('avg:cpu{service:cartservice}')),
      layout: at(0, 0, 12, 3),
    },
    { id: 7002, definition: { type: 'note', content: 'Second' }, layout: at(0, 0, 12, 3) },
    { id: 7003, definition: timeseries('CPU', metric('avg:cpu{service:frontend}')), layout: at(0, 3, 12, 3) },
  ],
  template_variables: [],
  layout_type: 'ordered',
  notify_list: [],
  reflow_type: 'fixed',
  tabs: [
    { id: 'aaaa-1', name: 'Cart', widget_ids: [7001, 7003] },
    { id: 'aaaa-2', name: 'Notes', widget_ids: [7002] },
  ],
  dashboard_lists: [7, 8],
};
