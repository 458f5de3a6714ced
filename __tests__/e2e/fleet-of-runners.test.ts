import { join } from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { Call } from '../support/datadog-api';
import { describeWithPostgres } from './support/describe-with-provider';
import { CREATE } from './support/places';
import { Postgres } from './support/postgres';
import { childrenOf, endProcess } from './support/processes';
import { said, succeeded, Workspace } from './support/workspace';

const FLEET = join(__dirname, '..', '..', 'examples', 'fleet', 'main.ts');
const SHARDS = [['storefront', 'logistics'], ['payments']];
const STACKS = ['shared', ...SHARDS.flat()];

describeWithPostgres('the fleet, deployed by two runners with their state in PostgreSQL', (version) => {
  let postgres: Postgres;
  /** Each has a folder of its own, as two machines have; Datadog is that of the first. */
  let runners: Workspace[];
  let datadog: Workspace['api'];

  beforeEach(async () => {
    postgres = await Postgres.start();
    process.env.FLEET_STATE_DATABASE = postgres.address;
    runners = [await Workspace.open(version), await Workspace.open(version)];
    datadog = runners[0].api;
    for (const runner of runners) {
      Object.assign(runner.env, { DD_HOST: datadog.url, TF_CLI_ARGS_apply: '-lock-timeout=60s' });
      runner.synthFile(FLEET);
    }
    await runners[0].apply('shared');
  });

  afterEach(async () => {
    delete process.env.FLEET_STATE_DATABASE;
    for (const runner of runners) await runner.close();
    postgres.stop();
  });

  /** Starts to deploy a stack; once Datadog is asked for a dashboard, gives what is running. */
  async function deploying(runner: Workspace, stack: string, fault: 'hang' | { slow: number }) {
    const before = datadog.calls.length;
    const isCreation = ({ method, path }: Call) => method === CREATE.method && CREATE.path!.test(path);
    datadog.fail({ ...CREATE, with: fault });
    const ended = runner.tryApply(stack);
    while (!datadog.calls.slice(before).some(isCreation)) await sleep(10);
    return { ended, terraform: childrenOf(process.pid).find(({ program }) => program === TERRAFORM)!.pid };
  }

  async function expectSettled(stacks: readonly string[]): Promise<void> {
    for (const runner of runners) {
      for (const stack of stacks) expect([stack, await runner.changes(stack)]).toEqual([stack, {}]);
    }
  }

  it('each deploys its shard, with the app of the shared state; the next plans of both are empty', async () => {
    await Promise.all(
      runners.map(async (runner, shard) => {
        for (const stack of SHARDS[shard]) await runner.apply(stack);
      }),
    );
    const { AppId } = await runners[0].outputs('shared');
    expect(datadog.dashboards.all()).toHaveLength(5);
    for (const dashboard of datadog.dashboards.all()) expect(JSON.stringify(dashboard)).toContain(AppId);
    await expectSettled(STACKS);
  });

  it('a second runner on the same stack is told of the lock, or waits for it', async () => {
    const [first, second] = runners;
    const { ended } = await deploying(first, 'payments', { slow: 5000 });
    second.env.TF_CLI_ARGS_apply = '-lock-timeout=0s';
    const refused = await second.tryApply('payments');
    expect([refused.code, said(refused)]).toEqual([
      1,
      expect.stringContaining('Error acquiring the state lock'),
    ]);

    second.env.TF_CLI_ARGS_apply = '-lock-timeout=60s';
    const waited = succeeded(await second.tryApply('payments'));
    expect(waited.stdout).toContain('0 added, 0 changed, 0 destroyed');
    succeeded(await ended);
    expect(datadog.dashboards.all()).toHaveLength(1);
  });

  it('a killed runner leaves no lock: another takes its shard up', async () => {
    const [first, second] = runners;
    const { ended, terraform } = await deploying(first, 'payments', 'hang');
    const waiting = second.tryApply('payments');
    const provider = childrenOf(terraform);
    process.kill(terraform, 'SIGKILL');
    provider.forEach(({ pid }) => endProcess(pid));
    expect(await ended).toMatchObject({ code: 1 });

    expect(succeeded(await waiting).stdout).toContain('1 added');
    expect(datadog.dashboards.all()).toHaveLength(1);
    await expectSettled(['shared', 'payments']);
  });
});
