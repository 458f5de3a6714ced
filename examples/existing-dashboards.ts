import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, Aspects, TerraformStack } from 'cdktf';
import { join } from 'path';
import { RookoutDashboard, RookoutTagging } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'existing');
new DatadogProvider(stack, 'Datadog');

// A dashboard as Datadog exports it. Its graphs are tagged, and a section is added below. The rest stays.
const checkout = RookoutDashboard.fromFile(stack, 'Checkout', {
  path: join(__dirname, 'dashboards', 'checkout.json'),
  overrides: { teams: ['checkout'] },
});
checkout.addService('checkoutservice');

// All other dashboards of the stack are tagged as well, whoever makes them.
Aspects.of(stack).add(new RookoutTagging({ excludeTitles: ['*(draft)'] }));
app.synth();
