import { filterText, LabelFilter, labelFilter } from './label-filter';
import { templateParts } from './link-template';

/**
 * The label filters of a link: the opposite of `sessionLink`. Text that is not percent-encoded is read as well, since
 * Datadog encodes it when the link is opened.
 *
 * @param template the link template
 * @param address the URL, in which Datadog's own variables, such as `{{host.value}}`, stand for values
 * @param searched the label filters of a search of Datadog, or undefined if it has others as well
 * @returns undefined if the URL is not of that template, or a part of it is no label filter
 */
export function openedLabels(
  template: string,
  address: string,
  searched: (search: string) => readonly LabelFilter[] | undefined,
): readonly LabelFilter[] | undefined {
  const { texts, holes } = templateParts(template);
  const values = valuesBetween(texts, address);
  if (!values) return undefined;
  const labels = new Map<string, LabelFilter>();
  const listed = holes.some(({ of }) => of === 'labels' || of === 'search');
  for (const [index, { of }] of holes.entries()) {
    const value = decoded(values[index]);
    if (value === undefined) return undefined;
    if (of === 'search') {
      const found = searched(value);
      if (!found) return undefined;
      for (const filter of found) labels.set(filterText(filter), filter);
    } else if (of !== 'labels') {
      // Where a list stands beside it, that list has the label too. A value of several keys tells no key.
      if (listed) continue;
      if (of.length !== 1 || value === '') return undefined;
      labels.set(`${of[0]}:${value}`, labelFilter(of[0], value));
    } else {
      for (const filter of value.split(',')) {
        const [key, own, ...others] = filter.split(':').map((text) => text.trim());
        if (key === '' || (own ?? '') === '' || others.length > 0) return undefined;
        labels.set(`${key}:${own}`, labelFilter(key, own));
      }
    }
  }
  return [...labels.values()];
}

/** What is between the texts in the address. Undefined if they are not all there, from its beginning to its end. */
function valuesBetween(texts: readonly string[], address: string): string[] | undefined {
  const [first, ...others] = texts;
  if (!address.startsWith(first)) return undefined;
  const values: string[] = [];
  let position = first.length;
  for (const [index, text] of others.entries()) {
    const isLast = index === others.length - 1;
    const next = isLast ? address.length - text.length : address.indexOf(text, position);
    if (next < position || !address.startsWith(text, next)) return undefined;
    values.push(address.slice(position, next));
    position = next + text.length;
  }
  return position === address.length ? values : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
