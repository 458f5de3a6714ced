import { Construct } from 'constructs';
import { BadInput } from '../../bad-input';
import { TITLE } from '../../datadog/widgets/definition';
import { checkWord } from '../../datadog/widgets/check-word';
import { JsonObject } from '../../json/value';
import { knownList } from '../../terraform/known-list';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The views of an SLO. */
export class SloViewMode {
  public static readonly OVERALL: string = 'overall';
  public static readonly COMPONENT: string = 'component';
  public static readonly BOTH: string = 'both';

  private constructor() {}
}

/** The time windows of an SLO. */
export class SloTimeWindow {
  public static readonly DAYS_7: string = '7d';
  public static readonly DAYS_30: string = '30d';
  public static readonly DAYS_90: string = '90d';
  public static readonly WEEK_TO_DATE: string = 'week_to_date';
  public static readonly PREVIOUS_WEEK: string = 'previous_week';
  public static readonly MONTH_TO_DATE: string = 'month_to_date';
  public static readonly PREVIOUS_MONTH: string = 'previous_month';
  public static readonly GLOBAL_TIME: string = 'global_time';

  private constructor() {}
}

/** The settings of a `RookoutSlo`. */
export interface RookoutSloProps extends TagOptions, OwnTagOptions {
  /** The id of the SLO, or a token. */
  readonly sloId: string;
  /**
   * The view, by a word of `SloViewMode`: the `overall` status, the status of each `component`, or `both`.
   * @default overall
   */
  readonly viewMode?: string;
  /**
   * The time windows, by words of `SloTimeWindow`: any of `7d`, `30d`, `90d`, `week_to_date`,
   * `previous_week`, `month_to_date`, `previous_month` and `global_time`.
   * @default - 7d, 30d and 90d
   */
  readonly timeWindows?: string[];
  /**
   * Whether the remaining error budget is shown.
   * @default true
   */
  readonly showErrorBudget?: boolean;
}

const WORDS = { viewMode: Object.values(SloViewMode), timeWindows: Object.values(SloTimeWindow) };

/** Source: https://docs.datadoghq.com/dashboards/widgets/slo/ */
export function slo(props: RookoutSloProps): JsonObject {
  const { sloId, viewMode = 'overall', timeWindows = ['7d', '30d', '90d'] } = props;
  if (typeof sloId !== 'string' || sloId.trim() === '') {
    throw new BadInput('sloId', sloId, 'is empty, blank or not text', 'Pass the id of an SLO');
  }
  checkWord('viewMode', viewMode, WORDS.viewMode);
  const spans = knownList('timeWindows', timeWindows);
  if (spans.length === 0) {
    throw new BadInput('timeWindows', timeWindows, 'is an empty list', 'Name at least one time window');
  }
  for (const span of spans) checkWord('timeWindows', span, WORDS.timeWindows);
  return {
    ...TITLE,
    type: 'slo',
    view_type: 'detail',
    slo_id: sloId,
    show_error_budget: props.showErrorBudget ?? true,
    view_mode: viewMode,
    time_windows: timeWindows,
  };
}

/**
 * An SLO widget with Rookout label filters in its title. Datadog has no context links on SLO widgets.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutSlo extends TaggedConstruct<RookoutSloProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutSloProps) {
    super(scope, id, props, slo);
  }
}
