import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { withLabels } from '../../rookout/title';
import { drawnQueries } from '../query/drawn-queries';
import { QueryError } from '../query/filter';
import { withCustomLink } from './custom-links';
import { FilledLabels, ShownInstances, shownInstances } from './instances';
import { GraphLink, graphLink } from './graph-link';
import { matches } from './matches';
import { Outcome, WidgetReport } from './report';
import { TaggingRules } from './rules';
import { Variables } from './variables';

/** Tags one widget; the definition is the same object where nothing has changed. */
export function tagDefinition(
  definition: JsonObject,
  path: string,
  rules: TaggingRules,
  variables: Variables,
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
  const { outcome, reason, ...decided } = decide(definition, before, rules, variables);
  const after = decided.title ?? before;
  let next = after === before ? definition : { ...definition, title: after };
  const address = decided.link?.address;
  if (address !== undefined) next = withCustomLink(next, rules.linkLabel, address);
  const report = {
    path,
    type: String(definition.type),
    outcome,
    before,
    after,
    ...(reason === undefined ? {} : { reason }),
    ...(address === undefined ? {} : { link: address }),
    byLine: decided.link?.byLine ?? false,
    changed: next !== definition,
  };
  return { definition: next, report };
}

interface Decision {
  readonly outcome: Outcome;
  readonly title?: string;
  readonly link?: GraphLink;
  readonly reason?: string;
}

function decide(definition: JsonObject, title: string, rules: TaggingRules, variables: Variables): Decision {
  if (rules.excludeTitles.some((pattern) => matches(title, pattern))) return { outcome: 'excluded' };
  const { custom_links: links } = definition;
  if (links !== undefined && links !== null && !Array.isArray(links)) {
    return { outcome: 'not understood', reason: 'its custom_links are no list' };
  }
  const present = RookoutLabel.inTitle(title);
  const shown = shownBy(definition, rules, variables);
  if (present.length > 0) {
    const filled: ShownInstances['filled'] = shown instanceof QueryError ? new Map() : shown.filled;
    const link = graphLink(present, filled, rules);
    return { outcome: 'already tagged', link, reason: link.problem };
  }
  if (shown instanceof QueryError) return { outcome: 'not understood', reason: shown.message };
  if (shown.labels.length === 0 && shown.filled.size === 0) return { outcome: 'nothing to infer' };
  return tag(title, shown, rules);
}

function shownBy(
  definition: JsonObject,
  rules: TaggingRules,
  variables: Variables,
): ShownInstances | QueryError {
  try {
    return shownInstances(drawnQueries(definition), rules.instances, variables);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** Gives a graph title and link, or one of the two where the other can't be. */
function tag(title: string, shown: ShownInstances, rules: TaggingRules): Decision {
  const { labels, filled } = shown;
  const link = graphLink(labels, filled, rules);
  const untitled = whyUntitled(title, shown, rules);
  if (untitled === undefined) {
    return { outcome: 'tagged', title: withLabels(title, labels, rules.tokens), link, reason: link.problem };
  }
  if (link.address !== undefined) return { outcome: 'linked', link, reason: untitled };
  return { outcome: 'not linked', reason: `${untitled}, and ${link.problem}` };
}

const FOLLOWED: Readonly<Record<FilledLabels['by'], string>> = {
  variable: 'a template variable',
  line: 'the line that is clicked',
};

/** Why the title stays as it is, where it does. */
function whyUntitled(
  title: string,
  { labels, filled }: ShownInstances,
  { titleValues, titleUntitled }: TaggingRules,
): string | undefined {
  if (labels.length === 0) {
    const followed = new Set([...filled.values()].map(({ by }) => FOLLOWED[by]));
    return `instances follow ${[...followed].join(' and ')}`;
  }
  for (const { key } of labels) {
    const count = labels.filter((label) => label.key === key).length;
    if (count > titleValues)
      return `${count} values of ${key} are more than the ${titleValues} that a title names`;
  }
  return title.trim() === '' && !titleUntitled ? 'it has no title, so Datadog makes one' : undefined;
}
