import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { RookoutApp, RookoutDashboard } from 'cdktf-datadog-rookout';

const app = new App();

// One stack owns the app, and registers the application key for App Builder, once for the organisation.
const shared = new TerraformStack(app, 'shared');
new DatadogProvider(shared, 'Datadog');
const appKeyId = new TerraformVariable(shared, 'app_key_id', {
  type: 'string',
  description: 'Id (not the key) of the application key that the provider uses',
});
const rookout = new RookoutApp(shared, 'Rookout', { appKeyId: appKeyId.stringValue });

// Dashboards of any stack embed it. They read its id from the shared stack's state.
const shop = new TerraformStack(app, 'shop');
new DatadogProvider(shop, 'Datadog');
new RookoutDashboard(shop, 'Overview', { app: rookout, services: ['cartservice', 'frontend'] });
app.synth();
