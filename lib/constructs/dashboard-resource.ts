import { DashboardJson, DashboardJsonConfig } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Annotations, IResolvable, IResolveContext, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { within } from './within';
import { unsearched } from './tokens/unsearched';

/** The config of a dashboard whose text is made when CDKTF synthesizes. */
type LateConfig = Omit<DashboardJsonConfig, 'dashboard'> & { readonly produce: () => string };

/**
 * A `datadog_dashboard_json` whose text is made when CDKTF synthesizes, like that of a `Lazy`, but without a
 * token. A `Lazy` costs more than making the dashboard: CDKTF keeps its stack trace, and searches its text
 * for tokens twice.
 */
export class DashboardResource extends DashboardJson {
  private readonly late: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: LateConfig,
  ) {
    within(scope, () => checkLists(config.dashboardLists));
    const late = Token.asString(new LateText(scope, id));
    super(scope, id, { ...config, dashboard: late });
    this.late = late;
  }

  public override addOverride(path: string, value: any): void {
    super.addOverride(path, value);
    if (path.split('.')[0] !== 'dashboard') return;
    const construct = this.node.scope!;
    Annotations.of(construct).addWarning(
      `[${construct.node.path}] dashboard is set by addOverride, so Terraform gets none of the widgets, titles and links that ` +
        'are made here. Pass the JSON to RookoutDashboard.fromJson instead.',
    );
  }

  /**
   * The text with the widgets added so far.
   *
   * @internal
   */
  public produced(): string {
    return this.config.produce();
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    const attributes = super.synthesizeAttributes();
    return this.dashboardInput === this.late
      ? { ...attributes, dashboard: unsearched(this.produced()) }
      : attributes;
  }
}

/** @throws BadInput if Terraform or Datadog would refuse one */
function checkLists(lists: readonly number[] = []): void {
  if (Token.isUnresolved(lists)) return;
  const isId = (id: unknown) => Token.isUnresolved(id) || (Number.isSafeInteger(id) && Number(id) > 0);
  if (Array.isArray(lists) && lists.every(isId)) return;
  throw new BadInput('dashboardLists', lists, 'is not a list of ids', 'Pass the numbers of dashboard lists');
}

/**
 * The text of a dashboard, for those who use it elsewhere. CDKTF keeps every token for as long as the process runs, so this
 * one only knows where the dashboard is: else no app would end before the process.
 */
class LateText implements IResolvable {
  public readonly creationStack: string[] = [];
  private readonly path: readonly string[];

  public constructor(scope: Construct, id: string) {
    this.path = [...scope.node.scopes.slice(1).map(({ node }) => node.id), id];
  }

  public resolve({ scope }: IResolveContext): string {
    const found = this.path.reduce<IConstruct>((at, id) => at.node.findChild(id), scope.node.root);
    return (found as DashboardResource).produced();
  }

  public toString(): string {
    return Token.asString(this);
  }
}
