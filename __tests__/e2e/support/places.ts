import { FaultRule } from '../../support/datadog-api';

const DASHBOARDS = /\/api\/v1\/dashboard$/;
const DASHBOARD = /\/api\/v1\/dashboard\/[^/]+$/;
const APPS = /\/app-builder\/apps$/;
const APP = /\/app-builder\/apps\/[^/]+$/;
const DEPLOYMENT = /\/deployment$/;

/** Which calls to Datadog's API a fault befalls. */
type Place = Omit<FaultRule, 'with'>;

export const CREATE: Place = { method: 'POST', path: DASHBOARDS };
export const READ: Place = { method: 'GET', path: DASHBOARD };
export const UPDATE: Place = { method: 'PUT', path: DASHBOARD };
export const DELETE: Place = { method: 'DELETE', path: DASHBOARD };
export const CREATE_APP: Place = { method: 'POST', path: APPS };
export const READ_APP: Place = { method: 'GET', path: APP };
export const UPDATE_APP: Place = { method: 'PATCH', path: APP };
export const DELETE_APP: Place = { method: 'DELETE', path: APP };
export const PUBLISH: Place = { method: 'POST', path: DEPLOYMENT };
export const CHECK_KEYS: Place = { method: 'GET', path: /\/validate$/ };
