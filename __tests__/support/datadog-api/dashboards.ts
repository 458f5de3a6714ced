import { randomInt } from 'crypto';
import { FastifyInstance } from 'fastify';
import { Apps } from './apps';
import { dashboardProblems } from './dashboard-problems';
import { asObject, Json, Refusal } from './refusal';

/** Dashboards as the API answers them. */
export class Dashboards {
  private readonly dashboards = new Map<string, Json>();

  constructor(private readonly apps: Apps) {}

  all(): Json[] {
    return [...this.dashboards.values()];
  }

  has(id: string): boolean {
    return this.dashboards.has(id);
  }

  get(id: string): Json {
    const dashboard = this.dashboards.get(id);
    if (dashboard) return dashboard;
    throw new Refusal(404, [`Dashboard with ID ${id} not found`]);
  }

  create(given: Json): Json {
    const now = timestamp();
    return this.put({ id: newId(), created_at: now, modified_at: now }, given);
  }

  /** Nothing of what was there stays but what is the server's own. */
  replace(id: string, given: Json): Json {
    return this.put({ id, created_at: this.get(id).created_at, modified_at: timestamp() }, given);
  }

  /** As someone does in the UI. */
  edit(id: string, change: (dashboard: Json) => void): Json {
    const dashboard = structuredClone(this.get(id));
    change(dashboard);
    return this.replace(id, dashboard);
  }

  delete(id: string): void {
    this.get(id);
    this.dashboards.delete(id);
  }

  private put(own: { readonly id: string; readonly [field: string]: string }, given: Json): Json {
    const dashboard = normalized({ ...given, ...own });
    const problems = [...dashboardProblems(dashboard, this.apps)];
    if (problems.length > 0) throw new Refusal(400, problems);
    dashboard.url = `/dashboard/${own.id}/${slug(dashboard.title)}`;
    this.dashboards.set(own.id, dashboard);
    return dashboard;
  }
}

/**
 * What the recordings that Datadog's provider and API clients are tested with show: the dashboard comes back as it
 * was sent, with null for three fields that are absent, a sorted `notify_list`, an id for each widget that has
 * none, and tabs that name widgets by id. `restricted_roles` and `is_read_only` come back only where they were sent.
 */
function normalized(given: Json): Json {
  const dashboard: Json = {
    ...given,
    description: given.description ?? null,
    author_handle: 'someone@example.com',
    author_name: 'Someone',
    template_variables: given.template_variables ?? null,
    notify_list: Array.isArray(given.notify_list) ? [...given.notify_list].sort() : null,
    widgets: withIds(given.widgets),
  };
  if (Array.isArray(given.tabs)) dashboard.tabs = given.tabs.map((tab) => byId(tab, dashboard.widgets));
  if (given.pause_auto_refresh === false) delete dashboard.pause_auto_refresh;
  return dashboard;
}

/** The widgets, each with an id. */
export function withIds(widgets: unknown): unknown {
  if (!Array.isArray(widgets)) return widgets;
  return widgets.map((widget: Json | null) => {
    const definition = widget?.definition;
    const identified = { ...widget, id: widget?.id ?? newWidgetId() };
    if (definition?.type !== 'group') return identified;
    return { ...identified, definition: { ...definition, widgets: withIds(definition.widgets) } };
  });
}

/** A tab may name widgets as `@1`, `@2`, … in their order. */
function byId(tab: Json, widgets: readonly Json[] | undefined): Json {
  if (!Array.isArray(tab?.widget_ids)) return tab;
  const idOf = (name: unknown) => {
    const position = typeof name === 'string' ? /^@(\d+)$/.exec(name)?.[1] : undefined;
    return position === undefined ? name : (widgets?.[Number(position) - 1]?.id ?? name);
  };
  return { ...tab, widget_ids: tab.widget_ids.map(idOf) };
}

function newId(): string {
  const part = () => randomInt(36 ** 3).toString(36);
  return Array.from({ length: 3 }, () => part().padStart(3, '0')).join('-');
}

function newWidgetId(): number {
  return 1e15 + Math.floor(Math.random() * 8e15);
}

/** As in the addresses that are recorded: at most 80 characters, no `_`. */
function slug(title: string): string {
  const letters = title.normalize('NFKD').toLowerCase();
  const words = letters.replace(/[^a-z0-9\s-]/g, '').trim();
  return words.replace(/[\s-]+/g, '-').slice(0, 80);
}

/** Now, as the API writes it. */
export function timestamp(): string {
  return new Date().toISOString().replace('Z', '000+00:00');
}

function summary(dashboard: Json): Json {
  const { id, title, description, author_handle, layout_type, url, created_at, modified_at } = dashboard;
  const about = { id, title, description, author_handle, layout_type, url, created_at, modified_at };
  return { ...about, is_read_only: false };
}

interface ById {
  readonly Params: { readonly id: string };
}

export function dashboardRoutes(server: FastifyInstance, dashboards: Dashboards): void {
  const path = '/api/v1/dashboard';
  server.get(path, async () => ({ dashboards: dashboards.all().map(summary) }));
  server.post(path, async ({ body }) => dashboards.create(asObject(body)));
  server.get<ById>(`${path}/:id`, async ({ params }) => dashboards.get(params.id));
  server.put<ById>(`${path}/:id`, async ({ params, body }) => dashboards.replace(params.id, asObject(body)));
  server.delete<ById>(`${path}/:id`, async ({ params }) => {
    dashboards.delete(params.id);
    return { deleted_dashboard_id: params.id };
  });
}
