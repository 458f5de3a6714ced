import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { RookoutApp, RookoutConventions, RookoutDashboard } from './lib';

const app = new App();
const stack = new TerraformStack(app, 'rookout');

// The keys come from the environment: DD_API_KEY and DD_APP_KEY.
new DatadogProvider(stack, 'Datadog');

// The services and all conventions stand in cdktf.json, under context.rookout.
const { services } = RookoutConventions.of(stack);

const overview = new RookoutDashboard(stack, 'Overview', {
  app: new RookoutApp(stack, 'App'),
  services,
});

new TerraformOutput(stack, 'OverviewUrl', {
  value: overview.url,
  description: 'Path of the overview dashboard on your Datadog site',
});

app.synth();
