import { JsonObject } from '../../../json/value';
import { bracketsIn, RookoutLabel } from '../../../rookout/label';
import { RunningInstances } from '../../../rookout/running-instances';
import { hasPlaceholder, withoutPlaceholders } from '../../../terraform/template';
import { graphLabels } from '../../labels/graph-labels';
import { definitionKeys } from '../json-widgets';
import { WidgetReport } from '../report';
import { TaggingRules } from '../settings';
import { tagDashboard } from '../tag-dashboard';
import { LABEL_TEXT } from './label-text';
import { LINK_DISAGREES } from './link-disagrees';
import { MALFORMED_FILTER } from './malformed-filter';
import { MISSING_FILTER } from './missing-filter';
import { NO_SUCH_INSTANCE } from './no-such-instance';
import { CheckedGraph, Rule, RuleText } from './rule';
import { TITLE_DISAGREES } from './title-disagrees';
import { UNREADABLE_QUERY } from './unreadable-query';

/** The rules that graphs are checked by. */
export const GRAPH_RULES: readonly Rule[] = [
  MISSING_FILTER,
  MALFORMED_FILTER,
  TITLE_DISAGREES,
  LINK_DISAGREES,
  NO_SUCH_INSTANCE,
  UNREADABLE_QUERY,
];

/** All rules. */
export const RULES: readonly RuleText[] = [...GRAPH_RULES, LABEL_TEXT];

/** What a rule finds in a widget. */
export interface WidgetFinding {
  readonly rule: Rule;
  readonly widget: WidgetReport;
  readonly message: string;
  /** The definition that tagging gives the widget, if that fixes the finding. */
  readonly fix?: JsonObject;
}

/** A widget that can't be checked. */
export interface UncheckedWidget {
  readonly widget: WidgetReport;
  readonly reason: string;
}

/** Text in the brackets of a title that is no label filter, since its key is no label key. */
export interface UnknownKey {
  readonly widget: WidgetReport;
  readonly label: RookoutLabel;
}

/** The result of checking the graphs of a dashboard. */
export interface CheckedDashboard {
  /** What tagging makes of each graph. */
  readonly widgets: readonly WidgetReport[];
  readonly findings: readonly WidgetFinding[];
  readonly unchecked: readonly UncheckedWidget[];
  readonly unknownKeys: readonly UnknownKey[];
}

/**
 * Checks the graphs of a dashboard. In a dashboard that was tagged by the same rules it finds only malformed
 * filters, titles that contradict the queries, and links of graphs that name no instances.
 *
 * @param checked the rules to check
 * @param instances what runs, if that is known
 * @throws BadInput if it is not a dashboard
 */
export function findingsIn(
  dashboard: JsonObject,
  rules: TaggingRules,
  checked: readonly Rule[] = GRAPH_RULES,
  instances?: RunningInstances,
): CheckedDashboard {
  const { dashboard: tagged, widgets, definitions } = tagDashboard(dashboard, rules);
  const findings: WidgetFinding[] = [];
  const unchecked: UncheckedWidget[] = [];
  const unknownKeys: UnknownKey[] = [];
  const { linkLabel } = rules;
  const otherLabels = rules.otherLinks.map(({ label }) => label);
  for (const [index, widget] of widgets.entries()) {
    if (widget.outcome === 'excluded') continue;
    const brackets = bracketsIn(widget.before);
    for (const { label } of brackets) {
      if (label && !rules.tagsOf.has(label.key)) unknownKeys.push({ widget, label });
    }
    const definition = definitions[index];
    const running = instances && { instances, labels: graphLabels(widget, definition, rules) };
    const graph = { report: widget, brackets, definition, linkLabel, otherLabels, running };
    const only = onlyRule(graph, checked);
    const reason = only ? undefined : hindrance(widget);
    if (reason !== undefined) {
      unchecked.push({ widget, reason });
      continue;
    }
    for (const rule of only ? [only] : checked) {
      for (const message of rule.check(graph)) {
        const fix =
          rule.fixable && widget.changed ? definitionAt(tagged, definitionKeys(widget.path)) : undefined;
        findings.push({ rule, widget, message: withoutPlaceholders(message), ...(fix && { fix }) });
      }
    }
  }
  return { widgets, findings, unchecked, unknownKeys };
}

/**
 * The rule whose finding leaves nothing to check by others: the title has a malformed filter and no other, or a query can't be
 * read.
 */
function onlyRule(graph: CheckedGraph, checked: readonly Rule[]): Rule | undefined {
  if (graph.report.outcome === 'already tagged') return undefined;
  return [MALFORMED_FILTER, UNREADABLE_QUERY].find(
    (rule) => checked.includes(rule) && rule.check(graph).length > 0,
  );
}

/** Why the queries of a graph can't be compared with its title. Undefined if they can. */
function hindrance({ outcome, before, reason }: WidgetReport): string | undefined {
  if (outcome === 'already tagged') return undefined;
  if (hasPlaceholder(before)) return 'its title holds a value that only Terraform knows';
  return outcome === 'not understood' ? (reason ?? outcome) : undefined;
}

/** @param keys as `definitionKeys` makes them from the path of a widget */
export function definitionAt(dashboard: JsonObject, keys: readonly (string | number)[]): JsonObject {
  return keys.reduce<unknown>((value, key) => (value as JsonObject)[key], dashboard) as JsonObject;
}
