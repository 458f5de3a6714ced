import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import {
  conditionalFormats,
  ScalarOptions,
  scalarRequest,
  sortBy,
  WidgetConditionalFormat,
} from '../datadog/widgets/scalars';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** The top values of a service's, tagged for Rookout. */
export interface RookoutToplistProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * How many are shown.
   * @default 10
   */
  readonly limit?: number;
  /**
   * Whether the highest values stand first, `desc`, or the lowest, `asc`.
   * @default desc
   */
  readonly order?: string;
  /**
   * Colours by value; the first condition that is met counts.
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
 * A top list widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutToplist extends TaggedConstruct<RookoutToplistProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutToplistProps) {
    super(scope, id, props, toplist);
  }
}
