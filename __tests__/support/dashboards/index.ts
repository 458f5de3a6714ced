import { ARRANGED } from './arranged';
import { CANVAS } from './canvas';
import { Json } from './parts';
import { SERVICES } from './services';
import { TABS } from './tabs';

export { ARRANGED, CANVAS, SERVICES, TABS };

/** Dashboards in the shapes that Datadog's exports have, by name: each shows other kinds of widgets and requests. */
export const DASHBOARDS: Record<string, Json> = { SERVICES, CANVAS, ARRANGED, TABS };
