import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { App, TerraformStack, Testing } from 'cdktf';
import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { RookoutDashboard, RookoutLabel, RookoutTitles } from '../../lib';
import { problemOfNode } from '../../lib/cli/version';
import { labelSearch } from '../../lib/datadog/labels/label-search';
import { linkTemplate } from '../../lib/datadog/live-debugger';
import { DATADOG_TAGS, tagsOfKey } from '../../lib/datadog/tags';
import { NO_TOKENS } from '../../lib/rookout/label-tokens';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { CHECKOUT } from '../support/checkout';
import { Workplace } from '../cli/support/command';
import { newStack } from '../support/stack';
import { page, PAGES, ROOT } from './support/documents';

describe('what the documentation says', () => {
  it('of a title is what comes out', () => {
    const titles = new RookoutTitles(newStack(), 'Titles', { labels: ['env:staging'] });
    const title = titles.forService('cartservice', { subject: 'Memory' });
    expect(page('docs/dashboards.md')).toContain(`// '${title}'`);
  });

  it('of labels for instances is what comes out', () => {
    const titles = new RookoutTitles(newStack(), 'Titles', { labels: ['env:production'] });
    const text = page('docs/labels.md');
    expect(text).toContain(`// '${titles.forService('cartservice', { subject: 'Memory' })}'`);
    expect(text).toContain(`// '${titles.agentLabels('cartservice')}'`);
    const staging = new RookoutTitles(newStack(), 'Titles', { labels: ['env:staging'] });
    expect(page('docs/dashboards.md')).toContain(`\`${staging.agentLabels('cartservice')}\``);
  });

  it('of an error is what comes out', () => {
    const services = ['cartservice', 'cartservice'];
    const message = errorOf(() => new RookoutDashboard(newStack(), 'Overview', { services }));
    const text = page('docs/dashboards.md').replace(/\s+/g, ' ');
    expect(text).toContain(message.replace('[stack/', '[shop/'));
  });

  it('of the command is what it prints', () => {
    const text = page('docs/command.md');
    const [, configuration] = /^```json\n(.*?)^```$/ms.exec(text)!;
    const consoles = [...text.matchAll(/^\$ npx rookout-datadog (.*)\n([^]*?)^```$/gm)];
    expect(consoles.map(([, command]) => command.split(' ')[0])).toEqual(['tag', 'check']);
    for (const [, command, output] of consoles) {
      const place = new Workplace({ 'checkout.json': CHECKOUT, 'rookout-datadog.json': configuration });
      const { code, stdout, stderr } = place.run(...command.split(' '));
      expect({ code, printed: stdout + stderr }).toEqual({ code: 0, printed: output });
    }
  });

  it('of a synth that imports is true: without Terraform it fails', () => {
    const program = `
      const { App, TerraformResource, TerraformStack, Testing } = require('cdktf');
      const stack = new TerraformStack(new App(), 'stack');
      new TerraformResource(stack, 'board', { terraformResourceType: 'board' }).importFrom('abc-def-ghi');
      Testing.synth(stack, true);`;
    const { stderr } = spawnSync(process.execPath, ['-e', program], {
      cwd: ROOT,
      env: { PATH: '', TERRAFORM_BINARY_NAME: TERRAFORM },
      encoding: 'utf8',
    });
    expect(stderr).toContain(`Could not determine version of ${TERRAFORM}, ${TERRAFORM} version failed`);
    const pages = PAGES.filter(({ text }) => text.includes('importFrom('));
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).toContain('runs `terraform version`');
  });

  it('of links is what they are', () => {
    const text = page('docs/dashboards.md');
    for (const liveDebugger of ['rookout', 'datadog', 'dynatrace:TENANT.example']) {
      expect(text).toContain(`\`${linkTemplate({ liveDebugger }).replace('TENANT.example', 'TENANT')}\``);
    }
    const address = linkTemplate({}).replace('{labels}', 'k8s_deployment%3Acart');
    for (const name of ['README.md', 'docs/first-steps.md']) expect(page(name)).toContain(address);
    const labels = ['k8s_deployment:cart', 'env:prod', 'env:qa'].map((label) => RookoutLabel.parse(label));
    const tagOf = (key: string) => tagsOfKey(DATADOG_TAGS, key)[0];
    const search = decodeURIComponent(labelSearch(labels, tagOf, NO_TOKENS));
    expect(text).toContain(`\`${search}\``);
  });

  it('of a missing provider and of an old Node is what people see', () => {
    const text = page('docs/when-things-go-wrong.md');
    const stack = new TerraformStack(new App(), 'stack');
    new DashboardJson(stack, 'Board', { dashboard: '{}' });
    const message = errorOf(() => Testing.synth(stack, true));
    const [, missing, providers] =
      /(Found resources .* construct)\..*(for the following providers: datadog)/.exec(message)!;
    for (const seen of [missing, providers]) expect(text).toContain(`\`${seen}\``);
    expect(text).toContain(`\`${/needs Node .* 20/.exec(problemOfNode('20')!)![0]}\``);
  });

  it('of npm scripts is true', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = PAGES.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/g)]);
    expect(named.length).toBeGreaterThan(5);
    for (const [, name] of named) expect(scripts).toHaveProperty([name]);
  });

  it('of tests is true', () => {
    const text = page('docs/when-things-go-wrong.md').replace(/\s+/g, ' ');
    const claims = [...text.matchAll(/Tests?: (.*?)\./g)].flatMap(([, claim]) => claim.split(/; (?=`)/));
    expect(claims.length).toBeGreaterThan(10);
    for (const claim of claims) {
      const [, file] = /^`([\w-]+)`/.exec(claim)!;
      const tests = readFileSync(join(ROOT, '__tests__', 'e2e', `${file}.test.ts`), 'utf8');
      for (const [, title] of claim.matchAll(/"([^"]*)"/g)) expect(tests).toContain(title);
    }
  });
});

function errorOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('No error was thrown');
}
