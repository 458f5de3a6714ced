import { IConstruct } from 'constructs';
import { TaggedDashboard, WidgetReport } from '../../datadog/tagging/tag-dashboard';
import { JsonObject } from '../../json/value';

/** Tags the widgets of a dashboard that is given as JSON. */
export type Tagger = (dashboard: JsonObject) => TaggedDashboard;

/** A dashboard of this library's: it tags itself when it is synthesized. */
export interface SelfTagging {
  /** What to name in messages. */
  readonly construct: IConstruct;
  /** The dashboard's title. */
  title(): string;
  /**
   * Takes a tagger on, and tells what it makes of the dashboard as it is now.
   *
   * @param owner whose it is; a new one of the same owner takes the place of the old
   */
  tag(owner: object, tagger: Tagger): readonly WidgetReport[];
}

const dashboards = new WeakMap<IConstruct, SelfTagging>();

/** Lets a resource be tagged by the construct that makes its JSON. */
export function tagsItself(resource: IConstruct, dashboard: SelfTagging): void {
  dashboards.set(resource, dashboard);
}

/** The construct that makes the resource's JSON, where it is one of this library's. */
export function selfTagging(resource: IConstruct): SelfTagging | undefined {
  return dashboards.get(resource);
}
