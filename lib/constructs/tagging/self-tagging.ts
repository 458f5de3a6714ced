import { IConstruct } from 'constructs';
import { DashboardContent } from '../../datadog/dashboard/content';

/** A dashboard of this library's: its content is tagged when it is synthesized. */
export interface SelfTagging {
  /** What to name in messages. */
  readonly construct: IConstruct;
  readonly content: DashboardContent;
}

const dashboards = new WeakMap<IConstruct, SelfTagging>();

/** Lets the content behind a resource be tagged. */
export function tagsItself(resource: IConstruct, dashboard: SelfTagging): void {
  dashboards.set(resource, dashboard);
}

/** What is behind the resource, where it is one of this library's. */
export function selfTagging(resource: IConstruct): SelfTagging | undefined {
  return dashboards.get(resource);
}
