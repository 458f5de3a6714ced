import { Construct } from 'constructs';
import { definitionOf } from '../../datadog/widgets/definition';
import { checkWord } from '../../datadog/widgets/check-word';
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

/** Whether a table has a search bar. */
export class TableSearchBar {
  public static readonly AUTO: string = 'auto';
  public static readonly ALWAYS: string = 'always';
  public static readonly NEVER: string = 'never';

  private constructor() {}
}

/** The settings of a `RookoutQueryTable`. */
export interface RookoutQueryTableProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * The number of rows.
   * @default 50
   */
  readonly limit?: number;
  /**
   * A word of `WidgetOrder`. The order of the rows: `desc` has the highest values of the first column first,
   * `asc` the lowest.
   * @default desc
   */
  readonly order?: string;
  /**
   * Whether there is a search bar, by a word of `TableSearchBar`: `auto`, `always` or `never`.
   * @default auto
   */
  readonly hasSearchBar?: string;
  /**
   * Conditional formatting. The first format that matches is used.
   * @default - none
   */
  readonly conditionalFormats?: WidgetConditionalFormat[];
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/table/ */
export function queryTable(props: RookoutQueryTableProps): JsonObject {
  const { limit = 50, order = 'desc', hasSearchBar = 'auto' } = props;
  checkWord('hasSearchBar', hasSearchBar, Object.values(TableSearchBar));
  return definitionOf('query_table', props, ['limit', 'order', 'hasSearchBar', 'conditionalFormats'], () => ({
    requests: [
      {
        ...scalarRequest(props),
        sort: sortBy(limit, order),
        ...conditionalFormats(props.conditionalFormats),
      },
    ],
    has_search_bar: hasSearchBar,
  }));
}

/**
 * A table widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutQueryTable extends TaggedConstruct<RookoutQueryTableProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutQueryTableProps) {
    super(scope, id, props, queryTable);
  }
}
