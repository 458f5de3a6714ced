import { setTimeout as sleep } from 'timers/promises';
import { RookoutDashboard } from '../../lib';
import { Call, FaultRule } from '../support/datadog-api';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { describeWithProvider } from './support/describe-with-provider';
import { byTitle, held } from './support/held';
import { CREATE, DELETE, UPDATE } from './support/places';
import { childrenOf, endProcess } from './support/processes';
import { addressOf, Run, said, Workspace } from './support/workspace';

const SLOW = { slow: 2000 };

/** How many calls Terraform makes at a time. */
const AT_A_TIME = 10;

/** Descriptions of dashboards, by their titles. */
type Descriptions = Readonly<Record<string, string>>;

const BEFORE = { Kept: 'before', Gone: 'before' };
/** One dashboard is created, updated or deleted, and nothing beside it. */
const CHANGES: Record<string, Descriptions> = {
  create: { ...BEFORE, New: 'after' },
  update: { ...BEFORE, Kept: 'after' },
  delete: { Kept: 'before' },
};

interface Applying {
  readonly terraform: number;
  readonly ended: Promise<Run>;
}

describeWithProvider('when an apply is interrupted', (version) => {
  let workspace: Workspace;
  let dashboards: RookoutDashboard[];
  let leftovers: number[] = [];
  beforeEach(async () => {
    workspace = await Workspace.open(version);
    declare(BEFORE);
    await workspace.apply();
  });
  afterEach(async () => {
    for (const pid of leftovers) endProcess(pid);
    leftovers = [];
    await workspace.close();
  });

  function declare(descriptions: Descriptions): void {
    workspace.synth((stack) => {
      dashboards = Object.entries(descriptions).map(
        ([title, description]) =>
          new RookoutDashboard(stack, title, { title, description, services: ['cartservice'] }),
      );
    });
  }

  /** Starts an apply; once the call is under way, gives what is running. */
  async function applyingUntil(rule: FaultRule): Promise<Applying> {
    const before = workspace.api.calls.length;
    const isCall = ({ method, path }: Call) => method === rule.method && rule.path!.test(path);
    workspace.api.fail(rule);
    const ended = workspace.tryApply();
    while (!workspace.api.calls.slice(before).some(isCall)) await sleep(10);
    const terraform = childrenOf(process.pid).find(({ program }) => program === TERRAFORM)!.pid;
    leftovers = childrenOf(terraform).map(({ pid }) => pid);
    return { terraform, ended };
  }

  async function killedDuring(rule: FaultRule): Promise<void> {
    const { terraform, ended } = await applyingUntil(rule);
    process.kill(terraform, 'SIGKILL');
    expect(await ended).toMatchObject({ code: 1 });
  }

  async function expectSettled(): Promise<void> {
    const found = workspace.api.dashboards.all().map(held);
    expect(byTitle(found)).toEqual(byTitle(dashboards.map((dashboard) => dashboard.toJson())));
    expect(await workspace.changes()).toEqual({});
  }

  it.each<[string, string, FaultRule]>([
    ['create', 'is not carried out', { ...CREATE, with: 'hang' }],
    ['update', 'is not carried out', { ...UPDATE, with: 'hang' }],
    ['update', 'is carried out', { ...UPDATE, with: SLOW }],
    ['delete', 'is not carried out', { ...DELETE, with: 'hang' }],
    ['delete', 'is carried out', { ...DELETE, with: SLOW }],
  ])('killed in a call to %s that %s: the next apply does the rest', async (change, _, rule) => {
    declare(CHANGES[change]);
    await killedDuring(rule);
    await workspace.apply();
    await expectSettled();
  });

  it('killed before it hears of what it created: imported, that is taken over by the next apply', async () => {
    declare(CHANGES.create);
    await killedDuring({ ...CREATE, with: SLOW });
    const { id } = workspace.api.dashboards.all().find(({ title }) => title === 'New')!;
    const address = addressOf(dashboards.at(-1)!);
    expect(await workspace.command('import', address, id)).toMatchObject({ code: 0 });
    await workspace.apply();
    await expectSettled();
  });

  /** Terraform waits for its provider when it is interrupted, and may lose its state when interrupted twice. */
  it('a call is never answered: without its provider the apply ends, and the next one does the rest', async () => {
    declare(CHANGES.update);
    const { ended } = await applyingUntil({ ...UPDATE, with: 'hang' });
    for (const pid of leftovers) endProcess(pid);
    expect(said(await ended)).toMatch(/Plugin did not respond|Request cancelled/);
    await workspace.apply();
    await expectSettled();
  });

  it('the provider is killed while it creates many: each that was under way is there twice', async () => {
    const titles = Array.from({ length: 12 }, (_, number) => `Board ${number}`);
    declare({ ...BEFORE, ...Object.fromEntries(titles.map((title) => [title, 'new'])) });
    const { ended } = await applyingUntil({ ...CREATE, with: SLOW, times: Infinity });
    const created = () =>
      workspace.api.dashboards.all().filter(({ title }) => titles.includes(title as string));
    while (created().length < AT_A_TIME) await sleep(10);
    for (const pid of leftovers) endProcess(pid);
    expect(said(await ended)).toMatch(/Plugin did not respond|Request cancelled/);
    expect(created()).toHaveLength(AT_A_TIME);
    await workspace.apply();
    expect(created()).toHaveLength(titles.length + AT_A_TIME);
  });

  it.each<[string, FaultRule]>([
    ['create', { ...CREATE, with: SLOW }],
    ['update', { ...UPDATE, with: SLOW }],
    ['delete', { ...DELETE, with: SLOW }],
  ])('a call to %s is answered late: the apply waits for it', async (change, rule) => {
    declare(CHANGES[change]);
    workspace.api.fail(rule);
    await workspace.apply();
    await expectSettled();
  });
});
