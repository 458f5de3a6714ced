import { JsonObject, objectsIn } from '../json/value';
import { ChangedText } from './model';
import { textOf } from './read';
import { queryTexts } from './series';

/** The queries and links of a widget that are not the same before and after. */
export function changedTexts(before: JsonObject, after: JsonObject): ChangedText[] {
  return [...changedQueries(before, after), ...changedLinks(before, after)];
}

function changedQueries(before: JsonObject, after: JsonObject): ChangedText[] {
  const [old, next] = [queryTexts(before), queryTexts(after)];
  const gone = old.filter((query) => !next.includes(query));
  const come = next.filter((query) => !old.includes(query));
  const longer = gone.length > come.length ? gone : come;
  return longer.map((_, index) => ({ before: gone[index] ?? '', after: come[index] ?? '' }));
}

function changedLinks(before: JsonObject, after: JsonObject): ChangedText[] {
  const [old, next] = [linksOf(before), linksOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((link) => ({ link, before: old.get(link) ?? '', after: next.get(link) ?? '' }))
    .filter((text) => text.before !== text.after);
}

/** Links by their labels. */
function linksOf({ custom_links: links }: JsonObject): Map<string, string> {
  return new Map(objectsIn(links).map(({ label, link }) => [textOf(label), textOf(link)]));
}
