import { Construct } from 'constructs';
import { BadInput } from '../bad-input';
import { TITLE } from '../datadog/widgets/definition';
import { checkWord } from '../datadog/widgets/options';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** A service level objective of a service's, tagged for Rookout. */
export interface RookoutSloProps extends TagOptions, OwnTagOptions {
  /** The id of the SLO, or a token for it. */
  readonly sloId: string;
  /**
   * What is shown: the `overall` state, the state of each `component`, or `both`.
   * @default overall
   */
  readonly viewMode?: string;
  /**
   * The spans that it is shown for: of `7d`, `30d`, `90d`, `week_to_date`, `previous_week`, `month_to_date`,
   * `previous_month` and `global_time`.
   * @default - 7d, 30d and 90d
   */
  readonly timeWindows?: string[];
  /**
   * Whether the error budget that is left is shown.
   * @default true
   */
  readonly showErrorBudget?: boolean;
}

const WORDS = {
  viewMode: ['overall', 'component', 'both'],
  timeWindows: [
    ...[
      '7d',
      '30d',
      '90d',
      'week_to_date',
      'previous_week',
      'month_to_date',
      'previous_month',
      'global_time',
    ],
  ],
};

/** Source: https://docs.datadoghq.com/dashboards/widgets/slo/ */
export function slo(props: RookoutSloProps): JsonObject {
  const { sloId, viewMode = 'overall', timeWindows = ['7d', '30d', '90d'] } = props;
  if (typeof sloId !== 'string' || sloId.trim() === '') {
    throw new BadInput('sloId', sloId, 'is empty, blank or no text', 'Pass the id of an SLO');
  }
  checkWord('viewMode', viewMode, WORDS.viewMode);
  if (timeWindows.length === 0) {
    throw new BadInput('timeWindows', timeWindows, 'is an empty list', 'Name at least one span');
  }
  for (const span of timeWindows) checkWord('timeWindows', span, WORDS.timeWindows);
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
 * An SLO widget whose title carries Rookout label filters. Datadog has no context links on it: `link` is for elsewhere.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutSlo extends TaggedConstruct<RookoutSloProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutSloProps) {
    super(scope, id, props, slo);
  }
}
