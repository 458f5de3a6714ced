import { client } from '@datadog/datadog-api-client';
import { ObjectSerializer as V1 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v1/models/ObjectSerializer';
import { DatadogApi, Json } from '../support/datadog-api';

export const KEYS = { apiKey: 'an-api-key', appKey: 'an-application-key' };

const started: DatadogApi[] = [];

export async function startedApi(): Promise<DatadogApi> {
  const api = await DatadogApi.start(KEYS);
  started.push(api);
  return api;
}

afterEach(() => Promise.all(started.splice(0).map((api) => api.stop())));

/** What every API of Datadog's official client is made with. */
export function configuration(api: DatadogApi, keys = KEYS, retries = 0): client.Configuration {
  return client.createConfiguration({
    baseServer: new client.BaseServerConfiguration(api.url, {}),
    authMethods: { apiKeyAuth: keys.apiKey, appKeyAuth: keys.appKey },
    enableRetry: retries > 0,
    maxRetries: retries,
    backoffBase: 2,
  });
}

/** JSON as the types of Datadog's official client have it. */
export function typed(json: Json, type = 'Dashboard'): any {
  return V1.deserialize(json, type, '');
}

/** A call that the official client would not make. */
export async function call(api: DatadogApi, method: string, path: string, body?: unknown): Promise<Json> {
  const headers = {
    'DD-API-KEY': KEYS.apiKey,
    'DD-APPLICATION-KEY': KEYS.appKey,
    'Content-Type': 'application/json',
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${api.url}${path}`, { method, headers, body: text });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, ...(answer && JSON.parse(answer)) };
}

/** An app with a text in its grid. */
export function app(changes: Json = {}): Json {
  const text = { name: 'text0', type: 'text', properties: { content: 'Hello', isVisible: true }, events: [] };
  const cell = {
    name: 'cell0',
    type: 'gridCell',
    properties: {
      children: [text],
      isVisible: 'true',
      layout: { default: { x: 0, y: 0, width: 12, height: 4 } },
    },
    events: [],
  };
  const components = [{ name: 'root', type: 'grid', properties: { children: [cell] }, events: [] }];
  return { name: 'Points', description: 'Of metrics', rootInstanceName: 'root', components, ...changes };
}

export const NOTE = { type: 'note', content: 'Hello' };

/** A dashboard with one note, in the form in which it comes back as it was sent. */
export function dashboard(changes: Json = {}): Json {
  return {
    title: 'Shop',
    description: '',
    layout_type: 'ordered',
    widgets: [{ definition: NOTE }],
    template_variables: [],
    notify_list: [],
    ...changes,
  };
}
