import { CHOSEN } from './context';
import { END, Line, POINTS, STEP } from './sample';

/**
 * The address of a context link as Datadog opens it: with the values of template variables and of the clicked line,
 * encoded.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function openedAddress(address: string, line: Line | undefined): string {
  return address.replace(/\{\{\s*(\$?)([^{}]+?)(\.value)?\s*\}\}/g, (whole, sign, name, value) => {
    const filled = sign ? CHOSEN.get(name) : value ? line?.tags[name] : timeOf(name);
    return filled === undefined ? whole : encodeURIComponent(filled);
  });
}

function timeOf(name: string): string | undefined {
  if (name === 'timestamp_start') return String((END - POINTS * STEP) * 1000);
  return name === 'timestamp_end' ? String(END * 1000) : undefined;
}
