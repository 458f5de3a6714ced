import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard } from 'cdktf-datadog-rookout';

const SERVICES = ['cartservice', 'checkoutservice', 'frontend'];

/** The same dashboard for each environment. A label of the stack tells them apart. */
class EnvironmentStack extends TerraformStack {
  public constructor(scope: App, environment: string) {
    super(scope, environment);
    this.node.setContext('rookout', { labels: [`env:${environment}`] });
    new DatadogProvider(this, 'Datadog');
    new RookoutDashboard(this, 'Overview', { title: `Rookout (${environment})`, services: SERVICES });
  }
}

const app = new App();
for (const environment of ['staging', 'production']) new EnvironmentStack(app, environment);
app.synth();
