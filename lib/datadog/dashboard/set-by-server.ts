/**
 * The fields of a dashboard that only Datadog's server sets.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/#get-a-dashboard
 */
export const SET_BY_SERVER: readonly string[] = [
  'id',
  'url',
  'author_handle',
  'author_name',
  'author_info',
  'created_at',
  'modified_at',
  'deleted_at',
  'experience_type',
];
