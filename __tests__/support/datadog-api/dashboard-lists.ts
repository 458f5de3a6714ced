import { FastifyInstance } from 'fastify';
import { Dashboards, timestamp } from './dashboards';
import { asObject, Json, Refusal } from './refusal';

interface Item {
  readonly id: string;
  readonly type: string;
}

interface DashboardList {
  readonly id: number;
  name: string;
  readonly created: string;
  modified: string;
  members: Item[];
}

/** Manual lists of dashboards; a dashboard that is deleted leaves them. */
export class DashboardLists {
  private readonly lists = new Map<number, DashboardList>();
  private lastId = 100_000;

  constructor(private readonly dashboards: Dashboards) {}

  all(): DashboardList[] {
    return [...this.lists.values()];
  }

  get(id: number): DashboardList {
    const list = this.lists.get(id);
    if (!list) throw new Refusal(404, [`Manual Dashboard List with id ${id} not found`]);
    list.members = list.members.filter(({ id }) => this.dashboards.has(id));
    return list;
  }

  create(name: unknown): DashboardList {
    const created = timestamp();
    const id = ++this.lastId;
    const list = { id, name: checkedName(name), created, modified: created, members: [] };
    this.lists.set(id, list);
    return list;
  }

  rename(id: number, name: unknown): DashboardList {
    return Object.assign(this.get(id), { name: checkedName(name), modified: timestamp() });
  }

  delete(id: number): void {
    this.get(id);
    this.lists.delete(id);
  }

  /** @returns those that were not in it */
  add(id: number, items: readonly Item[]): Item[] {
    const list = this.get(id);
    const added = this.known(items).filter((item) => !list.members.some((member) => member.id === item.id));
    list.members.push(...added);
    list.modified = timestamp();
    return added;
  }

  replace(id: number, items: readonly Item[]): Item[] {
    return Object.assign(this.get(id), { members: this.known(items), modified: timestamp() }).members;
  }

  /** @returns those that were in it */
  remove(id: number, items: readonly Item[]): Item[] {
    const list = this.get(id);
    const removed = list.members.filter((member) => items.some((item) => item.id === member.id));
    list.members = list.members.filter((member) => !removed.includes(member));
    list.modified = timestamp();
    return removed;
  }

  private known(items: readonly Item[]): Item[] {
    return items
      .filter(({ id, type }) => this.dashboards.has(id) && type === typeOf(this.dashboards.get(id)))
      .map(({ id, type }) => ({ type, id }));
  }
}

function typeOf(dashboard: Json): string {
  return dashboard.layout_type === 'free' ? 'custom_screenboard' : 'custom_timeboard';
}

function checkedName(name: unknown): string {
  if (typeof name === 'string' && name !== '') return name;
  throw new Refusal(400, ["'name' is a required property"]);
}

function itemsIn(body: unknown): Item[] {
  const { dashboards } = asObject(body);
  const isItem = (item: any) => typeof item?.id === 'string' && typeof item?.type === 'string';
  if (Array.isArray(dashboards) && dashboards.every(isItem)) return dashboards;
  throw new Refusal(400, ["'dashboards' is invalid"]);
}

interface ById {
  readonly Params: { readonly id: number };
}

/** Statuses, errors and forms are those of the recordings that Datadog's API clients are tested with. */
export function dashboardListRoutes(
  server: FastifyInstance,
  lists: DashboardLists,
  dashboards: Dashboards,
): void {
  const author = { handle: 'someone@example.com', name: 'Someone' };
  const about = ({ members, ...list }: DashboardList) => ({
    author,
    ...list,
    dashboards: null,
    dashboard_count: members.length,
    is_favorite: false,
    type: 'manual_dashboard_list',
  });
  const details = ({ id, type }: Item) => {
    const { title, url, created_at: created, modified_at: modified, tags = null } = dashboards.get(id);
    const flags = { is_favorite: false, is_shared: false, is_read_only: false, popularity: 0 };
    return {
      type,
      id,
      title,
      url,
      author,
      created,
      modified,
      tags,
      icon: null,
      integration_id: null,
      ...flags,
    };
  };

  const path = '/api/v1/dashboard/lists/manual';
  server.get(path, async () => ({ dashboard_lists: lists.all().map(({ id }) => about(lists.get(id))) }));
  server.post(path, async ({ body }) => about(lists.create(asObject(body).name)));
  server.get<ById>(`${path}/:id`, async ({ params }) => about(lists.get(Number(params.id))));
  server.put<ById>(`${path}/:id`, async ({ params, body }) =>
    about(lists.rename(Number(params.id), asObject(body).name)),
  );
  server.delete<ById>(`${path}/:id`, async ({ params }) => {
    lists.delete(Number(params.id));
    return { deleted_dashboard_list_id: Number(params.id) };
  });

  const items = '/api/v2/dashboard/lists/manual/:id/dashboards';
  server.get<ById>(items, async ({ params }) => {
    const { members } = lists.get(Number(params.id));
    return { dashboards: members.map(details), total: members.length };
  });
  server.post<ById>(items, async ({ params, body }) => ({
    added_dashboards_to_list: lists.add(Number(params.id), itemsIn(body)),
  }));
  server.put<ById>(items, async ({ params, body }) => ({
    dashboards: lists.replace(Number(params.id), itemsIn(body)),
  }));
  server.delete<ById>(items, async ({ params, body }) => ({
    deleted_dashboards_from_list: lists.remove(Number(params.id), itemsIn(body)),
  }));
}
