import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { IConstruct } from 'constructs';
import { DashboardContent } from '../../datadog/dashboard/content';

/** A dashboard of this library's: its content is tagged when it is synthesized. */
export interface SelfTagging {
  /** What to name in messages. */
  readonly construct: IConstruct;
  readonly content: DashboardContent;
}

const dashboards = new WeakMap<IConstruct, SelfTagging & { readonly text?: string }>();

/** Lets the content behind a resource be tagged. */
export function tagsItself(resource: DashboardJson, dashboard: SelfTagging): void {
  dashboards.set(resource, { ...dashboard, text: resource.dashboardInput });
}

/** What is behind the resource, where it is one of this library's whose text nobody has set to another. */
export function selfTagging(resource: IConstruct): SelfTagging | undefined {
  const own = dashboards.get(resource);
  return own?.text === (resource as DashboardJson).dashboardInput ? own : undefined;
}
