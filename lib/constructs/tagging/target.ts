import { IConstruct } from 'constructs';
import { WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/rules';

/** A dashboard that can be tagged. */
export interface TaggingTarget {
  /** What to name in messages. */
  readonly construct: IConstruct;
  /** The dashboard's title, where it is known before Terraform runs. */
  readonly title?: string;
  tag(rules: TaggingRules): TaggingResult;
}

/** What became of the widgets, and the paths of what could not be read. */
export interface TaggingResult {
  readonly reports: readonly WidgetReport[];
  readonly unreadable: readonly string[];
}
