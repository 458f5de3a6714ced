import { randomUUID } from 'crypto';
import { FastifyInstance } from 'fastify';
import { Apps } from './apps';
import { withIds } from './dashboards';
import { asObject, Json, Refusal } from './refusal';
import { widgetProblems } from './widget-problems';

/** A powerpack that has no place of its own gets this one. */
const LAYOUT = { width: 12, height: 1, x: 0, y: 0 };

/** Powerpacks as the API answers them, after the recordings that Datadog's provider is tested with. */
export class Powerpacks {
  private readonly powerpacks = new Map<string, Json>();

  constructor(private readonly apps: Apps) {}

  all(): Json[] {
    return [...this.powerpacks.values()];
  }

  get(id: string): Json {
    const powerpack = this.powerpacks.get(id);
    if (powerpack) return powerpack;
    throw new Refusal(404, [{ title: 'Not Found', detail: `Powerpack ${id} not found` }]);
  }

  create(given: Json): Json {
    return this.put(randomUUID(), given);
  }

  replace(id: string, given: Json): Json {
    this.get(id);
    return this.put(id, given);
  }

  delete(id: string): void {
    this.get(id);
    this.powerpacks.delete(id);
  }

  private put(id: string, { data }: Json): Json {
    const { group_widget: group, ...attributes } = asObject(data?.attributes);
    const definition = asObject(group?.definition);
    const widgets = withIds(definition.widgets);
    if (!Array.isArray(widgets)) throw new Refusal(400, [{ detail: "'widgets' is invalid" }]);
    const problems = [...widgetProblems(widgets, { layout_type: 'ordered' }, this.apps, 'inner ')];
    if (problems.length > 0) {
      throw new Refusal(
        400,
        problems.map((detail) => ({ title: 'Bad Request', detail })),
      );
    }
    const powerpack = {
      id,
      type: 'powerpack',
      attributes: {
        ...attributes,
        group_widget: { layout: LAYOUT, ...group, definition: { ...definition, widgets } },
      },
    };
    this.powerpacks.set(id, powerpack);
    return powerpack;
  }
}

interface ById {
  readonly Params: { readonly id: string };
}

export function powerpackRoutes(server: FastifyInstance, powerpacks: Powerpacks): void {
  const path = '/api/v2/powerpacks';
  server.get(path, async () => ({ data: powerpacks.all() }));
  server.post(path, async ({ body }) => ({ data: powerpacks.create(asObject(body)) }));
  server.get<ById>(`${path}/:id`, async ({ params }) => ({ data: powerpacks.get(params.id) }));
  server.patch<ById>(`${path}/:id`, async ({ params, body }) => ({
    data: powerpacks.replace(params.id, asObject(body)),
  }));
  server.delete<ById>(`${path}/:id`, async ({ params }, reply) => {
    powerpacks.delete(params.id);
    return reply.code(204).send();
  });
}
