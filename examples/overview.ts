import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard } from 'cdktf-datadog-rookout';

// The whole overview, with a section for each service.
const app = new App();
const stack = new TerraformStack(app, 'overview');
new DatadogProvider(stack, 'Datadog');
new RookoutDashboard(stack, 'Overview', { services: ['cartservice', 'frontend'] });
app.synth();
