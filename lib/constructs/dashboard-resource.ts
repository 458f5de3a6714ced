import { DashboardJson, DashboardJsonConfig } from '@cdktf/provider-datadog/lib/dashboard-json';
import { IResolvable, Token } from 'cdktf';
import { Construct } from 'constructs';

/** How a dashboard is declared whose text is made when CDKTF synthesizes. */
type LateConfig = Omit<DashboardJsonConfig, 'dashboard'> & { readonly produce: () => string };

/**
 * A `datadog_dashboard_json` whose text is made when CDKTF synthesizes. It stands for a token, as a `Lazy` does, but is
 * put in directly: CDKTF keeps the stack of calls that made a `Lazy`, and searches text behind a token twice for further
 * ones. Of many large dashboards both cost more than making them.
 */
export class DashboardResource extends DashboardJson {
  private readonly late: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: LateConfig,
  ) {
    const late = Token.asString(new LateText(config.produce));
    super(scope, id, { ...config, dashboard: late });
    this.late = late;
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    const attributes = super.synthesizeAttributes();
    return this.dashboardInput === this.late
      ? { ...attributes, dashboard: this.config.produce() }
      : attributes;
  }
}

class LateText implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(public readonly resolve: () => string) {}

  public toString(): string {
    return Token.asString(this);
  }
}
