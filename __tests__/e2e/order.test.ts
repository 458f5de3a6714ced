import { TerraformStack } from 'cdktf';
import { RookoutDashboard } from '../../lib';
import { CHECKOUT } from '../support/checkout';
import { onlyResource } from '../support/stack';
import { describeWithProvider } from './support/describe-with-provider';
import { Workspace } from './support/workspace';

/** The same JSON value with the properties of its objects the other way round. */
function backwards(value: any): any {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  const properties = Object.entries(value).reverse();
  return Object.fromEntries(properties.map(([name, part]) => [name, backwards(part)]));
}

function textIn(stack: TerraformStack): string {
  return onlyResource(stack.toTerraform(), 'datadog_dashboard_json').dashboard;
}

describeWithProvider('the order of properties', (version) => {
  let workspace: Workspace;
  beforeAll(async () => (workspace = await Workspace.open(version)));
  afterAll(() => workspace.close());

  it('is no change: a dashboard that was deployed in another one has an empty plan', async () => {
    const json = JSON.parse(CHECKOUT);
    let text = '';
    workspace.synth((stack) => {
      const dashboard = RookoutDashboard.fromJson(stack, 'Checkout', { json, tag: false });
      text = JSON.stringify(backwards(dashboard.toJson()));
      dashboard.resource.dashboard = text;
    });
    await workspace.apply();
    const stack = workspace.synth((scope) => {
      RookoutDashboard.fromJson(scope, 'Checkout', { json, tag: false });
    });
    expect(textIn(stack)).not.toBe(text);
    expect(await workspace.changes()).toEqual({});
  });
});
