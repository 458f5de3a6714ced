import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import { checkWord } from '../datadog/widgets/options';
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

/** A table of values of a service's, tagged for Rookout. */
export interface RookoutQueryTableProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * How many rows are shown.
   * @default 50
   */
  readonly limit?: number;
  /**
   * Whether the highest values of the first column stand first, `desc`, or the lowest, `asc`.
   * @default desc
   */
  readonly order?: string;
  /**
   * Whether rows can be searched: `auto`, `always` or `never`.
   * @default auto
   */
  readonly hasSearchBar?: string;
  /**
   * Colours by value; the first condition that is met counts.
   * @default - none
   */
  readonly conditionalFormats?: WidgetConditionalFormat[];
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/table/ */
export function queryTable(props: RookoutQueryTableProps): JsonObject {
  const { limit = 50, order = 'desc', hasSearchBar = 'auto' } = props;
  checkWord('hasSearchBar', hasSearchBar, ['auto', 'always', 'never']);
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
 * A table widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutQueryTable extends TaggedConstruct<RookoutQueryTableProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutQueryTableProps) {
    super(scope, id, props, queryTable);
  }
}
