import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { QueryError } from '../query/filter';
import { holdsExpression } from '../query/later-value';
import { customLinksWith } from './custom-links';
import { GraphLink, graphLink } from './graph-link';
import { Graphs } from './graphs';
import { matches } from './matches';
import { Outcome, WidgetReport } from './report';
import { TaggingRules } from './rules';
import { ShownGraph } from './shown-graph';

/** Tags one widget; the definition is the same object where nothing has changed. */
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
      'is no text',
      'Give the widget a title that is text',
    );
  }
  const before = title ?? '';
  const { outcome, title: after = before, link, reason } = decide(definition, before, graphs);
  const address = link?.address;
  const { custom_links: links } = definition;
  const newLinks =
    address === undefined ? links : customLinksWith(definition, graphs.rules.linkLabel, address);
  const changed = after !== before || newLinks !== links;
  const report = {
    path,
    type: String(definition.type),
    outcome,
    before,
    after,
    reason,
    link: address,
    byLine: link?.byLine ?? false,
    changed,
  };
  if (!changed) return { definition, report };
  const next = { ...definition };
  if (after !== before) next.title = after;
  if (newLinks !== links) next.custom_links = newLinks;
  return { definition: next, report };
}

interface Decision {
  readonly outcome: Outcome;
  readonly title?: string;
  readonly link?: GraphLink;
  readonly reason?: string;
}

function decide(definition: JsonObject, title: string, graphs: Graphs): Decision {
  const { rules } = graphs;
  if (rules.excludeTitles.some((pattern) => matches(title, pattern))) return { outcome: 'excluded' };
  const { custom_links: links } = definition;
  if (links !== undefined && links !== null && !Array.isArray(links)) {
    return { outcome: 'not understood', reason: 'its custom_links are no list' };
  }
  const present = RookoutLabel.inTitle(title);
  const graph = shownBy(definition, graphs);
  if (present.length > 0) {
    const link = linkOfTitled(present, graph, rules);
    return { outcome: 'already tagged', link, reason: link.problem };
  }
  if (graph instanceof QueryError) return { outcome: 'not understood', reason: graph.message };
  return graph.isEmpty ? { outcome: 'nothing to infer' } : tag(title, graph, rules.titleUntitled);
}

function shownBy(definition: JsonObject, graphs: Graphs): ShownGraph | QueryError {
  try {
    return graphs.shownBy(definition);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** The link of a graph whose title has label filters; none where the value of one is not known yet. */
function linkOfTitled(
  present: readonly RookoutLabel[],
  graph: ShownGraph | QueryError,
  rules: TaggingRules,
): GraphLink {
  const later = rules.expressions && present.find((label) => holdsExpression(String(label)));
  if (later) {
    return { problem: `its title has the filter [${later}], which Terraform fills in`, byLine: false };
  }
  return graphLink(present, graph instanceof QueryError ? new Map() : graph.shown.filled, rules);
}

/** Gives a graph title and link, or one of the two where the other can't be. */
function tag(title: string, graph: ShownGraph, titleUntitled: boolean): Decision {
  const { link, unnamed } = graph;
  const isUntitled = title.trim() === '' && !titleUntitled;
  const reason = unnamed ?? (isUntitled ? 'it has no title, so Datadog makes one' : undefined);
  if (reason === undefined) {
    return { outcome: 'tagged', title: graph.titled(title), link, reason: link.problem };
  }
  if (link.address !== undefined) return { outcome: 'linked', link, reason };
  return { outcome: 'not linked', reason: `${reason}, and ${link.problem}` };
}
