import { Fault, FaultRule } from '../support/datadog-api';
import { describeWithProvider } from './support/describe-with-provider';
import {
  CHECK_KEYS,
  CREATE,
  CREATE_APP,
  DELETE,
  DELETE_APP,
  PUBLISH,
  READ,
  READ_APP,
  UPDATE,
  UPDATE_APP,
} from './support/places';
import { Shop } from './support/shop';
import { addressOf, said } from './support/workspace';

/** Comes after the reads of the three dashboards that are there. */
const READ_BACK = { ...READ, after: 3 };

/** The provider has given up asking again, or was told not to. */
const NO_RETRIES = { DD_HTTP_CLIENT_RETRY_ENABLED: 'false' };
const SHORT_RETRIES = { DD_HTTP_CLIENT_RETRY_ENABLED: 'true', DD_HTTP_CLIENT_RETRY_BACKOFF_BASE: '1' };

type Kind = 'dashboard' | 'app';

describeWithProvider('when the API fails', (version) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await Shop.next(version, shop);
    setRetries(NO_RETRIES);
  });
  afterAll(() => shop.workspace.close());

  const apply = () => shop.workspace.tryApply();
  const change = () => {
    shop.revise();
    shop.exchange();
  };

  function setRetries(env: Record<string, string>): void {
    const all = shop.workspace.env;
    for (const name of Object.keys(all)) if (name.startsWith('DD_HTTP_CLIENT_RETRY')) delete all[name];
    Object.assign(all, env);
  }

  describe('for a moment', () => {
    it.each([
      ['429', [429]],
      ['5xx', [500, 502, 503, 504]],
    ] as const)(
      '%s at every kind of call: the provider asks again, and the apply succeeds',
      async (_, kinds) => {
        setRetries(SHORT_RETRIES);
        change();
        // A read that fails is a further read.
        const places = [CREATE, READ, { ...READ_BACK, after: 4 }, UPDATE, DELETE].concat([
          CREATE_APP,
          READ_APP,
          UPDATE_APP,
          DELETE_APP,
          PUBLISH,
        ]);
        places.forEach((place, index) => shop.api.fail({ ...place, with: kinds[index % kinds.length] }));
        const before = shop.api.calls.length;
        expect(await apply()).toMatchObject({ code: 0 });
        const failed = shop.api.calls.slice(before).filter(({ status }) => status! >= 400);
        expect(failed).toHaveLength(places.length);
        await shop.expectSettled();
      },
    );
  });

  describe('for long', () => {
    it('the provider gives up after its last retry, and says so', async () => {
      setRetries({ ...SHORT_RETRIES, DD_HTTP_CLIENT_RETRY_MAX_RETRIES: '1' });
      shop.revise();
      const { id } = shop.dashboardTitled('Checkout');
      const path = new RegExp(`${id}$`);
      const lift = shop.api.fail({ method: 'PUT', path, times: Infinity, with: 500 });
      const before = shop.api.calls.length;
      expect(said(await apply())).toContain(`error updating dashboard from /api/v1/dashboard/${id}: 500`);
      const calls = shop.api.calls.slice(before).filter(({ method }) => method === 'PUT');
      expect(calls.filter((call) => call.path.endsWith(id)).map(({ status }) => status)).toEqual([500, 500]);
      lift();
      await apply();
      await shop.expectSettled();
    });

    it.each<[string, FaultRule, RegExp]>([
      [
        'the check of the keys, 503',
        { ...CHECK_KEYS, with: 503 },
        /Error: 503 Service Unavailable with provider/,
      ],
      [
        'creating a dashboard, 429',
        { ...CREATE, with: 429 },
        /error creating resource from \S+ 429 Too Many/,
      ],
      ['reading a dashboard, 500', { ...READ, with: 500 }, /Error: 500 Internal Server Error/],
      [
        'updating a dashboard, 502',
        { ...UPDATE, with: 502 },
        /error updating dashboard from \S+ 502 Bad Gateway/,
      ],
      [
        'deleting a dashboard, 504',
        { ...DELETE, with: 504 },
        /error deleting dashboard from \S+ 504 Gateway T/,
      ],
      ['creating an app, 502', { ...CREATE_APP, with: 502 }, /error creating app .*"Bad Gateway"/],
      ['reading an app, 429', { ...READ_APP, with: 429 }, /error reading app .*"Too many requests"/],
      ['updating an app, 500', { ...UPDATE_APP, with: 500 }, /error updating app .*"Internal Server Error"/],
      ['deleting an app, 500', { ...DELETE_APP, with: 500 }, /error deleting app .*"Internal Server Error"/],
      [
        'creating a dashboard, dropped before',
        { ...CREATE, with: 'drop before' },
        /error creating resource .* EOF/,
      ],
      [
        'updating a dashboard, dropped before',
        { ...UPDATE, with: 'drop before' },
        /error updating dash.* EOF/,
      ],
      ['updating a dashboard, dropped after', { ...UPDATE, with: 'drop after' }, /error updating dash.* EOF/],
      [
        'deleting a dashboard, dropped before',
        { ...DELETE, with: 'drop before' },
        /error deleting dash.* EOF/,
      ],
      ['deleting a dashboard, dropped after', { ...DELETE, with: 'drop after' }, /error deleting dash.* EOF/],
      [
        'creating an app, dropped before',
        { ...CREATE_APP, with: 'drop before' },
        /error creating app .* EOF/,
      ],
    ])('%s: the apply fails, and the next one does the rest', async (_, rule, message) => {
      change();
      shop.api.fail(rule);
      expect(said(await apply())).toMatch(message);
      await shop.workspace.apply();
      await shop.expectSettled();
    });
  });

  describe('reading a new dashboard back', () => {
    it('the next apply would replace it; untainted it keeps its id', async () => {
      const { address, id } = added('dashboard');
      shop.api.fail({ ...READ_BACK, with: 500 });
      expect(said(await apply())).toContain(`Error: 500 Internal Server Error with ${address}`);
      const before = id();
      expect(await shop.workspace.changes()).toMatchObject({ [address]: 'delete create' });
      expect(await shop.workspace.command('untaint', address)).toMatchObject({ code: 0 });
      await shop.workspace.apply();
      expect(await shop.idInState(address)).toBe(before);
      await shop.expectSettled();
    });

    it('left alone, it is replaced, and gets another id', async () => {
      const { address, id } = added('dashboard');
      shop.api.fail({ ...READ_BACK, with: 500 });
      await apply();
      const before = id();
      await shop.workspace.apply();
      expect(await shop.idInState(address)).not.toBe(before);
      await shop.expectSettled();
    });
  });

  /** Declares something new: its address, what will hold it in Datadog, and its id there. */
  function added(kind: Kind) {
    shop.exchange();
    const { dashboards, apps, api } = shop;
    return kind === 'dashboard'
      ? {
          address: addressOf(dashboards.added),
          holder: api.dashboards,
          id: (): string => shop.dashboardTitled(dashboards.added.toJson().title).id,
        }
      : {
          address: addressOf(apps.added),
          holder: api.apps,
          id: () => shop.appNamed(apps.added.resource.nameInput!).id,
        };
  }

  describe('something is created that Terraform does not know', () => {
    const LOST: [kind: Kind, call: string, rule: FaultRule][] = [
      ['dashboard', 'creating it, dropped after', { ...CREATE, with: 'drop after' }],
      ['app', 'creating it, dropped after', { ...CREATE_APP, with: 'drop after' }],
      ['app', 'publishing it, dropped after', { ...PUBLISH, with: 'drop after' }],
      ['app', 'publishing it, 500', { ...PUBLISH, with: 500 }],
    ];

    it.each(LOST)('%s, %s: imported, it is taken over by the next apply', async (kind, _, rule) => {
      const { address, id } = added(kind);
      shop.api.fail(rule);
      expect(await apply()).toMatchObject({ code: 1 });
      const orphan = id();
      expect(await shop.workspace.command('import', address, orphan)).toMatchObject({ code: 0 });
      await shop.workspace.apply();
      expect(await shop.idInState(address)).toBe(orphan);
      await shop.expectSettled();
    });

    it.each(LOST)(
      '%s, %s: the next apply makes a second one, and the first has to go',
      async (kind, _, rule) => {
        const { address, holder, id } = added(kind);
        shop.api.fail(rule);
        expect(await apply()).toMatchObject({ code: 1 });
        const orphan = id();
        await shop.workspace.apply();
        expect(await shop.workspace.changes()).toEqual({});
        expect(await shop.idInState(address)).not.toBe(orphan);
        holder.delete(orphan);
        await shop.expectSettled();
      },
    );
  });

  describe('a gateway gives up after the change is made, and the provider asks again', () => {
    beforeEach(() => setRetries(SHORT_RETRIES));

    it.each<[Kind, FaultRule]>([
      ['dashboard', { ...CREATE, with: '504 after' }],
      ['app', { ...CREATE_APP, with: '504 after' }],
    ])('to create: there are two of the %s, and one has to go', async (kind, rule) => {
      const { address, holder, id } = added(kind);
      shop.api.fail(rule);
      expect(await apply()).toMatchObject({ code: 0 });
      const orphan = id();
      expect(await shop.idInState(address)).not.toBe(orphan);
      holder.delete(orphan);
      await shop.expectSettled();
    });

    it.each<[string, FaultRule]>([
      ['update a dashboard', { ...UPDATE, with: '504 after' }],
      ['update an app', { ...UPDATE_APP, with: '504 after' }],
      ['publish an app', { ...PUBLISH, with: '504 after' }],
    ])('to %s: the apply succeeds', async (_, rule) => {
      shop.revise();
      shop.api.fail(rule);
      expect(await apply()).toMatchObject({ code: 0 });
      await shop.expectSettled();
    });

    it('to delete a dashboard: the apply fails, and the next one does the rest', async () => {
      shop.exchange();
      shop.api.fail({ ...DELETE, with: '504 after' });
      expect(said(await apply())).toMatch(/error deleting dashboard from \S+ 404 Not Found/);
      await shop.workspace.apply();
      await shop.expectSettled();
    });
  });

  describe('an app is updated and not published', () => {
    it.each<[string, FaultRule, string]>([
      ['publishing, 500', { ...PUBLISH, with: 500 }, 'error publishing app'],
      ['publishing, dropped before', { ...PUBLISH, with: 'drop before' }, 'error publishing app'],
      ['updating, dropped after', { ...UPDATE_APP, with: 'drop after' }, 'error updating app'],
    ])('%s: no plan shows it; published by hand it is all right', async (_, rule, message) => {
      shop.revise();
      shop.api.fail(rule);
      expect(said(await apply())).toContain(message);
      await shop.workspace.apply();
      expect(shop.inDatadog().apps.map(({ published }) => published)).toEqual([false, true]);
      expect(await shop.workspace.changes()).toEqual({});
      shop.api.apps.publish(shop.appNamed('Rookout Live Debugging').id);
      await shop.expectSettled();
    });

    it('the answer to publishing is lost: nothing is left to do', async () => {
      shop.revise();
      shop.api.fail({ ...PUBLISH, with: 'drop after' });
      expect(said(await apply())).toContain('error publishing app');
      await shop.workspace.apply();
      await shop.expectSettled();
    });
  });

  it.each<Fault>(['drop after', '504 after'])(
    'deleting an app, %s: no plan succeeds until the state forgets it',
    async (fault) => {
      setRetries(SHORT_RETRIES);
      shop.exchange();
      const gone = (await shop.workspace.command('state', 'list')).stdout.match(
        /datadog_app_builder_app\.Tool\S*/,
      )![0];
      shop.api.fail({ ...DELETE_APP, with: fault });
      expect(said(await apply())).toContain('error deleting app');
      expect(said(await apply())).toMatch(/error reading app .*app not found/);
      expect(await shop.workspace.command('state', 'rm', gone)).toMatchObject({ code: 0 });
      await shop.workspace.apply();
      await shop.expectSettled();
    },
  );
});
