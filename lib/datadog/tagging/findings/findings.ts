import { JsonObject } from '../../../json/value';
import { hasPlaceholder, withoutPlaceholders } from '../../../terraform/template';
import { definitionKeys } from '../json-widgets';
import { WidgetReport } from '../report';
import { TaggingRules } from '../rules';
import { tagDashboard } from '../tag-dashboard';
import { LINK_DISAGREES } from './link-disagrees';
import { MALFORMED_FILTER } from './malformed-filter';
import { MISSING_FILTER } from './missing-filter';
import { CheckedGraph, Rule } from './rule';

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

/** All that there is to say about the graphs of a dashboard. */
export interface CheckedDashboard {
  readonly findings: readonly WidgetFinding[];
  readonly unchecked: readonly UncheckedWidget[];
}

/**
 * Checks the graphs of a dashboard. Tagging one by the same rules leaves nothing to find but malformed filters, and
 * links on graphs that name no instances.
 *
 * @throws BadInput where it is no dashboard
 */
export function findingsIn(dashboard: JsonObject, rules: TaggingRules): CheckedDashboard {
  const { widgets } = tagDashboard(dashboard, rules);
  const findings: WidgetFinding[] = [];
  const unchecked: UncheckedWidget[] = [];
  for (const widget of widgets) {
    if (widget.outcome === 'excluded') continue;
    const graph = {
      report: widget,
      definition: definitionAt(dashboard, widget.path),
      linkLabel: rules.linkLabel,
    };
    const reason = hindrance(graph);
    if (reason !== undefined) unchecked.push({ widget, reason });
    else findings.push(...findingsOf(graph));
  }
  return { findings, unchecked };
}

/** Why the queries of a graph can't be checked against its title, where they can't. */
function hindrance(graph: CheckedGraph): string | undefined {
  const { outcome, before, reason } = graph.report;
  if (outcome === 'already tagged' || MALFORMED_FILTER.check(graph).length > 0) return undefined;
  if (hasPlaceholder(before)) return 'its title holds a value that only Terraform knows';
  return outcome === 'not understood' ? (reason ?? outcome) : undefined;
}

/** A malformed filter hides what the title should say, unless it has another one. */
function findingsOf(graph: CheckedGraph): WidgetFinding[] {
  const malformed = MALFORMED_FILTER.check(graph).length > 0 && graph.report.outcome !== 'already tagged';
  return (malformed ? [MALFORMED_FILTER] : RULES).flatMap((rule) =>
    rule.check(graph).map((text) => ({ rule, widget: graph.report, message: withoutPlaceholders(text) })),
  );
}

function definitionAt(dashboard: JsonObject, path: string): JsonObject {
  return definitionKeys(path).reduce<unknown>(
    (value, key) => (value as JsonObject)[key],
    dashboard,
  ) as JsonObject;
}
