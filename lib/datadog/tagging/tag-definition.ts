import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { QueryError } from '../query/filter';
import { customLinksWith } from './custom-links';
import { GraphLink } from './graph-link';
import { Graphs } from './graphs';
import { matches } from './matches';
import { Outcome, WidgetReport } from './report';
import { mayFill } from './filled';
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
    return { outcome: 'not understood', reason: 'its custom_links are not a list' };
  }
  const fixed = fixedLink(definition, title, graphs);
  if (fixed) return alreadyTagged(fixed);
  const graph = graphOf(definition, graphs);
  const shown = graph instanceof QueryError ? graphs.ofNothing : graph;
  const link = shown.linkOfTitled(title);
  if (link) return alreadyTagged(link);
  if (graph instanceof QueryError) return { outcome: 'not understood', reason: graph.message };
  if (graph.isEmpty) return { outcome: 'nothing to infer', reason: graph.doubt };
  return tag(title, graph, rules.titleUntitled);
}

/** The link of a title with label filters, if Datadog fills in nothing. The queries need not be read for it. */
function fixedLink(definition: JsonObject, title: string, graphs: Graphs): GraphLink | undefined {
  if (!title.includes('[') || mayFill(definition, graphs.rules.instances)) return undefined;
  return graphs.ofNothing.linkOfTitled(title);
}

function alreadyTagged(link: GraphLink): Decision {
  return { outcome: 'already tagged', link, reason: link.problem };
}

function graphOf(definition: JsonObject, graphs: Graphs): ShownGraph | QueryError {
  try {
    return graphs.of(definition);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
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
  return { outcome: 'not linked', reason: `${reason}, and ${link.problem}` };
}
