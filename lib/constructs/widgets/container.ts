import { IConstruct } from 'constructs';
import { WidgetSource } from '../../datadog/dashboard/board';
import { Variables } from '../../datadog/tagging/variables';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { Conventions } from '../../datadog/conventions';

/** A container of widgets: a dashboard, or a service's section. */
export interface WidgetContainer {
  readonly conventions: Conventions;
  /** The service of the section. */
  readonly service?: string;
  /** The template variables of the dashboard. */
  readonly variables: Variables;
  /** Places a widget, in order of creation. */
  add(source: WidgetSource, layout?: WidgetLayout): void;
}

const containers = new WeakMap<IConstruct, WidgetContainer>();

/** Makes the construct the container of the widgets below it in the tree. */
export function holdWidgets(construct: IConstruct, container: WidgetContainer): void {
  containers.set(construct, container);
}

/** The nearest container: the construct itself, or one of its parents. */
export function containerAround(construct: IConstruct): WidgetContainer | undefined {
  let scope: IConstruct | undefined = construct;
  for (; scope; scope = scope.node.scope) {
    const container = containers.get(scope);
    if (container) return container;
  }
  return undefined;
}
