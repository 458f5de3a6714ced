import { END, Line, POINTS, STEP } from './sample';
import { chosen, chosenTags, tagOf } from './variables';

/**
 * The address of a context link as Datadog opens it, encoded: `{{$env}}` and `{{host}}` are the tags of a template variable
 * and of the clicked line, as in `env:prod`, and with `.value` their values. `{{tags}}` is all of them; what stands between
 * them is not documented: a space, as in a search.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function openedAddress(address: string, line: Line | undefined): string {
  return address.replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => {
    const filled = valueOf(inside.trim(), line);
    return filled === undefined ? whole : encodeURIComponent(filled);
  });
}

/** The template variables of an address that have the value `*`: any. */
export function openVariables(address: string): string[] {
  const inside = Array.from(address.matchAll(/\{\{([^{}]*)\}\}/g), ([, text]) => text.trim());
  const names = inside.filter((text) => text.startsWith('$')).map((text) => nameIn(text).slice(1));
  return [...new Set(names)].filter((name) => chosen(name)?.value === '*');
}

function valueOf(text: string, line: Line | undefined): string | undefined {
  if (text === 'tags') return [...new Set([...chosenTags(), ...tagsOf(line)])].join(' ');
  const name = nameIn(text);
  const one = text.startsWith('$') ? chosen(name.slice(1)) : tagOfLine(line, name);
  if (one) return name === text ? tagOf(one) : one.value;
  return name === text ? timeOf(name) : undefined;
}

function tagsOf(line: Line | undefined): string[] {
  return Object.entries(line?.tags ?? {}).map(([key, value]) => tagOf({ key, value }));
}

function tagOfLine(line: Line | undefined, key: string): { key: string; value: string } | undefined {
  if (!line || !Object.hasOwn(line.tags, key)) return undefined;
  return { key, value: line.tags[key] };
}

function nameIn(text: string): string {
  return text.endsWith('.value') ? text.slice(0, -'.value'.length) : text;
}

function timeOf(name: string): string | undefined {
  if (name === 'timestamp_start') return String((END - POINTS * STEP) * 1000);
  return name === 'timestamp_end' ? String(END * 1000) : undefined;
}
