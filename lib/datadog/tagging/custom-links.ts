import { JsonObject } from '../../json/value';
import { SET_METRIC_POINTS } from '../../rookout/session-link';

/**
 * The definition with the context link. The same object if it already has the link.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function withCustomLink(definition: JsonObject, label: string, link: string): JsonObject {
  const custom_links = customLinksWith(definition, label, link);
  return custom_links === definition.custom_links ? definition : { ...definition, custom_links };
}

/**
 * The context links of the definition, with the given link. A link with the same label is replaced. If there
 * is none, a link **Set metric points** is replaced, so that there are never two. All other links keep their
 * place. The list is the same object if it already has the link.
 */
export function customLinksWith(definition: JsonObject, label: string, link: string): unknown {
  const links = linksOf(definition);
  const own = ownLink(links, label);
  if (!own) return [...links, { label, link }];
  if (own.label === label && own.link === link) return links;
  return links.map((other) => (other === own ? { ...other, label, link } : other));
}

/** The URL of the context link with that label, else of the link **Set metric points**. */
export function addressBehind(definition: JsonObject, label: string): string | undefined {
  const link = ownLink(linksOf(definition), label)?.link;
  return typeof link === 'string' ? link : undefined;
}

function linksOf({ custom_links: links }: JsonObject): JsonObject[] {
  return Array.isArray(links) ? (links as JsonObject[]) : [];
}

function ownLink(links: readonly JsonObject[], label: string): JsonObject | undefined {
  const called = (name: string) => links.find((link) => link?.label === name);
  return called(label) ?? called(SET_METRIC_POINTS);
}
