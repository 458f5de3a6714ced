import { JsonObject } from '../../json/value';
import { SET_METRIC_POINTS } from '../../rookout/session-link';

/** A context link, as Datadog's JSON has it. */
export interface CustomLink {
  readonly label: string;
  readonly link: string;
}

/**
 * The definition with the context links. The same object if it already has them.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function withCustomLinks(
  definition: JsonObject,
  first: CustomLink,
  others: readonly CustomLink[],
): JsonObject {
  const custom_links = customLinksWith(definition, first, others);
  return custom_links === definition.custom_links ? definition : { ...definition, custom_links };
}

/**
 * The context links of the definition, with the given links. A link with the same label is replaced. If there is none
 * with that of the first, a link **Set metric points** is replaced, so that there are never two. All other links keep
 * their place. The list is the same object if it already has the links.
 *
 * @param first undefined if a graph only gets others
 */
export function customLinksWith(
  definition: JsonObject,
  first: CustomLink | undefined,
  others: readonly CustomLink[],
): unknown {
  const links = linksOf(definition);
  const withFirst = first ? withLink(links, first, ownLink(links, first.label)) : links;
  const all = others.reduce((some, link) => withLink(some, link, linkCalled(some, link.label)), withFirst);
  return all === links ? definition.custom_links : all;
}

function withLink(
  links: readonly JsonObject[],
  { label, link }: CustomLink,
  own: JsonObject | undefined,
): readonly JsonObject[] {
  if (!own) return [...links, { label, link }];
  if (own.label === label && own.link === link) return links;
  return links.map((other) => (other === own ? { ...other, label, link } : other));
}

/** The URL of the context link with that label. */
export function addressCalled(definition: JsonObject, label: string): string | undefined {
  const link = linkCalled(linksOf(definition), label)?.link;
  return typeof link === 'string' ? link : undefined;
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
  return linkCalled(links, label) ?? linkCalled(links, SET_METRIC_POINTS);
}

function linkCalled(links: readonly JsonObject[], label: string): JsonObject | undefined {
  return links.find((link) => link?.label === label);
}
