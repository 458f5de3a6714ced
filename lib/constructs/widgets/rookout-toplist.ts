import { Construct } from 'constructs';
import { definitionOf } from '../../datadog/widgets/definition';
import {
  conditionalFormats,
  ScalarOptions,
  scalarRequest,
  sortBy,
  WidgetConditionalFormat,
} from '../../datadog/widgets/scalars';
import { JsonObject } from '../../json/value';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The settings of a `RookoutToplist`. */
export interface RookoutToplistProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * The number of entries.
   * @default 10
   */
  readonly limit?: number;
  /**
   * A word of `WidgetOrder`. The order: `desc` has the highest values first, `asc` the lowest.
   * @default desc
   */
  readonly order?: string;
  /**
   * Conditional formatting. The first format that matches is used.
   * @default - none
   */
  readonly conditionalFormats?: WidgetConditionalFormat[];
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/top_list/ */
export function toplist(props: RookoutToplistProps): JsonObject {
  const { limit = 10, order = 'desc' } = props;
  return definitionOf('toplist', props, ['limit', 'order', 'conditionalFormats'], () => ({
    requests: [
      {
        ...scalarRequest(props),
        sort: sortBy(limit, order),
        ...conditionalFormats(props.conditionalFormats),
      },
    ],
  }));
}

/**
 * A top list widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutToplist extends TaggedConstruct<RookoutToplistProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutToplistProps) {
    super(scope, id, props, toplist);
  }
}
