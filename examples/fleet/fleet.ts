import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import {
  App,
  CloudBackend,
  NamedCloudWorkspace,
  PgBackend,
  S3Backend,
  TerraformOutput,
  TerraformStack,
} from 'cdktf';
import { RookoutApp, RookoutConventions, RookoutDashboard, RookoutTitles } from 'cdktf-datadog-rookout';
import { Team } from './team';

/** A stack for what all teams share, and one for each team, which is planned and deployed on its own. */
export function fleet(app: App, teams: readonly Team[]): void {
  const shared = new SharedStack(app, 'shared');
  for (const team of teams) new TeamStack(app, team, shared);
}

/** A stack with a provider for the Datadog site that the context names, and a state of its own. */
class FleetStack extends TerraformStack {
  public constructor(scope: App, id: string) {
    super(scope, id);
    keepState(this);
    // The keys come from the environment: DD_API_KEY and DD_APP_KEY.
    new DatadogProvider(this, 'Datadog', { apiUrl: RookoutConventions.of(this).apiUrl });
  }
}

/** The app, which all dashboards embed, and the conventions of all titles. */
class SharedStack extends FleetStack {
  public readonly app = new RookoutApp(this, 'Rookout');
  public readonly titles = new RookoutTitles(this, 'Titles', { labels: ['env:production'] });

  public constructor(scope: App, id: string) {
    super(scope, id);
    new TerraformOutput(this, 'AppId', { value: this.app.builderAppId });
  }
}

/** The dashboards of one team. The app's id comes from the state of the shared stack, which is deployed first. */
class TeamStack extends FleetStack {
  public constructor(scope: App, team: Team, { app, titles }: SharedStack) {
    super(scope, team.name);
    const dashboards = team.dashboards.map(({ id, title, services }) => {
      const { address, dashboardId } = new RookoutDashboard(this, id, {
        title,
        app,
        titles,
        services,
        teams: [team.name],
      });
      return [id, { address, id: dashboardId }];
    });
    new TerraformOutput(this, 'Dashboards', { value: Object.fromEntries(dashboards) });
  }
}

/** State goes to S3, to PostgreSQL, to HCP Terraform or, where the environment names none, to a local file. */
function keepState(stack: TerraformStack): void {
  const {
    FLEET_STATE_BUCKET: bucket,
    FLEET_STATE_DATABASE: database,
    TF_CLOUD_ORGANIZATION: organization,
  } = process.env;
  if (bucket) {
    const backend = new S3Backend(stack, { bucket, key: `rookout/${stack.node.id}.tfstate`, encrypt: true });
    backend.addOverride('use_lockfile', true); // Terraform 1.10 and later lock without a database.
  } else if (database) {
    // The address has no password, since it is written to cdk.tf.json: PGPASSWORD has it.
    new PgBackend(stack, { connStr: database, schemaName: `rookout-${stack.node.id}` });
  } else if (organization) {
    const workspaces = new NamedCloudWorkspace(`rookout-${stack.node.id}`);
    new CloudBackend(stack, { organization, workspaces });
  }
}
