/**
 * What a fleet costs whose states are in PostgreSQL, by the real Terraform and provider, against a Datadog API on this
 * machine. Prints two tables:
 *
 *     fleet.ts runners 50x20 [ANSWER]   the stacks deployed by 1, 2 and 4 runners: new, and with a change in each dashboard
 *     fleet.ts state 100 200 [...]      one stack of so many dashboards, with its state in a file and in PostgreSQL
 *
 * ANSWER is how many milliseconds the API takes for each call, as a network and Datadog do; without it, none.
 */
import { mkdtempSync, rmSync } from 'fs';
import { cpus, loadavg, tmpdir } from 'os';
import { join } from 'path';
import { Postgres } from '../__tests__/e2e/support/postgres';
import { DatadogApi } from '../__tests__/support/datadog-api';
import { KEYS, machine, row, seconds, stacksIn, synthesized, terraform } from './support/terraform';

const RUNNERS = [1, 2, 4];

/** A folder and an API, and a PostgreSQL if the states are there. */
async function within<T>(
  inDatabase: boolean,
  work: (folder: string, api: DatadogApi, state: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-bench-'));
  const api = await DatadogApi.start(KEYS);
  const postgres = inDatabase ? await Postgres.start() : undefined;
  try {
    return await work(folder, api, postgres ? { FLEET_STATE_DATABASE: postgres.address } : {});
  } finally {
    postgres?.stop();
    await api.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The time of some work, and the part of the cores' time in which any program ran. */
async function timed(work: () => Promise<unknown>): Promise<{ milliseconds: number; busy: string }> {
  const times = () => cpus().map(({ times: { idle, ...others } }) => [idle, Object.values(others)] as const);
  const total = () =>
    times().reduce<[number, number]>(
      ([idle, used], [core, others]) => [idle + core, used + others.reduce((sum, one) => sum + one)],
      [0, 0],
    );
  const [start, before] = [performance.now(), total()];
  await work();
  const [milliseconds, after] = [performance.now() - start, total()];
  const [idle, used] = [after[0] - before[0], after[1] - before[1]];
  return { milliseconds, busy: `${Math.round((100 * used) / (idle + used))} %` };
}

async function runners(size: string, answer: number): Promise<void> {
  const [stacks, each] = size.split('x').map(Number);
  console.log(row('runners', 'first deployment', 'cores busy', 'second deployment', 'cores busy'));
  console.log(row(...Array.from({ length: 5 }, () => '--:')));
  for (const count of RUNNERS) {
    await within(true, async (folder, api, state) => {
      const deploy = (stack: string) =>
        terraform(folder, stack, api.url, 'apply', '-input=false', '-auto-approve', '-lock-timeout=10m');
      const deployAll = (shares: readonly string[][]) =>
        Promise.all(
          shares.map(async (share) => {
            for (const stack of share) await deploy(stack);
          }),
        );
      synthesized(folder, ['fleet', stacks, each], state);
      const [shared, ...teams] = stacksIn(folder);
      const shares = Array.from({ length: count }, (_, runner) =>
        teams.filter((_, index) => index % count === runner),
      );
      for (const stack of [shared, ...teams]) await terraform(folder, stack, api.url, 'init', '-input=false');
      await deploy(shared);
      if (answer > 0) api.fail({ times: Infinity, with: { slow: answer } });
      const first = await timed(() => deployAll(shares));
      synthesized(folder, ['fleet', stacks, each, 2], state);
      const second = await timed(() => deployAll(shares));
      console.log(row(count, seconds(first), first.busy, seconds(second), second.busy));
    });
  }
}

async function states(sizes: readonly number[]): Promise<void> {
  console.log(row('dashboards', 'state', 'apply', 'Terraform writes'));
  console.log(row(...Array.from({ length: 4 }, () => '--:')));
  for (const size of sizes) {
    for (const inDatabase of [false, true]) {
      await within(inDatabase, async (folder, api, state) => {
        synthesized(folder, ['fleet', 1, size], state);
        const [shared, team] = stacksIn(folder);
        const run = (stack: string, ...args: string[]) =>
          terraform(folder, stack, api.url, ...args, '-input=false');
        for (const stack of [shared, team]) await run(stack, 'init');
        await run(shared, 'apply', '-auto-approve');
        const apply = await run(team, 'apply', '-auto-approve');
        const written = `${Math.round(apply.written / 1e6)} MB`;
        console.log(row(size, inDatabase ? 'PostgreSQL' : 'a file', seconds(apply), written));
      });
    }
  }
}

const [kind, ...args] = process.argv.slice(2);
console.log(`${machine(loadavg()[0])}.\n`);
void (kind === 'runners' ? runners(args[0], Number(args[1] ?? 0)) : states(args.map(Number)));
