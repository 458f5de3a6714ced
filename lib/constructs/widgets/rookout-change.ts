import { Construct } from 'constructs';
import { definitionOf } from '../../datadog/widgets/definition';
import { checkWord } from '../../datadog/widgets/check-word';
import { SCALAR_WORDS, ScalarOptions, scalarRequest } from '../../datadog/widgets/scalars';
import { JsonObject } from '../../json/value';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The times that a change is compared with. */
export class ChangeCompareTo {
  public static readonly HOUR_BEFORE: string = 'hour_before';
  public static readonly DAY_BEFORE: string = 'day_before';
  public static readonly WEEK_BEFORE: string = 'week_before';
  public static readonly MONTH_BEFORE: string = 'month_before';

  private constructor() {}
}

/** How a change is shown. */
export class ChangeType {
  /** As a difference. */
  public static readonly ABSOLUTE: string = 'absolute';
  /** In per cent. */
  public static readonly RELATIVE: string = 'relative';

  private constructor() {}
}

/** What the rows of a change widget are ordered by. */
export class ChangeOrderBy {
  public static readonly CHANGE: string = 'change';
  public static readonly NAME: string = 'name';
  public static readonly PRESENT: string = 'present';
  public static readonly PAST: string = 'past';

  private constructor() {}
}

/** The settings of a `RookoutChange`. */
export interface RookoutChangeProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * The time that the value is compared with, by a word of `ChangeCompareTo`: `hour_before`, `day_before`,
   * `week_before` or `month_before`.
   * @default hour_before
   */
  readonly compareTo?: string;
  /**
   * How the change is shown, by a word of `ChangeType`: `absolute`, as a difference, or `relative`, in per
   * cent.
   * @default absolute
   */
  readonly changeType?: string;
  /**
   * Whether an increase is good, and shown in green.
   * @default false
   */
  readonly increaseGood?: boolean;
  /**
   * What the rows are ordered by, by a word of `ChangeOrderBy`: `change`, `name`, `present` or `past`.
   * @default change
   */
  readonly orderBy?: string;
  /**
   * A word of `WidgetOrder`. The order of the rows: `desc` has the highest first, `asc` the lowest.
   * @default desc
   */
  readonly orderDir?: string;
  /**
   * Whether the present value is also shown.
   * @default true
   */
  readonly showPresent?: boolean;
}

const WORDS = {
  compareTo: Object.values(ChangeCompareTo),
  changeType: Object.values(ChangeType),
  orderBy: Object.values(ChangeOrderBy),
};

/** Source: https://docs.datadoghq.com/dashboards/widgets/change/ */
export function change(props: RookoutChangeProps): JsonObject {
  const { compareTo = 'hour_before', changeType = 'absolute', orderBy = 'change', orderDir = 'desc' } = props;
  checkWord('compareTo', compareTo, WORDS.compareTo);
  checkWord('changeType', changeType, WORDS.changeType);
  checkWord('orderBy', orderBy, WORDS.orderBy);
  checkWord('orderDir', orderDir, SCALAR_WORDS.order);
  return definitionOf(
    'change',
    props,
    ['compareTo', 'changeType', 'increaseGood', 'orderBy', 'orderDir', 'showPresent'],
    () => ({
      requests: [
        {
          ...scalarRequest(props),
          compare_to: compareTo,
          change_type: changeType,
          increase_good: props.increaseGood ?? false,
          order_by: orderBy,
          order_dir: orderDir,
          show_present: props.showPresent ?? true,
        },
      ],
    }),
  );
}

/**
 * A change widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutChange extends TaggedConstruct<RookoutChangeProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutChangeProps) {
    super(scope, id, props, change);
  }
}
