import { App, LocalBackend, TerraformStack } from 'cdktf';
import { execFileSync } from 'child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { TERRAFORM } from '../../scripts/support/terraform-binary';

const PROGRAM = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder !== '')
  .map((folder) => join(folder, process.platform === 'win32' ? `${TERRAFORM}.exe` : TERRAFORM))
  .find(isExecutable);

/** Whether there is a Terraform on the PATH. */
export const hasTerraform = PROGRAM !== undefined;

/** Describes what needs Terraform; it is skipped, and says so, where there is none on the PATH. */
export function describeWithTerraform(name: string, body: () => void): void {
  if (hasTerraform) describe(name, body);
  else describe.skip(`${name} (skipped: no ${TERRAFORM} on the PATH)`, body);
}

/** The attributes of every resource of the applied stack, by the resource's address. */
export type Applied = Record<string, Record<string, any>>;

/**
 * Applies a stack with the real Terraform, in a folder of its own and with nothing of the user's settings.
 *
 * @param fill puts resources into the stack; they must do without providers from a registry
 */
export function applied(fill: (stack: TerraformStack) => void): Applied {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-terraform-'));
  try {
    withoutStackTraces(() => {
      const app = new App({ outdir: join(folder, 'out'), skipValidation: true });
      const stack = new TerraformStack(app, 'stack');
      new LocalBackend(stack, { path: join(folder, 'terraform.tfstate') });
      fill(stack);
      app.synth();
    });
    const terraform = terraformIn(folder);
    terraform('init', '-no-color', '-input=false');
    terraform('apply', '-no-color', '-input=false', '-auto-approve');
    const state = JSON.parse(terraform('show', '-json'));
    const resources: { address: string; values: Record<string, any> }[] = state.values.root_module.resources;
    return Object.fromEntries(resources.map(({ address, values }) => [address, values]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a step as `cdktf synth --hcl` runs an app, whose stacks then are HCL. */
export function asHcl<T>(step: () => T): T {
  process.env.SYNTH_HCL_OUTPUT = 'true';
  try {
    return step();
  } finally {
    delete process.env.SYNTH_HCL_OUTPUT;
  }
}

/** Text of Terraform's own language in its canonical layout. It throws if Terraform can't read the text. */
export function formatted(hcl: string): string {
  return execFileSync(PROGRAM!, ['fmt', '-no-color', '-'], { input: hcl, encoding: 'utf8', stdio: 'pipe' });
}

/** CDKTF notes a stack trace with every token, and mapping it to TypeScript costs more than all the rest. */
function withoutStackTraces(step: () => void): void {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    step();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}

function terraformIn(folder: string): (...args: string[]) => string {
  const settings = join(folder, 'empty.tfrc');
  writeFileSync(settings, '');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TF_CLI_CONFIG_FILE: settings,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
  };
  return (...args) =>
    execFileSync(PROGRAM!, args, {
      cwd: join(folder, 'out', 'stacks', 'stack'),
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      // Where a long text is wrong, Terraform may take minutes to print the error.
      timeout: 60_000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What Terraform makes of a string of its JSON syntax that holds no expression.
 *
 * @throws where an expression begins in it
 */
export function readTemplate(text: string): string {
  return text.replace(/\$\$\{|%%\{|[$%]\{/g, (found, at: number) => {
    if (found.length === 2) throw new Error(`An expression begins at ${at} of ${JSON.stringify(text)}`);
    return found.slice(1);
  });
}

/** What Terraform makes of a quoted string of its native syntax, as it stands in an expression. */
export function readQuoted(quoted: string): string {
  const inside = /^"((?:[^"\\\n]|\\.)*)"$/su.exec(quoted)?.[1];
  if (inside === undefined) throw new Error(`Not one quoted string: ${JSON.stringify(quoted)}`);
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
  return inside.replace(
    /\\u([0-9a-fA-F]{4})|\\(.)|(\$\$\{|%%\{|[$%]\{)/gsu,
    (found, code?: string, escape?: string, template?: string) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      if (template !== undefined) return readTemplate(template);
      if (!(escape! in escapes)) throw new Error(`Terraform knows no escape ${found}`);
      return escapes[escape!];
    },
  );
}
