import { BadInput } from '../../bad-input';
import { tagDashboard, TaggingRules, WidgetReport } from './tag-dashboard';
import { isObject, JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { SET_METRIC_POINTS } from '../../rookout/session-link';
import { hasPlaceholder, isPlaceholder, withoutPlaceholders } from '../../terraform/template';

/** A rule that widgets are checked by. */
export interface Rule {
  readonly id: string;
  readonly level: 'warning' | 'error';
  /** What a finding says, in one sentence. */
  readonly summary: string;
  /** What to do about it. */
  readonly help: string;
}

const MISSING_FILTER: Rule = {
  id: 'missing-filter',
  level: 'warning',
  summary: 'The queries of a graph name instances, and its title has no label filter.',
  help: 'Put the filter in the title, as in "Memory [k8s_deployment:cart]", or run "rookout-datadog tag".',
};

const MALFORMED_FILTER: Rule = {
  id: 'malformed-filter',
  level: 'error',
  summary: 'Brackets in the title of a graph hold what looks like a label filter, and is none.',
  help: 'Write one key:value pair in each pair of brackets, without spaces around the colon.',
};

export const LINK_DISAGREES: Rule = {
  id: 'link-disagrees',
  level: 'warning',
  summary: `The link "${SET_METRIC_POINTS}" of a graph is missing, or opens other instances than its title says.`,
  help: 'Run "rookout-datadog tag". If Rookout has another address with you, name it by --session-link.',
};

/** All rules. */
export const RULES: readonly Rule[] = [MISSING_FILTER, MALFORMED_FILTER, LINK_DISAGREES];

/** What a rule finds in a widget. */
export interface WidgetFinding {
  readonly rule: Rule;
  readonly widget: WidgetReport;
  readonly message: string;
}

/** A widget that can't be checked. */
export interface UncheckedWidget {
  readonly widget: WidgetReport;
  readonly reason: string;
}

/**
 * Checks the graphs of a dashboard. Tagging one by the same rules leaves nothing to find but malformed filters, and
 * links on graphs that name no instances.
 *
 * @throws BadInput where it is no dashboard
 */
export function findingsIn(
  dashboard: JsonObject,
  rules: TaggingRules,
): { readonly findings: readonly WidgetFinding[]; readonly unchecked: readonly UncheckedWidget[] } {
  const { dashboard: tagged, widgets } = tagDashboard(dashboard, rules);
  const findings: WidgetFinding[] = [];
  const unchecked: UncheckedWidget[] = [];
  for (const widget of widgets) {
    const links = { actual: linkAt(dashboard, widget.path), wanted: linkAt(tagged, widget.path) };
    const found = checkWidget(widget, links);
    if (typeof found === 'string') unchecked.push({ widget, reason: found });
    else
      findings.push(...found.map(([rule, text]) => ({ rule, widget, message: withoutPlaceholders(text) })));
  }
  return { findings, unchecked };
}

/** What is wrong with a widget, or why that can't be known. */
function checkWidget(widget: WidgetReport, { actual, wanted }: Links): [Rule, string][] | string {
  const { outcome, before, after, changed } = widget;
  if (outcome === 'excluded') return [];
  const malformed = malformedIn(before).map((message): [Rule, string] => [MALFORMED_FILTER, message]);
  if (outcome === 'already tagged') {
    const disagrees = changed && !same(actual, wanted) ? disagreement(before, { actual, wanted }) : [];
    return [...malformed, ...disagrees];
  }
  if (malformed.length > 0) return malformed;
  if (hasPlaceholder(before)) return 'its title holds a value that only Terraform knows';
  switch (outcome) {
    case 'tagged':
      return [[MISSING_FILTER, missing(before, after)]];
    case 'linked':
      return changed ? disagreement(before, { actual, wanted }) : [];
    case 'nothing to infer':
      return actual === undefined ? [] : [[LINK_DISAGREES, groundless(before, actual)]];
    case 'not understood':
      return widget.reason ?? outcome;
  }
}

interface Links {
  readonly actual: string | undefined;
  readonly wanted: string | undefined;
}

/** Whether the links are the same, as far as that can be known before Terraform runs. */
function same(actual: string | undefined, wanted: string | undefined): boolean {
  if (actual === undefined || wanted === undefined) return false;
  return isPlaceholder(actual) || withoutPlaceholders(actual) === withoutPlaceholders(wanted);
}

function missing(before: string, after: string): string {
  const labels = RookoutLabel.inTitle(after).join(', ');
  return `${quoted(before)} shows ${labels}, and its title has no label filter. Make it ${quoted(after)}`;
}

function disagreement(title: string, { actual, wanted }: Links): [Rule, string][] {
  const found =
    actual === undefined
      ? `${quoted(title)} has no link "${SET_METRIC_POINTS}". Let one open ${wanted}`
      : `the link "${SET_METRIC_POINTS}" of ${quoted(title)} opens ${actual} instead of ${wanted}`;
  return [[LINK_DISAGREES, found]];
}

function groundless(title: string, link: string): string {
  return (
    `the link "${SET_METRIC_POINTS}" of ${quoted(title)} opens ${link}, and neither its title nor its queries name ` +
    'instances. Put label filters in the title, or take the link away'
  );
}

/** What is wrong with each group of brackets that looks like a label filter and is none. */
function malformedIn(title: string): string[] {
  return [...title.matchAll(/\[([^[\]]*)\]/g)].flatMap(([group, text]) => {
    const problem = problemOf(text);
    return problem === undefined
      ? []
      : [`${quoted(group)} in the title ${quoted(title)} is no label filter: ${problem}`];
  });
}

/** Text with several colons is a time, an address and the like, unless commas make it a list of filters. */
function problemOf(text: string): string | undefined {
  const parts = text.split(',');
  if (!parts.every((part) => part.split(':').length === 2)) {
    if (text.split(':').length !== 2) return undefined;
  } else if (parts.length > 1) {
    const groups = parts.map((part) => `[${part.trim()}]`).join(' ');
    return `it holds ${parts.length} filters. Give each brackets of its own: ${groups}`;
  }
  try {
    RookoutLabel.parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) return error.message.replace(/\.$/, '');
    throw error;
  }
}

function linkAt(dashboard: JsonObject, path: string): string | undefined {
  const links = definitionAt(dashboard, path).custom_links;
  const own = Array.isArray(links) ? links.find((link) => link?.label === SET_METRIC_POINTS) : undefined;
  return typeof own?.link === 'string' ? own.link : undefined;
}

function definitionAt(dashboard: JsonObject, path: string): JsonObject {
  let value: unknown = dashboard;
  for (const key of [...keysOf(path), 'definition']) value = (value as JsonObject)[key];
  return isObject(value) ? value : {};
}

/** The keys of a path such as `widgets[2].definition.widgets[0]`. */
export function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? name : Number(index),
  );
}

function quoted(text: string): string {
  return text === '' ? 'a graph without title' : `"${text}"`;
}
