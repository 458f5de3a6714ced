import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { instanceRules, LABEL_KEYS } from '../datadog/instances';
import { TaggingRules, WidgetReport } from '../datadog/tagging';
import { checkLabelKey } from '../rookout/label';
import { RookoutConventions } from './rookout-conventions';
import { RookoutTaggingProps } from './rookout-tagging';
import { encodedByTerraform } from './tagging';
import { within } from './within';

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
  const instances = instanceRules(props.labelKeys ?? LABEL_KEYS, conventions.datadogTags);
  const keys = [...instances.values()];
  within(scope, () => {
    for (const key of props.labelKeys ?? []) {
      if (keys.includes(key)) continue;
      throw new BadInput(
        'labelKeys',
        key,
        'has the same Datadog tag as a key before it, and a tag makes one filter',
        'Leave one of the two out',
      );
    }
  });
  return {
    instances,
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
