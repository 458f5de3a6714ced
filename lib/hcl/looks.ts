/** What a definition may hold and no label depends on: how it looks, and over which time. */
const LOOKS: readonly string[] = [
  'autoscale',
  'axis',
  'conditional_formats',
  'custom_unit',
  'has_search_bar',
  'legend_columns',
  'legend_layout',
  'legend_size',
  'live_span',
  'marker',
  'markers',
  'precision',
  'right_yaxis',
  'show_legend',
  'style',
  'text_align',
  'time',
  'title_align',
  'title_size',
  'view',
  'xaxis',
  'yaxis',
];

/** Whether no label depends on the field or block of that name. */
export function isLook(name: string): boolean {
  return LOOKS.includes(name);
}
