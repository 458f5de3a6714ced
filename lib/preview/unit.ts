import { JsonObject } from '../json/value';
import { objectOf, textOf } from './read';

/** How units are shown that have a usual sign. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['percent', '%'],
  ['bit', 'b'],
  ['byte', 'B'],
  ['byte_in_binary_bytes_family', 'B'],
  ['byte_in_decimal_bytes_family', 'B'],
  ['kilobyte', 'kB'],
  ['megabyte', 'MB'],
  ['gigabyte', 'GB'],
  ['kibibyte', 'KiB'],
  ['mebibyte', 'MiB'],
  ['gibibyte', 'GiB'],
  ['nanosecond', 'ns'],
  ['microsecond', 'µs'],
  ['millisecond', 'ms'],
  ['second', 's'],
  ['minute', 'min'],
  ['hour', 'h'],
  ['request', 'req'],
]);

/**
 * The unit of a formula's values, for example `req/s`; empty where the dashboard does not name it.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`number_format` of a formula)
 *
 * @param query the formula's query, if it is one alone
 */
export function unitOf({ number_format: format }: JsonObject, query: string): string {
  const { unit_name: name, per_unit_name: per, label } = objectOf(objectOf(format).unit);
  const unit = signOf(name) || textOf(label);
  if (unit !== '') return per ? `${unit}/${signOf(per)}` : unit;
  return /\.as_rate\(\)\s*$/.test(query) ? '/s' : '';
}

function signOf(name: unknown): string {
  return SIGNS.get(textOf(name)) ?? textOf(name);
}
