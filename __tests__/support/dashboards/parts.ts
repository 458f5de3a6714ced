export type Json = Record<string, unknown>;

export const at = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

/** Fields that Datadog's server adds to an export. */
export const SERVER_FIELDS = {
  id: 'abc-def-ghi',
  url: '/dashboard/abc-def-ghi/shop',
  author_handle: 'someone@example.com',
  author_name: 'Someone',
  created_at: '2024-01-01T00:00:00.000000+00:00',
  modified_at: '2024-01-02T00:00:00.000000+00:00',
  is_read_only: false,
};

/** A request as the UI writes it now: queries and formulas. */
export function request(dataSource: string, ...queries: Json[]): Json {
  return {
    response_format: 'timeseries',
    queries: queries.map((query, index) => ({
      name: `query${index + 1}`,
      data_source: dataSource,
      ...query,
    })),
    formulas: queries.map((_, index) => ({ formula: `query${index + 1}` })),
    style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
    display_type: 'line',
  };
}

export function metric(...queries: string[]): Json {
  return request('metrics', ...queries.map((query) => ({ query })));
}

export function searching(dataSource: string, query: string): Json {
  return request(dataSource, {
    search: { query },
    indexes: ['*'],
    compute: { aggregation: 'count' },
    group_by: [],
  });
}

export function timeseries(title: string | null | undefined, ...requests: Json[]): Json {
  return {
    ...(title === undefined ? {} : { title }),
    title_size: '16',
    title_align: 'left',
    show_legend: true,
    legend_layout: 'auto',
    legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
    type: 'timeseries',
    requests,
  };
}
