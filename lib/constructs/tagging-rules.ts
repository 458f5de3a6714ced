import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { LABEL_KEYS } from '../datadog/instances';
import { TaggingRules, WidgetReport } from '../datadog/tagging';
import { checkLabelKey } from '../rookout/label';
import { RookoutConventions } from './rookout-conventions';
import { encodedByTerraform } from './tagging';
import { within } from './within';

/** Which widgets are tagged, and by what. */
export interface RookoutTaggingProps {
  /**
   * The label keys that make filters, in the order in which they stand in a title.
   * @default - k8s_deployment, k8s_statefulset, k8s_daemonset, service, function_name, k8s_namespace, env
   */
  readonly labelKeys?: string[];
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones; a key without one is its own tag.
   * @default - from the context `rookout`, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The kinds of widgets that are tagged, by Datadog's `type`: also `query_value`, `toplist`, `heatmap`,
   * `query_table`, ….
   * @default - timeseries
   */
  readonly widgetTypes?: string[];
  /**
   * Titles of widgets that are left alone; `*` stands for any text, and case does not matter.
   * @default - none
   */
  readonly excludeTitles?: string[];
  /**
   * Dashboards that are left alone, by title or by path of the construct; `*` stands for any text, and case does
   * not matter.
   * @default - none
   */
  readonly excludeDashboards?: string[];
  /**
   * Whether the summary of a dashboard tells what became of each widget.
   * @default false
   */
  readonly reportWidgets?: boolean;
}

/** The rules that hold at a construct. */
export function taggingRulesAt(scope: IConstruct, props: RookoutTaggingProps): TaggingRules {
  const { datadogTags, sessionLink } = props;
  const conventions = RookoutConventions.of(scope, { datadogTags, sessionLink });
  within(scope, () => {
    for (const key of props.labelKeys ?? []) checkLabelKey('labelKeys', key);
    for (const type of props.widgetTypes ?? []) {
      if (/^[a-z_]+$/.test(type)) continue;
      throw new BadInput(
        'widgetTypes',
        type,
        'is no type of a widget',
        'Use Datadog\'s, such as "query_value"',
      );
    }
  });
  return {
    labelKeys: props.labelKeys ?? LABEL_KEYS,
    datadogTags: conventions.datadogTags,
    sessionLink: conventions.sessionLink,
    widgetTypes: props.widgetTypes ?? ['timeseries'],
    excludeTitles: props.excludeTitles ?? [],
    encodeToken: encodedByTerraform,
  };
}

/** A line that counts what became of the widgets, and further lines for each on request. */
export function summaryOf(reports: readonly WidgetReport[], eachWidget: boolean): string {
  const counts = new Map<string, number>();
  for (const { outcome } of reports) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const summary = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'no graphs';
  const lines = reports.map(
    ({ path, outcome, before, after, reason }) =>
      `  ${path}: ${outcome}: ${after === before ? before : `${before} → ${after}`}${reason ? ` (${reason})` : ''}`,
  );
  return [`Rookout tagging: ${summary}`, ...(eachWidget ? lines : [])].join('\n');
}
