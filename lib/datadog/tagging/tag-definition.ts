import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { QueryError } from '../query/filter';
import { CustomLink, customLinksWith } from './custom-links';
import { GraphLink, OtherLink } from './graph-link';
import { Graphs } from './graphs';
import { matches } from './matches';
import { Outcome, WidgetReport } from './report';
import { TaggingRules } from './settings';
import { ShownGraph } from './shown-graph';

/** Tags one widget. The definition is the same object if nothing has changed. */
export function tagDefinition(
  definition: JsonObject,
  path: string,
  graphs: Graphs,
): { readonly definition: JsonObject; readonly report: WidgetReport } {
  const { title = '' } = definition;
  if (title !== null && typeof title !== 'string') {
    throw new BadInput(
      `${path}.definition.title`,
      title,
      'is not text',
      'Give the widget a title that is text',
    );
  }
  const before = title ?? '';
  const { outcome, title: after = before, link, reason, mistake } = decide(definition, before, graphs);
  const address = link?.address;
  const { custom_links: links } = definition;
  const first = address === undefined ? undefined : { label: graphs.rules.linkLabel, link: address };
  const newLinks = customLinksWith(definition, first, madeLinks(link?.others));
  const changed = after !== before || newLinks !== links;
  const report: WidgetReport = {
    path,
    type: String(definition.type),
    outcome,
    before,
    after,
    reason,
    link: address,
    byLine: link?.byLine ?? false,
    wider: link && link.wider.length > 0 ? listed(link.wider) : undefined,
    disagreement: link?.disagreement,
    mistake,
    others: link?.others,
    changed,
  };
  if (!changed) return { definition, report };
  const next = { ...definition };
  if (after !== before) next.title = after;
  if (newLinks !== links) next.custom_links = newLinks;
  return { definition: next, report };
}

function madeLinks(others: readonly OtherLink[] = []): CustomLink[] {
  return others.flatMap(({ label, address }) => (address === undefined ? [] : [{ label, link: address }]));
}

/** The most terms that a report names. */
const MOST_TERMS = 5;

function listed(terms: readonly string[]): string {
  const rest = terms.length - MOST_TERMS;
  return `${terms.slice(0, MOST_TERMS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

interface Decision {
  readonly outcome: Outcome;
  readonly title?: string;
  readonly link?: GraphLink;
  readonly reason?: string;
  readonly mistake?: string;
}

function decide(definition: JsonObject, title: string, graphs: Graphs): Decision {
  const { rules } = graphs;
  if (rules.excludeTitles.some((pattern) => matches(title, pattern))) return { outcome: 'excluded' };
  const { custom_links: links } = definition;
  if (links !== undefined && links !== null && !Array.isArray(links)) {
    return { outcome: 'not understood', reason: 'its custom_links are not a list' };
  }
  try {
    return decideByQueries(graphs.of(definition), title, rules);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const link = rules.exact ? undefined : graphs.ofNothing.linkOfTitled(title);
    if (link) return alreadyTagged(link);
    const { message, isMistake } = error;
    return { outcome: 'not understood', reason: message, ...(isMistake ? { mistake: message } : {}) };
  }
}

function decideByQueries(graph: ShownGraph, title: string, { titleUntitled }: TaggingRules): Decision {
  const link = graph.linkOfTitled(title);
  if (link) return alreadyTagged(link);
  if (graph.isEmpty) return { outcome: 'nothing to infer', reason: graph.shown.doubt };
  return tag(title, graph, titleUntitled);
}

function alreadyTagged(link: GraphLink): Decision {
  const outcome = link.disagreement === undefined ? 'already tagged' : 'not linked';
  return { outcome, link, reason: link.problem };
}

/** Gives a graph title and link, or only one of them if the other is not possible. */
function tag(title: string, graph: ShownGraph, titleUntitled: boolean): Decision {
  const { link, unnamed } = graph;
  const isUntitled = title.trim() === '' && !titleUntitled;
  const reason = unnamed ?? (isUntitled ? 'it has no title, so Datadog makes one' : undefined);
  if (reason === undefined) {
    return { outcome: 'tagged', title: graph.titled(title), link, reason: link.problem };
  }
  if (link.address !== undefined) return { outcome: 'linked', link, reason };
  const isLinked = madeLinks(link.others).length > 0;
  return {
    outcome: isLinked ? 'linked' : 'not linked',
    reason: `${reason}, and ${link.problem}`,
    ...(isLinked && { link }),
  };
}
