import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { IConstruct } from 'constructs';
import { DashboardContent } from '../../datadog/dashboard/content';

/** A dashboard of this library. Its content is tagged when it is synthesized. */
export interface SelfTagging {
  /** The construct to name in messages. */
  readonly construct: IConstruct;
  readonly content: DashboardContent;
}

const dashboards = new WeakMap<IConstruct, SelfTagging & { readonly text?: string }>();

/** Registers the dashboard of a resource, so that its content can be tagged. */
export function tagsItself(resource: DashboardJson, dashboard: SelfTagging): void {
  dashboards.set(resource, { ...dashboard, text: resource.dashboardInput });
}

/** The dashboard of the resource. Undefined if it is not from this library, or its text has been replaced. */
export function selfTagging(resource: IConstruct): SelfTagging | undefined {
  const own = dashboards.get(resource);
  return own?.text === (resource as DashboardJson).dashboardInput ? own : undefined;
}
