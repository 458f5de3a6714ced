import { JsonObject } from '../../json/value';
import { checkDepth } from '../widget';
import { Graphs, graphsOf } from './graphs';
import { WidgetReport } from './report';
import { TaggingRules } from './settings';
import { tagDefinition } from './tag-definition';
import { Variables } from './variables';

/** A value that only Terraform knows, with its path. */
export class Unreadable {
  public constructor(public readonly path: string) {}
}

/** A widget with a list of other widgets. */
export interface WidgetAround {
  readonly kind: 'around';
  /** Where the list is, for example `widgets[2].definition.widgets`. */
  readonly path: string;
  readonly widgets: unknown;
  /** The widget with others in it. */
  with(widgets: readonly unknown[]): unknown;
}

/** A widget that shows another widget several times, once for each value of a tag. */
export interface SplitWidget {
  readonly kind: 'split';
  /** Where the other widget is, for example `widgets[2].definition.source_widget_definition`. */
  readonly path: string;
  readonly source: unknown;
  /** The tags of which each of the graphs shows one value. */
  readonly by: readonly string[];
  /** The widget with another source. */
  with(source: unknown): unknown;
}

/** A widget that shows data. */
export interface GraphWidget {
  readonly kind: 'graph';
  readonly type: string;
  /** Why the widget can't have a link. A title without a link is not written. */
  readonly unlinked?: string;
  /** Its definition in Datadog's JSON. */
  definition(): JsonObject | Unreadable;
  /** The widget with the title and the context links of that definition. */
  with(definition: JsonObject): unknown;
}

/** The form in which the widgets of a dashboard are written: Datadog's JSON, or blocks of Terraform. */
export interface WidgetForm {
  /** @param path of the widget, for example `widgets[2]` */
  read(widget: unknown, path: string): WidgetAround | SplitWidget | GraphWidget | Unreadable;
}

/** The tagged widgets, with the result for each. */
export interface TaggedWidgets {
  /** The same list if nothing has changed. */
  readonly widgets: readonly unknown[];
  readonly reports: readonly WidgetReport[];
  /** The definition of each widget that has a result, as it was. */
  readonly definitions: readonly JsonObject[];
  /** The paths of values that only Terraform knows. */
  readonly unreadable: readonly string[];
}

/**
 * Tags the widgets of a dashboard, also those in groups.
 *
 * @param path of the list, for example `widgets`
 * @throws BadInput if a widget is invalid, or groups are nested too deeply
 */
export function tagWidgets(
  widgets: readonly unknown[],
  path: string,
  form: WidgetForm,
  rules: TaggingRules,
  variables: Variables,
): TaggedWidgets {
  const reports: WidgetReport[] = [];
  const definitions: JsonObject[] = [];
  const unreadable: string[] = [];
  const tagged = tagList(widgets, path, 0, graphsOf(rules, variables));
  return { widgets: tagged, reports, definitions, unreadable };

  function tagList(
    list: readonly unknown[],
    listPath: string,
    depth: number,
    graphs: Graphs,
  ): readonly unknown[] {
    checkDepth(listPath, depth);
    const tagged = list.map((widget, index) => tagWidget(widget, `${listPath}[${index}]`, depth, graphs));
    return tagged.some((widget, index) => widget !== list[index]) ? tagged : list;
  }

  function tagWidget(widget: unknown, at: string, depth: number, graphs: Graphs): unknown {
    const read = form.read(widget, at);
    if (read instanceof Unreadable) return leave(widget, read);
    switch (read.kind) {
      case 'around':
        return tagAround(widget, read, depth, graphs);
      case 'split':
        return tagSplit(widget, read, depth, graphs);
      case 'graph':
        return tagGraph(widget, read, at, graphs);
    }
  }

  function tagAround(widget: unknown, around: WidgetAround, depth: number, graphs: Graphs): unknown {
    if (around.widgets === undefined) return widget;
    if (!Array.isArray(around.widgets)) return leave(widget, new Unreadable(around.path));
    const inner = tagList(around.widgets, around.path, depth + 1, graphs);
    return inner === around.widgets ? widget : around.with(inner);
  }

  function tagSplit(widget: unknown, split: SplitWidget, depth: number, graphs: Graphs): unknown {
    checkDepth(split.path, depth + 1);
    const source = tagWidget(split.source, split.path, depth + 1, graphs.splitBy(split.by));
    return source === split.source ? widget : split.with(source);
  }

  function tagGraph(widget: unknown, graph: GraphWidget, at: string, graphs: Graphs): unknown {
    if (!rules.widgetTypes.includes(graph.type)) return widget;
    const definition = graph.definition();
    if (definition instanceof Unreadable) return leave(widget, definition);
    const tagged = tagDefinition(definition, at, graphs);
    definitions.push(definition);
    if (graph.unlinked !== undefined && tagged.report.changed) {
      reports.push(leftUnlinked(tagged.report, graph.unlinked));
      return widget;
    }
    reports.push(tagged.report);
    return tagged.report.changed ? graph.with(tagged.definition) : widget;
  }

  function leave(widget: unknown, { path: at }: Unreadable): unknown {
    unreadable.push(at);
    return widget;
  }
}

function leftUnlinked(report: WidgetReport, reason: string): WidgetReport {
  const { path, type, before } = report;
  return {
    path,
    type,
    outcome: 'not linked',
    before,
    after: before,
    reason,
    link: undefined,
    byLine: false,
    changed: false,
  };
}
