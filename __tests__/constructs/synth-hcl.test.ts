import { App, DataResource, TerraformStack } from 'cdktf';
import { readFileSync } from 'fs';
import { join } from 'path';
import { RookoutApp, RookoutDashboard, TerraformJson } from '../../lib';
import { terraformText } from '../../lib/constructs/tokens/terraform-text';
import { newStack, stackIn, variable } from '../support/stack';
import { applied, asHcl, describeWithTerraform, formatted } from '../support/terraform';
import { hostileJson, hostileText } from '../terraform/arbitraries';
import { sampled } from '../terraform/known-values';

/** Terraform drops a byte order mark that a text begins with, and composes letters. */
const isKept = (text: string) => text === text.normalize('NFC') && !text.startsWith('\ufeff');

function inputsAsHcl(inputs: (stack: TerraformStack) => string[]): unknown[] {
  const state = asHcl(() =>
    applied((stack) => {
      const texts = inputs(stack).map((text, index) => [`t${index}`, text]);
      new DataResource(stack, 'Texts', { input: Object.fromEntries(texts) });
    }),
  );
  const { output } = state['terraform_data.Texts'];
  return Object.keys(output).map((_, index) => output[`t${index}`]);
}

describeWithTerraform('cdktf synth --hcl', () => {
  it('hands on JSON of any content', () => {
    const values = sampled(hostileJson, 300);
    const texts = inputsAsHcl(() => values.map((value) => TerraformJson.encode(value)));
    expect(texts.map((text) => JSON.parse(String(text)))).toEqual(JSON.parse(JSON.stringify(values)));
  });

  it('hands on JSON with tokens', () => {
    const [text] = inputsAsHcl((stack) => {
      const service = variable(stack, 'service', 'string', 'cart').stringValue;
      return [TerraformJson.encode({ title: `"\${x}" \\ ${service}`, [service]: '\n' })];
    });
    expect(JSON.parse(String(text))).toEqual({ title: '"${x}" \\ cart', cart: '\n' });
  });

  it('hands on text of any content', () => {
    const texts = sampled(hostileText, 300).filter(isKept);
    expect(inputsAsHcl(() => texts.map(terraformText))).toEqual(texts);
  });

  it('writes apps and dashboards that Terraform can read', () => {
    const { outdir } = newStack().node.root as App;
    asHcl(() => {
      const app = new App({ outdir });
      const stack = stackIn(app, 'hcl');
      new RookoutDashboard(stack, 'Overview', {
        app: new RookoutApp(stack, 'App', { name: 'The "${shop}"', description: 'one\ntwo \\' }),
        description: 'a "quoted" \\ text\nnext ${x} %{y}',
        services: ['cart'],
      });
      new RookoutDashboard(stack, 'Plain', { overview: false, description: 'a "quoted" \\ text' });
      app.synth();
    });
    const hcl = formatted(readFileSync(join(outdir, 'stacks', 'hcl', 'cdk.tf'), 'utf8'));
    expect(hcl.match(/^ *(?:dashboard|app_json|name|description) += join\("", \["/gm)).toHaveLength(5);
  });
});
