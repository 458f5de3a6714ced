import { v1 } from '@datadog/datadog-api-client';
import { DatadogApi, Fault } from '../support/datadog-api';
import { call, configuration, dashboard, KEYS, startedApi, typed } from './support';

const PATH = '/api/v1/dashboard';

let api: DatadogApi;
let dashboards: v1.DashboardsApi;

beforeEach(async () => {
  api = await startedApi();
  dashboards = new v1.DashboardsApi(configuration(api));
});

const create = (through = dashboards) => through.createDashboard({ body: typed(dashboard()) });
const titles = () => api.dashboards.all().map(({ title }) => title);

describe('keys', () => {
  it.each([
    ['another API key', { ...KEYS, apiKey: 'other' }],
    ['another application key', { ...KEYS, appKey: 'other' }],
  ])('%s is refused', async (_, keys) => {
    const other = new v1.DashboardsApi(configuration(api, keys));
    await expect(create(other)).rejects.toMatchObject({ code: 403, body: { errors: ['Forbidden'] } });
    expect(titles()).toEqual([]);
  });

  it('are asked for on every path', async () => {
    for (const path of [PATH, '/api/v1/validate', '/api/v2/app-builder/apps', '/nowhere']) {
      expect((await fetch(`${api.url}${path}`)).status).toBe(403);
    }
  });

  it('are validated by the API key alone', async () => {
    const authentication = (keys = KEYS) => new v1.AuthenticationApi(configuration(api, keys));
    expect(await authentication({ ...KEYS, appKey: 'other' }).validate()).toMatchObject({ valid: true });
    await expect(authentication({ ...KEYS, apiKey: 'other' }).validate()).rejects.toMatchObject({
      code: 403,
    });
  });
});

describe('calls', () => {
  it('are recorded in order, without keys', async () => {
    await create();
    await call(api, 'GET', `/nowhere?api_key=${KEYS.apiKey}`);
    await fetch(`${api.url}${PATH}`);
    expect(api.calls).toEqual([
      { method: 'POST', path: PATH, status: 200, time: expect.any(Date) },
      { method: 'GET', path: '/nowhere', status: 404, time: expect.any(Date) },
      { method: 'GET', path: PATH, status: 403, time: expect.any(Date) },
    ]);
    for (const key of Object.values(KEYS)) expect(JSON.stringify(api.calls)).not.toContain(key);
  });
});

describe('faults', () => {
  it.each<Fault>([429, 500, 502, 503, 504])('%s: refused, and nothing is changed', async (status) => {
    api.fail({ with: status as 500 });
    await expect(create()).rejects.toMatchObject({ code: status });
    expect(titles()).toEqual([]);
    await create();
    expect(titles()).toEqual(['Shop']);
  });

  it('429: tells the rate limit, and the client tries again', async () => {
    api.fail({ with: 429, times: 2 });
    const { headers } = await call(api, 'POST', PATH, dashboard());
    for (const name of ['Limit', 'Period', 'Remaining', 'Reset', 'Name']) {
      expect(headers.get(`X-RateLimit-${name}`)).toBeTruthy();
    }
    await create(new v1.DashboardsApi(configuration(api, KEYS, 1)));
    expect(api.calls.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(titles()).toEqual(['Shop']);
  });

  it('slow: the change is made, the answer comes late', async () => {
    api.fail({ with: { slow: 200 } });
    const began = Date.now();
    await create();
    expect(Date.now() - began).toBeGreaterThanOrEqual(190);
    expect(titles()).toEqual(['Shop']);
  });

  it('drop before: nothing is changed', async () => {
    api.fail({ with: 'drop before' });
    await expect(call(api, 'POST', PATH, dashboard())).rejects.toThrow();
    expect(titles()).toEqual([]);
  });

  it('drop after: the change is made', async () => {
    api.fail({ with: 'drop after' });
    await expect(call(api, 'POST', PATH, dashboard())).rejects.toThrow();
    expect(titles()).toEqual(['Shop']);
    expect(api.calls[0].status).toBeUndefined();
  });

  it('504 after: the change is made', async () => {
    api.fail({ with: '504 after' });
    await expect(create()).rejects.toMatchObject({ code: 504 });
    expect(titles()).toEqual(['Shop']);
    expect(api.calls[0].status).toBe(504);
  });

  it('hang: there is no answer until it stops', async () => {
    api.fail({ with: 'hang' });
    let ended = false;
    const hanging = call(api, 'POST', PATH, dashboard()).catch(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect({ ended, calls: api.calls.length }).toEqual({ ended: false, calls: 1 });
    await api.stop();
    await hanging;
    expect(ended).toBe(true);
    expect(titles()).toEqual([]);
  });

  it('befall the calls that match, after so many, so often, and until lifted', async () => {
    const statuses = async (...methods: string[]) => {
      const found = [];
      for (const method of methods) found.push((await call(api, method, PATH, undefined)).status);
      return found;
    };
    const lift = api.fail({ method: 'GET', path: /dashboard$/, after: 1, times: 2, with: 500 });
    expect(await statuses('POST', 'GET', 'GET', 'GET', 'GET')).toEqual([400, 200, 500, 500, 200]);
    lift();
    const liftAll = api.fail({ with: 502, times: Infinity });
    expect(await statuses('GET', 'POST')).toEqual([502, 502]);
    liftAll();
    expect(await statuses('GET')).toEqual([200]);
    api.fail({ path: /nowhere/, with: 500 });
    expect(await statuses('GET')).toEqual([200]);
  });
});
