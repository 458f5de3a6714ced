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

/** How an address begins that may be followed: on the web, or on Datadog's own site. */
export const SAFE_ADDRESS = /^(https?:\/\/|\/(?!\/))/i;

/** An address that may be followed; nothing for any other. */
export function safeAddress(address: string): string | undefined {
  return SAFE_ADDRESS.test(address) ? address : undefined;
}
