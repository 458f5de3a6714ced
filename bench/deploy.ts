/**
 * What deploying costs, by the real Terraform and provider, against a Datadog API on this machine. Without arguments
 * it writes its tables into docs/benchmarks.md; with sizes, such as `10x10` for ten stacks of ten dashboards, it
 * prints what those cost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { loadavg, tmpdir } from 'os';
import { join } from 'path';
import { format, resolveConfig } from 'prettier';
import { DatadogApi } from '../__tests__/support/datadog-api';
import {
  Cost,
  KEYS,
  machine,
  NONE,
  row,
  seconds,
  stacksIn,
  synthesized,
  terraform,
} from './support/terraform';

const DOCUMENT = join(__dirname, '..', 'docs', 'benchmarks.md');
const SIZES = ['1x1', '1x20', '10x10', '50x20', '1x1000'];
const TYPED = 5;
const BETWEEN_MARKERS = /(?<=<!-- bench:deploy -->\n).*(?=<!-- end -->)/s;

const HEADINGS = { synth: 'synth', init: 'init', plan: 'plan', apply: 'apply', replan: 'plan again' };
type Step = keyof typeof HEADINGS;
type Deployment = Record<Step, Cost>;
const STEPS = Object.keys(HEADINGS) as Step[];

/** Deploys what deploy-app.ts synthesizes, stack after stack. */
async function deployed(...app: (string | number)[]): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-bench-'));
  const api = await DatadogApi.start(KEYS);
  try {
    const costs: Deployment = {
      synth: synthesized(folder, app),
      init: NONE,
      plan: NONE,
      apply: NONE,
      replan: NONE,
    };
    for (const stack of stacksIn(folder)) {
      const run = (command: string, ...args: string[]) =>
        terraform(folder, stack, api.url, command, '-input=false', ...args);
      costs.init = sum(costs.init, await run('init'));
      costs.plan = sum(costs.plan, await run('plan', '-out=plan'));
      costs.apply = sum(costs.apply, await run('apply', 'plan'));
      // Ends with 2 where there are changes.
      costs.replan = sum(costs.replan, await run('plan', '-detailed-exitcode'));
    }
    return costs;
  } finally {
    rmSync(folder, { recursive: true });
    await api.stop();
  }
}

function sum(one: Cost, other: Cost): Cost {
  return { milliseconds: one.milliseconds + other.milliseconds, bytes: Math.max(one.bytes, other.bytes) };
}

const memory = ({ bytes }: Cost) => (bytes === 0 ? 'unknown' : `${Math.round(bytes / 2 ** 20)} MB`);
const ofTerraform = ({ init, plan, apply, replan }: Deployment) => [init, plan, apply, replan].reduce(sum);

async function bySize(sizes: readonly string[]): Promise<string> {
  const steps = STEPS.map((step) => HEADINGS[step]);
  const head = ['stacks', 'dashboards', ...steps, 'memory: synth', 'Terraform and provider'];
  const lines = [row(...head), row(...head.map(() => '--:'))];
  console.log(lines[0]);
  for (const size of sizes) {
    const [stacks, each] = size.split('x').map(Number);
    const costs = await deployed('fleet', stacks, each);
    const times = STEPS.map((step) => seconds(costs[step]));
    lines.push(row(stacks, stacks * each, ...times, memory(costs.synth), memory(ofTerraform(costs))));
    console.log(lines.at(-1));
  }
  return lines.join('\n');
}

async function againstTyped(): Promise<string> {
  const [ours, typed] = [await deployed('ours', TYPED), await deployed('typed', TYPED)];
  const compared = (what: string, show: (cost: Cost) => string, of: keyof Cost, one: Cost, other: Cost) =>
    row(what, show(one), show(other), one[of] === 0 ? '' : (other[of] / one[of]).toFixed(1));
  const lines = [
    row('', '`RookoutDashboard`', 'typed `datadog_dashboard`', 'ratio'),
    row('---', '--:', '--:', '--:'),
    ...STEPS.filter((step) => step !== 'init').map((step) =>
      compared(HEADINGS[step], seconds, 'milliseconds', ours[step], typed[step]),
    ),
    compared('memory of synth', memory, 'bytes', ours.synth, typed.synth),
    compared('memory of Terraform and provider', memory, 'bytes', ofTerraform(ours), ofTerraform(typed)),
  ];
  console.log(lines.join('\n'));
  return lines.join('\n');
}

async function document(): Promise<void> {
  const [load] = loadavg();
  const measured = `
${machine(load)}.

${await bySize(SIZES)}

The same ${TYPED} dashboards of 40 graphs:

${await againstTyped()}
`;
  const text = readFileSync(DOCUMENT, 'utf8');
  const replaced = text.replace(BETWEEN_MARKERS, () => measured);
  const style = await resolveConfig(DOCUMENT);
  writeFileSync(DOCUMENT, await format(replaced, { ...style, parser: 'markdown' }));
}

const sizes = process.argv.slice(2);
if (sizes.length > 0) void bySize(sizes);
else void document();
