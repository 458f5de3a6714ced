/** `npm start`: synthesizes main.ts through `cdktf synth`, previews it, and says what was made and what comes next. */
import '../lib/cli/node-check';
import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { run } from '../lib/cli/run';
import { buildPage } from './support/build-page';

const OUT = 'cdktf.out';

interface Resource {
  readonly '//': { readonly metadata: { readonly path: string } };
  readonly dashboard?: string;
}

interface Stack {
  readonly resource: Record<string, Record<string, Resource>>;
}

function synthesize(): void {
  const { status, stdout, stderr, error } = spawnSync('cdktf', ['synth', '--output', OUT], {
    // Otherwise the CLI reports its use to HashiCorp, and waits for the network.
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(error ? error.message : `${stdout}${stderr}`);
  process.exit(status ?? 1);
}

function stackFiles(): [name: string, file: string][] {
  const manifest = JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8'));
  return Object.entries<{ synthesizedStackPath: string }>(manifest.stacks).map(([name, stack]) => [
    name,
    join(OUT, stack.synthesizedStackPath),
  ]);
}

function describe(type: string, { dashboard }: Resource): string {
  if (dashboard === undefined) return type;
  const links = dashboard.match(/Set metric points/g)?.length ?? 0;
  return `${type}, ${links} graphs with "Set metric points"`;
}

synthesize();
for (const [name, file] of stackFiles()) {
  const stack: Stack = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`Stack ${name} is in ${file}:`);
  for (const [type, resources] of Object.entries(stack.resource)) {
    for (const resource of Object.values(resources)) {
      console.log(`  ${resource['//'].metadata.path}: ${describe(type, resource)}`);
    }
  }
}
console.log('\nHow it will look, without network or account, is in this page:');
buildPage();
process.exitCode = run(['preview', OUT, '--out', join(OUT, 'preview')], {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: () => Buffer.alloc(0),
  cwd: process.cwd(),
});
console.log(`
To change services, Datadog site, labels, language or link: cdktf.json, under context.rookout.

To deploy it, with Terraform on the PATH:
  export DD_API_KEY=…   an API key of your Datadog organisation
  export DD_APP_KEY=…   an application key that may write dashboards and App Builder apps,
                        registered for App Builder once (examples/app-and-key-registration.ts)
  npx cdktf deploy`);
