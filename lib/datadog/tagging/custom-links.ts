import { JsonObject } from '../../json/value';

/**
 * The definition with that context link. Other links keep their place; one of the same label is replaced. It is
 * the same object where it had the link already.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function withCustomLink(definition: JsonObject, label: string, link: string): JsonObject {
  const links = Array.isArray(definition.custom_links) ? (definition.custom_links as JsonObject[]) : [];
  const own = links.findIndex((other) => other?.label === label);
  if (own >= 0 && links[own].link === link) return definition;
  const custom_links =
    own < 0
      ? [...links, { label, link }]
      : links.map((other, index) => (index === own ? { ...other, link } : other));
  return { ...definition, custom_links };
}
