import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { RookoutApp, RookoutConventions, RookoutDashboard } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'rookout');

// The services, the Datadog site and all conventions are in cdktf.json, under context.rookout.
const { services, apiUrl } = RookoutConventions.of(stack);

// The keys come from the environment: DD_API_KEY and DD_APP_KEY.
new DatadogProvider(stack, 'Datadog', { apiUrl });

const overview = new RookoutDashboard(stack, 'Overview', {
  app: new RookoutApp(stack, 'App'),
  services,
});

new TerraformOutput(stack, 'OverviewUrl', {
  value: overview.address,
  description: 'Address of the overview dashboard',
});
new TerraformOutput(stack, 'OverviewId', { value: overview.dashboardId });

app.synth();
