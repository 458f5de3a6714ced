import { IConstruct } from 'constructs';
import { WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/settings';
import { Overrides } from './overrides';

/** A dashboard that can be tagged. */
export interface TaggingTarget {
  /** The construct to name in messages. */
  readonly construct: IConstruct;
  /** The dashboard's title, if it is known before Terraform runs. */
  readonly title?: string;
  /** @param overrides what it holds but Terraform does not get */
  tag(rules: TaggingRules, overrides: Overrides): TaggingResult;
}

/** The results for the widgets, and the paths of what could not be read. */
export interface TaggingResult {
  readonly reports: readonly WidgetReport[];
  readonly unreadable: readonly string[];
}
