import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { RookoutApp, RookoutDashboard } from '../../lib';
import { Workplace } from '../cli/support/command';
import { describeInBrowser } from './support/browser';

describeInBrowser('the embedded app of a dashboard', (_open, openUrl) => {
  it('follows the template variable of the instances', async () => {
    const workplace = new Workplace();
    const app = new App({ outdir: join(workplace.path, 'cdktf.out') });
    const stack = new TerraformStack(app, 'shop');
    new DatadogProvider(stack, 'Datadog');
    new RookoutDashboard(stack, 'Overview', {
      app: new RookoutApp(stack, 'App'),
      services: ['cart', 'pay'],
    });
    app.synth();
    workplace.run('preview', 'cdktf.out', '--out', '.');
    const { page, problems } = await openUrl(pathToFileURL(`${workplace.path}/rookout.html`).href);
    await page.getByLabel('$rookout_instances').selectOption('k8s_deployment:pay');
    expect(await page.locator('.app select').inputValue()).toBe('k8s_deployment:pay');
    expect(await page.locator('.app .button').getAttribute('href')).toContain('k8s_deployment%3Apay');
    expect(problems).toEqual([]);
  });
});
