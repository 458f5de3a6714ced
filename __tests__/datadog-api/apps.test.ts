import { v2 } from '@datadog/datadog-api-client';
import { DatadogApi, Json } from '../support/datadog-api';
import { app, call, configuration, startedApi } from './support';

const PATH = '/api/v2/app-builder/apps';
const UNPUBLISHED = '00000000-0000-0000-0000-000000000000';

let api: DatadogApi;
let apps: v2.AppBuilderApi;

beforeEach(async () => {
  api = await startedApi();
  apps = new v2.AppBuilderApi(configuration(api));
});

function request(attributes: Json): any {
  return { data: { type: 'appDefinitions', attributes } };
}

describe('apps', () => {
  it('are created, read, listed, changed and deleted', async () => {
    const { data } = await apps.createApp({ body: request(app()) });
    const appId = data!.id;
    expect(await apps.getApp({ appId })).toMatchObject({
      data: { id: appId, attributes: { name: 'Points', rootInstanceName: 'root' } },
      meta: { version: 1 },
    });
    expect(await apps.listApps({})).toMatchObject({ data: [{ id: appId, attributes: { name: 'Points' } }] });
    await apps.updateApp({ appId, body: request({ name: 'Metric points', rootInstanceName: 'root' }) });
    expect(await apps.getApp({ appId })).toMatchObject({
      data: {
        attributes: { name: 'Metric points', description: 'Of metrics', components: [{ name: 'root' }] },
      },
      meta: { version: 2 },
    });
    expect(await apps.deleteApp({ appId })).toMatchObject({ data: { id: appId } });
    await expect(apps.getApp({ appId })).rejects.toMatchObject({
      code: 404,
      body: { errors: [{ title: 'app not found' }] },
    });
  });

  it('come back as they were sent', async () => {
    const { data } = await call(api, 'POST', PATH, request(app()));
    const { data: read, headers } = await call(api, 'GET', `${PATH}/${data.id}`);
    expect(read.attributes).toMatchObject(app());
    expect(headers.get('content-type')).toMatch(/^application\/vnd\.api\+json/);
  });

  it('are published as they are now, and stay so until published anew', async () => {
    const { id: appId } = api.apps.create(app());
    const published = async () => (await apps.getApp({ appId })).included?.[0].attributes?.appVersionId;
    expect(await published()).toBeUndefined();
    await apps.unpublishApp({ appId });
    expect(await published()).toBe(UNPUBLISHED);
    await apps.publishApp({ appId });
    const first = await published();
    expect(first).toBe(api.apps.get(appId).versionId);
    await apps.updateApp({ appId, body: request(app({ name: 'Other' })) });
    expect(await apps.getApp({ appId })).toMatchObject({ meta: { updatedSinceDeployment: true } });
    expect(await published()).toBe(first);
    await apps.publishApp({ appId });
    expect(await published()).not.toBe(first);
    expect(await published()).not.toBe(UNPUBLISHED);
  });

  it('are not published or unpublished twice', async () => {
    const { id } = api.apps.create(app());
    const deployment = `${PATH}/${id}/deployment`;
    expect(await call(api, 'POST', deployment)).toMatchObject({ status: 201 });
    expect(await call(api, 'POST', deployment)).toMatchObject({
      status: 400,
      errors: [{ title: 'this version of the app has already been published' }],
    });
    expect(await call(api, 'DELETE', deployment)).toMatchObject({ status: 200 });
    expect(await call(api, 'DELETE', deployment)).toMatchObject({
      status: 400,
      errors: [{ title: 'this version of the app has already been unpublished' }],
    });
  });

  it('are edited by hand', async () => {
    const { id: appId } = api.apps.create(app());
    api.apps.edit(appId, (attributes) => (attributes.name = 'By hand'));
    expect(await apps.getApp({ appId })).toMatchObject({ data: { attributes: { name: 'By hand' } } });
  });

  const [grid] = app().components;
  const withComponent = (changes: Json) => request(app({ components: [{ ...grid, ...changes }] }));
  it.each<[string, Json, string]>([
    ['no name', request(app({ name: undefined })), '/data/attributes/name'],
    ['no root', request(app({ rootInstanceName: '' })), '/data/attributes/rootInstanceName'],
    ['no components', request(app({ components: undefined })), '/data/attributes/components'],
    ['an unknown root', request(app({ rootInstanceName: 'grid1' })), 'no component is named'],
    ['a component without events', withComponent({ events: undefined }), '/components/0/events'],
    ['a component without name', withComponent({ name: undefined }), 'name'],
    ['a component without type', withComponent({ type: undefined }), 'type'],
    ['a component without properties', withComponent({ properties: undefined }), 'properties'],
    ['a root that is no grid', withComponent({ type: 'text' }), 'components'],
    [
      'an unknown component below',
      withComponent({ properties: { children: [{ name: 'a', type: 'pie', properties: {}, events: [] }] } }),
      'children',
    ],
    ['another type of data', { data: { type: 'apps', attributes: app() } }, '/data/type'],
    ['no data', {}, '/data/type'],
  ])('are refused with %s', async (_, body, message) => {
    const { status, errors } = await call(api, 'POST', PATH, body);
    expect(status).toBe(400);
    expect(JSON.stringify(errors)).toContain(message);
    expect(api.apps.all()).toEqual([]);
  });

  it.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/deployment'],
    ['DELETE', '/deployment'],
  ])('that are unknown: %s …/ID%s', async (method, rest) => {
    const path = `${PATH}/7addb29b-f935-472c-ae79-d1963979a23e${rest}`;
    const body = method === 'PATCH' ? request(app()) : undefined;
    expect(await call(api, method, path, body)).toMatchObject({
      status: 404,
      errors: [{ title: 'app not found' }],
    });
  });
});

describe('application keys', () => {
  const appKeyId = 'b7feea52-994e-4714-a100-1bd9eff5aee1';

  it('are registered, read and unregistered', async () => {
    const actions = new v2.ActionConnectionApi(configuration(api));
    await actions.registerAppKey({ appKeyId });
    expect(await actions.getAppKeyRegistration({ appKeyId })).toMatchObject({ data: { id: appKeyId } });
    expect(api.keyRegistrations.all()).toEqual([appKeyId]);
    await actions.unregisterAppKey({ appKeyId });
    await expect(actions.getAppKeyRegistration({ appKeyId })).rejects.toMatchObject({ code: 404 });
    await expect(actions.unregisterAppKey({ appKeyId })).rejects.toMatchObject({ code: 404 });
  });

  it.each(['PUT', 'GET', 'DELETE'])('have a UUID: %s', async (method) => {
    const path = '/api/v2/actions/app_key_registrations/no-uuid';
    expect(await call(api, method, path)).toMatchObject({ status: 400 });
  });
});
