import { IConstruct } from 'constructs';
import { TaggingRules, WidgetReport } from '../datadog/tagging';

/** A dashboard that can be tagged. */
export interface TaggingTarget {
  /** The dashboard's title, where it is known before Terraform runs. */
  readonly title?: string;
  /**
   * Tags its widgets.
   *
   * @param owner whose rules they are; new ones of the same owner take the place of the old
   */
  tag(owner: object, rules: TaggingRules): TaggingResult;
}

/** What became of the widgets, and the paths of what could not be read. */
export interface TaggingResult {
  readonly reports: readonly WidgetReport[];
  readonly unreadable: readonly string[];
}

const targets = new WeakMap<IConstruct, TaggingTarget>();

/** Lets a resource be tagged by the construct that makes its JSON. */
export function tagsItself(resource: IConstruct, target: TaggingTarget): void {
  targets.set(resource, target);
}

/** The construct that makes the resource's JSON, where it is one of this library's. */
export function taggingTargetOf(resource: IConstruct): TaggingTarget | undefined {
  return targets.get(resource);
}
