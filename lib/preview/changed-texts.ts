import { JsonObject, objectsIn } from '../json/value';
import { ChangedTexts, TextPair } from './model';
import { textOf } from './read';
import { queryTexts } from './series';

/** The queries and links of a widget that are not the same before and after. */
export function changedTexts(before: JsonObject, after: JsonObject): ChangedTexts[] {
  const [old, next] = [linksOf(before), linksOf(after)];
  const links = [...new Set([...old.keys(), ...next.keys()])];
  return [
    { pairs: unlike(queryTexts(before), queryTexts(after)) },
    ...links.map((link) => ({ link, pairs: unlike(old.get(link), next.get(link)) })),
  ].filter(({ pairs }) => pairs.length > 0);
}

/** What only one of two lists has, side by side. */
function unlike(old: readonly string[] = [], next: readonly string[] = []): TextPair[] {
  const gone = old.filter((text) => !next.includes(text));
  const come = next.filter((text) => !old.includes(text));
  const longer = gone.length > come.length ? gone : come;
  return longer.map((_, index) => ({ before: gone[index] ?? '', after: come[index] ?? '' }));
}

/** The addresses of links by their labels, which several may have. */
function linksOf({ custom_links: links }: JsonObject): Map<string, string[]> {
  const byLabel = new Map<string, string[]>();
  for (const { label, link } of objectsIn(links)) {
    const name = textOf(label);
    byLabel.set(name, [...(byLabel.get(name) ?? []), textOf(link)]);
  }
  return byLabel;
}
