import { CHOSEN } from './context';
import { END, Line, POINTS, STEP } from './sample';

/**
 * The address of a context link as Datadog opens it: with the values of template variables and of the clicked line,
 * encoded.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function openedAddress(address: string, line: Line | undefined): string {
  return address.replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => {
    const filled = valueOf(inside.trim(), line);
    return filled === undefined ? whole : encodeURIComponent(filled);
  });
}

/** The value of `$variable`, `$variable.value`, `tag.value` or of the name of a time. */
function valueOf(text: string, line: Line | undefined): string | undefined {
  const name = text.endsWith('.value') ? text.slice(0, -'.value'.length) : text;
  if (text.startsWith('$')) return CHOSEN.get(name.slice(1));
  return name === text ? timeOf(name) : line?.tags[name];
}

function timeOf(name: string): string | undefined {
  if (name === 'timestamp_start') return String((END - POINTS * STEP) * 1000);
  return name === 'timestamp_end' ? String(END * 1000) : undefined;
}
