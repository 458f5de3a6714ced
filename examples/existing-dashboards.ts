import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, Aspects, TerraformStack } from 'cdktf';
import { join } from 'path';
import { RookoutDashboard, RookoutTagging } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'existing');
new DatadogProvider(stack, 'Datadog');

// A dashboard as Datadog exports it: its graphs are tagged, the rest stays, and more flows in below.
const checkout = RookoutDashboard.fromFile(stack, 'Checkout', {
  path: join(__dirname, 'dashboards', 'checkout.json'),
  overrides: { teams: ['checkout'] },
});
checkout.addService('checkoutservice');

// Every other dashboard of the stack, whoever makes it, is tagged as well.
Aspects.of(stack).add(new RookoutTagging({ excludeTitles: ['*(draft)'] }));
app.synth();
