import { Arrangement, Board } from './board';
import { checkFrame, DashboardFrame, dashboardJson, DashboardTemplateVariable } from './frame';
import { JsonObject } from '../../json/value';

/** All that a dashboard is made of, whether it is new or has been imported. */
export interface DashboardContent {
  readonly title: string;
  readonly arrangement: Arrangement;
  readonly board: Board;
  /** The ids of the dashboard lists that an imported dashboard was on. */
  readonly dashboardLists?: number[];
  /** @param variables template variables beside the dashboard's own */
  toJson(variables: readonly DashboardTemplateVariable[]): JsonObject;
}

/**
 * The content of a new dashboard.
 *
 * @param flowFrom the first row that widgets without a position may flow into
 * @throws BadInput where Datadog would refuse the frame
 */
export function newContent(frame: DashboardFrame, flowFrom: number): DashboardContent {
  checkFrame(frame);
  const board = new Board(frame.reflow, flowFrom);
  return {
    title: frame.title,
    arrangement: frame.reflow,
    board,
    toJson: (variables) =>
      dashboardJson(
        { ...frame, templateVariables: [...(frame.templateVariables ?? []), ...variables] },
        board.render().widgets,
      ),
  };
}
