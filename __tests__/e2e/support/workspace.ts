import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { execFile, ExecFileException } from 'child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { RookoutApp, RookoutDashboard } from '../../../lib';
import { appOf } from '../../support/app-of';
import { DatadogApi } from '../../support/datadog-api';
import { TERRAFORM } from '../../../scripts/support/terraform-binary';
import { requiring, terraformEnv } from './providers';

/** Made up anew for each run, so that they are found wherever they should not be. */
const API_KEY = randomKey(32);
const APP_KEY = randomKey(40);
export const KEYS = [API_KEY, APP_KEY];

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own in which stacks are deployed, by the real Terraform and provider, to a Datadog of their own. */
export class Workspace {
  static async open(version: string, binary = TERRAFORM): Promise<Workspace> {
    return new Workspace(version, await DatadogApi.start({ apiKey: API_KEY, appKey: APP_KEY }), binary);
  }

  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'rookout-e2e-')));
  /** What the commands' environment has beside the keys, such as `TF_VAR_…`. */
  readonly env: Record<string, string> = {};

  private constructor(
    private version: string,
    readonly api: DatadogApi,
    private readonly terraformBinary: string,
  ) {}

  /** Synthesizes an app with one stack, which has a provider. */
  synth(fill: (stack: TerraformStack) => void): TerraformStack {
    return this.inFolder(() => {
      const app = new App({ outdir: this.outdir });
      const stack = new TerraformStack(app, 'stack');
      new DatadogProvider(stack, 'Datadog');
      fill(stack);
      this.finish(app);
      return stack;
    });
  }

  /** Synthesizes the app of a file as it stands, with the framework that the file imports. */
  synthFile(file: string, context: object = {}, framework?: string): App {
    return this.inFolder(() => {
      process.env.CDKTF_OUTDIR = this.outdir;
      process.env.CDKTF_CONTEXT_JSON = JSON.stringify(context);
      try {
        const app = appOf(file, framework);
        this.finish(app);
        return app;
      } finally {
        delete process.env.CDKTF_OUTDIR;
        delete process.env.CDKTF_CONTEXT_JSON;
      }
    });
  }

  /** Takes another version of the provider for the stacks that are synthesized from now on. */
  useProvider(version: string): void {
    this.version = version;
    rmSync(this.outdir, { recursive: true });
  }

  async apply(stack = 'stack'): Promise<Run> {
    return succeeded(await this.tryApply(stack));
  }

  async tryApply(stack = 'stack'): Promise<Run> {
    await this.init(stack);
    return this.terraform(stack, ['apply', '-auto-approve']);
  }

  /** What the next apply would do: the actions by address, also of outputs. Nothing where all has settled. */
  async changes(stack = 'stack'): Promise<Record<string, string>> {
    await this.init(stack);
    succeeded(await this.terraform(stack, ['plan', '-out=tfplan']));
    const { stdout } = succeeded(await this.terraform(stack, ['show', '-json', 'tfplan']));
    const { resource_changes: resources = [], output_changes: outputs = {} } = JSON.parse(stdout);
    const actions = [
      ...resources.map(({ address, change }: any) => [address, change.actions.join(' ')]),
      ...Object.entries<any>(outputs).map(([name, change]) => [`output.${name}`, change.actions.join(' ')]),
    ];
    return Object.fromEntries(actions.filter(([, action]) => action !== 'no-op' && action !== 'read'));
  }

  async destroy(stack = 'stack'): Promise<Run> {
    return succeeded(await this.terraform(stack, ['destroy', '-auto-approve']));
  }

  /** The outputs as Terraform prints them. */
  async outputs(stack = 'stack'): Promise<Record<string, any>> {
    const { stdout } = succeeded(await this.terraform(stack, ['output', '-json']));
    const outputs = JSON.parse(stdout);
    return Object.fromEntries(Object.entries<any>(outputs).map(([name, { value }]) => [name, value]));
  }

  /** The JSON with its tokens as Terraform evaluates them. */
  async evaluated(stack: TerraformStack, json: unknown): Promise<any> {
    const text = JSON.stringify(json);
    const tokens = [...new Set(text.match(/\$\{TfToken\[[^\]]+\]\}/g))];
    if (tokens.length === 0) return json;
    const resolver = new DefaultTokenResolver(new StringConcat());
    const expressions = tokens.map((token) => {
      const template: string = Tokenization.resolve(token, { scope: stack, resolver, preparing: false });
      return /^\$\{(.*)\}$/s.exec(template)![1];
    });
    // The console shows control characters in a way of its own.
    const question = `base64encode(jsonencode([${expressions.join(', ')}]))\n`;
    // The console looks for the state beside the configuration, wherever the backend keeps it.
    const state = `-state=${join(this.folder, `terraform.${stack.node.id}.tfstate`)}`;
    const { stdout } = succeeded(await this.terraform(stack.node.id, ['console', state], question));
    const values: string[] = JSON.parse(Buffer.from(JSON.parse(stdout), 'base64').toString());
    return JSON.parse(text, (_, value) =>
      typeof value === 'string'
        ? tokens.reduce((string, token, index) => string.split(token).join(values[index]), value)
        : value,
    );
  }

  /** Runs Terraform in the stack's folder, as a user would. */
  command(...args: string[]): Promise<Run> {
    return this.run(this.terraformBinary, args, this.dirOf('stack'));
  }

  /** Runs any command with the keys and the address of the Datadog of this workspace. */
  run(command: string, args: readonly string[], cwd = this.folder, input = ''): Promise<Run> {
    const env = {
      ...terraformEnv(),
      DD_API_KEY: API_KEY,
      DD_APP_KEY: APP_KEY,
      DD_HOST: this.api.url,
      ...this.env,
    };
    const options = { cwd, env, maxBuffer: 2 ** 29 };
    return new Promise((resolve) => {
      const child = execFile(command, args, options, (error: ExecFileException | null, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) || 1 : 0, stdout, stderr }),
      );
      child.stdin!.end(input);
    });
  }

  async close(): Promise<void> {
    await this.api.stop();
    rmSync(this.folder, { recursive: true });
  }

  private get outdir(): string {
    return join(this.folder, 'cdktf.out');
  }

  /** CDKTF keeps local state where the process stands. */
  private inFolder<T>(step: () => T): T {
    const before = process.cwd();
    process.chdir(this.folder);
    try {
      return step();
    } finally {
      process.chdir(before);
    }
  }

  private finish(app: App): void {
    app.synth();
    for (const { node } of app.node.children.filter(TerraformStack.isStack)) {
      writeFileSync(
        join(this.dirOf(node.id), 'version_override.tf.json'),
        JSON.stringify(requiring(this.version)),
      );
    }
  }

  private dirOf(stack: string): string {
    return join(this.outdir, 'stacks', stack);
  }

  private async init(stack: string): Promise<void> {
    if (existsSync(join(this.dirOf(stack), '.terraform'))) return;
    succeeded(await this.terraform(stack, ['init']));
  }

  private terraform(stack: string, args: string[], input?: string): Promise<Run> {
    const [command, ...options] = args;
    const quiet = command === 'console' || command === 'show' || command === 'output' ? [] : ['-input=false'];
    const color = command === 'console' ? [] : ['-no-color'];
    return this.run(
      this.terraformBinary,
      [command, ...color, ...quiet, ...options],
      this.dirOf(stack),
      input,
    );
  }
}

export function succeeded(run: Run): Run {
  if (run.code !== 0) throw new Error(`exit code ${run.code}\n${run.stdout}\n${run.stderr}`);
  return run;
}

/** The address of a construct's resource, as Terraform's commands take it. */
export function addressOf({ resource }: RookoutDashboard | RookoutApp): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** What Terraform says went wrong, in one line. */
export function said({ stderr }: Run): string {
  return stderr.replace(/\s+/g, ' ');
}

function randomKey(length: number): string {
  const digit = () => Math.floor(Math.random() * 16).toString(16);
  return Array.from({ length }, digit).join('');
}
