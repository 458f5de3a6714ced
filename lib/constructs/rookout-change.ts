import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import { checkWord } from '../datadog/widgets/options';
import { SCALAR_WORDS, ScalarOptions, scalarRequest } from '../datadog/widgets/scalars';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** How a value of a service's has changed, tagged for Rookout. */
export interface RookoutChangeProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * What it is compared with: `hour_before`, `day_before`, `week_before` or `month_before`.
   * @default hour_before
   */
  readonly compareTo?: string;
  /**
   * Whether the change is shown as it is, `absolute`, or in per cent, `relative`.
   * @default absolute
   */
  readonly changeType?: string;
  /**
   * Whether a higher value is a better one, and shown in green.
   * @default false
   */
  readonly increaseGood?: boolean;
  /**
   * What the rows are ordered by: `change`, `name`, `present` or `past`.
   * @default change
   */
  readonly orderBy?: string;
  /**
   * Whether the highest stand first, `desc`, or the lowest, `asc`.
   * @default desc
   */
  readonly orderDir?: string;
  /**
   * Whether the present value is shown as well.
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
 * A change widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutChange extends TaggedConstruct<RookoutChangeProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutChangeProps) {
    super(scope, id, props, change);
  }
}
