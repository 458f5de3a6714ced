import { JsonObject } from '../../json/value';
import { INSTANCES_VARIABLE } from '../app-definition';
import { WidgetReport } from '../tagging/report';
import { TaggedDashboard } from '../tagging/tag-dashboard';
import { Variables, variablesIn } from '../tagging/variables';
import { Widget } from '../widget';
import { Arrangement, Board, WidgetSource } from './board';
import {
  checkFrame,
  DashboardFrame,
  dashboardJson,
  DashboardTemplateVariable,
  templateVariable,
} from './frame';
import { WidgetLayout } from './layout';

/** The first content of a dashboard, which is new or has been imported. */
export interface DashboardStart {
  readonly title: string;
  readonly arrangement: Arrangement;
  /** The widgets that it already has. They stay unchanged. */
  readonly widgets: readonly Widget[];
  /** The first row for added widgets without a position. */
  readonly flowFrom: number;
  /** The ids of the dashboard lists that it was on. */
  readonly dashboardLists?: number[];
  /** What was not imported, as a sentence. */
  readonly leftOut?: string;
  /** Its template variables in Datadog's JSON. */
  readonly templateVariables: unknown;
  /** @param variables template variables in addition to the dashboard's own */
  toJson(widgets: Widget[], variables: readonly DashboardTemplateVariable[]): JsonObject;
}

/** Tags the widgets of a dashboard that is given as JSON. */
export type Tagger = (dashboard: JsonObject) => Pick<TaggedDashboard, 'dashboard' | 'widgets'>;

/** The content of a dashboard, in order of creation, and the JSON of it. */
export class DashboardContent {
  public readonly title: string;
  public readonly arrangement: Arrangement;
  public readonly dashboardLists: number[] | undefined;
  public readonly leftOut: string | undefined;
  /** Its template variables. */
  public readonly variables: Variables;
  /** The keys of the labels of its tagged widgets. */
  public readonly labelKeys = new Set<string>();
  private readonly board: Board;
  private readonly instances: string[] = [];
  private readonly taggers = new Map<object, Tagger>();
  private assembled: JsonObject | undefined;
  private encoded: string | undefined;

  public constructor(private readonly start: DashboardStart) {
    this.title = start.title;
    this.arrangement = start.arrangement;
    this.dashboardLists = start.dashboardLists;
    this.leftOut = start.leftOut;
    this.variables = variablesIn(start.templateVariables);
    this.board = new Board(start.arrangement, start.flowFrom, start.widgets);
  }

  /**
   * Adds a widget.
   *
   * @throws BadInput if the layout is invalid, or overlaps another widget
   */
  public add(source: WidgetSource, layout?: WidgetLayout): void {
    this.board.add(source, layout);
    for (const key of source.labelKeys ?? []) this.labelKeys.add(key);
    this.changed();
  }

  /** Adds instances to those that an embedded app offers. */
  public offerInstances(filters: string): void {
    this.instances.push(filters);
    this.changed();
  }

  /** Call this when a widget has changed. */
  public changed(): void {
    this.assembled = undefined;
    this.encoded = undefined;
  }

  /**
   * Adds a tagger, and returns its results for the dashboard as it is now.
   *
   * @param owner the owner of the tagger; a new tagger of the same owner replaces the old one
   */
  public tag(owner: object, tagger: Tagger): readonly WidgetReport[] {
    if (this.taggers.delete(owner)) this.changed();
    const before = this.toJson();
    const { dashboard, widgets } = tagger(before);
    this.taggers.set(owner, tagger);
    if (dashboard !== before) {
      this.encoded = undefined;
      this.assembled = dashboard;
    } else if (this.encoded !== undefined) this.assembled = undefined;
    return widgets;
  }

  /** The dashboard in Datadog's JSON, tagged. */
  public toJson(): JsonObject {
    if (!this.assembled) {
      let json = this.start.toJson(this.board.render().widgets, this.variablesForApp());
      for (const tagger of this.taggers.values()) json = tagger(json).dashboard;
      this.assembled = json;
    }
    return this.assembled;
  }

  /**
   * The JSON as text. CDKTF needs it more than once. Only the text is kept, since the objects of many
   * dashboards would need much memory.
   */
  public toText(encode: (json: JsonObject) => string): string {
    this.encoded ??= encode(this.toJson());
    this.assembled = undefined;
    return this.encoded;
  }

  private variablesForApp(): DashboardTemplateVariable[] {
    if (this.instances.length === 0) return [];
    return [{ name: INSTANCES_VARIABLE, prefix: INSTANCES_VARIABLE, availableValues: [...this.instances] }];
  }
}

/**
 * The content of a new dashboard.
 *
 * @param flowFrom the first row for widgets without a position
 * @throws BadInput if Datadog would refuse the frame
 */
export function newContent(frame: DashboardFrame, flowFrom: number): DashboardContent {
  checkFrame(frame);
  return new DashboardContent({
    title: frame.title,
    arrangement: frame.reflow,
    widgets: [],
    flowFrom,
    templateVariables: (frame.templateVariables ?? []).map(templateVariable),
    toJson: (widgets, variables) =>
      dashboardJson(
        { ...frame, templateVariables: [...(frame.templateVariables ?? []), ...variables] },
        widgets,
      ),
  });
}
