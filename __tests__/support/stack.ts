import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const outdirs: string[] = [];

/** A stack with a Datadog provider, in an app of its own whose context is given. */
export function newStack(context: Record<string, unknown> = {}): TerraformStack {
  const outdir = mkdtempSync(join(tmpdir(), 'rookout-'));
  outdirs.push(outdir);
  return stackIn(new App({ outdir, context }), 'stack');
}

/** A further stack of an app, with a provider of its own. */
export function stackIn(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new DatadogProvider(stack, 'Datadog');
  return stack;
}

export function variable(
  stack: TerraformStack,
  id: string,
  type: string,
  value?: unknown,
): TerraformVariable {
  return new TerraformVariable(stack, id, { type, default: value });
}

export interface Synthesized {
  readonly resource?: Record<string, Record<string, any>>;
  readonly output?: Record<string, any>;
  readonly data?: Record<string, any>;
}

/** The stack's Terraform JSON, after its validations have run. */
export function synthesized(stack: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(stack, true));
}

/** Every stack of the app as `cdktf synth` writes it, by the stack's id. */
export function synthesizedApp(app: App): Record<string, Synthesized> {
  app.synth();
  const { stacks } = JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8'));
  return Object.fromEntries(
    Object.keys(stacks).map((name) => [
      name,
      JSON.parse(readFileSync(join(app.outdir, stacks[name].synthesizedStackPath), 'utf8')),
    ]),
  );
}

/** The only resource of its type. */
export function onlyResource(json: Synthesized, type: string): any {
  const resources = Object.values(json.resource?.[type] ?? {});
  expect(resources).toHaveLength(1);
  return resources[0];
}

/** JSON as it comes out of a Terraform string that holds no expression. */
export function fromTerraform(text: string): any {
  expect(text).not.toMatch(/(^|[^$])\$\{/);
  return JSON.parse(text.replace(/\$\$\{/g, () => '${').replace(/%%\{/g, () => '%{'));
}

afterAll(() => outdirs.splice(0).forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));
