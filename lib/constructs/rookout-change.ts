import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import { checkWord } from '../datadog/widgets/options';
import { SCALAR_WORDS, ScalarOptions, scalarRequest } from '../datadog/widgets/scalars';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** The settings of a `RookoutChange`. */
export interface RookoutChangeProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * The time that the value is compared with: `hour_before`, `day_before`, `week_before` or `month_before`.
   * @default hour_before
   */
  readonly compareTo?: string;
  /**
   * How the change is shown: `absolute`, as a difference, or `relative`, in per cent.
   * @default absolute
   */
  readonly changeType?: string;
  /**
   * Whether an increase is good, and shown in green.
   * @default false
   */
  readonly increaseGood?: boolean;
  /**
   * What the rows are ordered by: `change`, `name`, `present` or `past`.
   * @default change
   */
  readonly orderBy?: string;
  /**
   * The order of the rows: `desc` has the highest first, `asc` the lowest.
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
  compareTo: ['hour_before', 'day_before', 'week_before', 'month_before'],
  changeType: ['absolute', 'relative'],
  orderBy: ['change', 'name', 'present', 'past'],
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
