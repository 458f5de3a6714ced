import { DatadogProvider } from '@cdktn/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktn';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { cdktnLibrary } from './support';

/** The library, whose types are those of cdktf. */
const { RookoutDashboard, RookoutTitles } = cdktnLibrary as any;

describe('an app of cdktn that refuses constructs outside of stacks', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'rookout-'));
  const newApp = () => new App({ outdir, context: { failOnConstructsOutsideOfStacks: 'true' } });

  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  it('takes conventions as context of the app, and titles in each stack', () => {
    const app = newApp();
    app.node.setContext('rookout', { labelKey: 'service', labels: ['env:staging'] });
    const titles = ['shop', 'payment'].map((team) => {
      const stack = new TerraformStack(app, team);
      new DatadogProvider(stack, 'Datadog');
      const ours = new RookoutTitles(stack, 'Titles');
      new RookoutDashboard(stack, 'Overview', { titles: ours });
      return ours.forService('cart', { subject: 'Memory' });
    });
    app.synth();
    expect(titles).toEqual(Array(2).fill('cart Memory [service:cart] [env:staging]'));
  });

  it('refuses titles in the app', () => {
    const app = newApp();
    new RookoutTitles(app, 'Titles');
    expect(() => app.synth()).toThrow('Found constructs outside of a TerraformStack');
  });
});
