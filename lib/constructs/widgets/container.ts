import { IConstruct } from 'constructs';
import { WidgetSource } from '../../datadog/dashboard/board';
import { Variables } from '../../datadog/tagging/variables';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { Conventions } from '../../datadog/conventions';

/** What widgets place themselves in: a dashboard, or a service's section of one. */
export interface WidgetContainer {
  readonly conventions: Conventions;
  /** The service that all of it is about, if there is one. */
  readonly service?: string;
  /** The template variables of the dashboard. */
  readonly variables: Variables;
  /** Places a widget, in order of creation. */
  add(source: WidgetSource, layout?: WidgetLayout): void;
}

const containers = new WeakMap<IConstruct, WidgetContainer>();

/** Makes the construct one that widgets below it place themselves in. */
export function holdWidgets(construct: IConstruct, container: WidgetContainer): void {
  containers.set(construct, container);
}

/** The innermost container that the construct is, or stands in. */
export function containerAround(construct: IConstruct): WidgetContainer | undefined {
  let scope: IConstruct | undefined = construct;
  for (; scope; scope = scope.node.scope) {
    const container = containers.get(scope);
    if (container) return container;
  }
  return undefined;
}
