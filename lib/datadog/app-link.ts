import { templateParts } from '../rookout/link-template';
import { DatadogTags, STORED_IN_JAVASCRIPT, tagsOfKey } from './tags';

/**
 * The address that an app's button opens, as an expression: the pieces of the link, and between them the chosen label
 * filters.
 *
 * @param template the link template
 * @param select the name of the select of label filters
 * @param tags the Datadog tags of each label key
 */
export function appLink(template: string, select: string, tags: DatadogTags): string {
  const { texts, holes } = templateParts(template);
  const pieces = [[JSON.stringify(texts[0])]];
  for (const [index, { of }] of holes.entries()) {
    if (of === 'labels') pieces.push([]);
    else pieces.at(-1)!.push(of === 'search' ? encodedSearch(tags, select) : encodedValue(of, select));
    pieces.at(-1)!.push(JSON.stringify(texts[index + 1]));
  }
  const list = pieces.map((parts) => parts.join(' + ')).join(',');
  return `\${[${list}].join(encodeURIComponent(${select}?.value ?? ''))}`;
}

const APP_LINK = /^\$\{(\[.*\])\.join\(encodeURIComponent\(\w+\?\.value \?\? ''\)\)\}$/s;

/** The pieces of a link that `appLink` has made, if all of them are plain text. Of any other address nothing is known. */
export function piecesOfAppLink(address: string): readonly string[] | undefined {
  const [, list] = APP_LINK.exec(address) ?? [];
  try {
    const pieces: unknown = JSON.parse(list ?? 'null');
    return Array.isArray(pieces) && pieces.every((piece) => typeof piece === 'string') ? pieces : undefined;
  } catch {
    return undefined;
  }
}

/** JavaScript of the percent-encoded value of a label of the chosen instances. */
function encodedValue(keys: readonly string[], select: string): string {
  const labels = `(${select}?.value ?? '').split(',')`;
  const found = `${JSON.stringify(keys)}.map((key) => ${labels}.find((label) => label.startsWith(key + ':')))`;
  return `encodeURIComponent((${found}.find(Boolean) ?? '').replace(/^[^:]*:/, ''))`;
}

/** JavaScript of the percent-encoded search of the chosen instances. */
function encodedSearch(tags: DatadogTags, select: string): string {
  const tagOf = Object.fromEntries(Object.keys(tags).map((key) => [key, tagsOfKey(tags, key)[0]]));
  const term = `([key, value]) => (${JSON.stringify(tagOf)}[key] ?? key) + ':"' + ${STORED_IN_JAVASCRIPT} + '"'`;
  const labels = `(${select}?.value ?? '').split(',').filter(Boolean).map((label) => label.split(':'))`;
  return `encodeURIComponent(${labels}.map(${term}).join(' '))`;
}
