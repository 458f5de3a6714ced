import { randomUUID } from 'crypto';
import { FastifyInstance } from 'fastify';
import { appProblems } from './app-problems';
import { asObject, Json, Refusal } from './refusal';

export interface BuilderApp {
  readonly id: string;
  attributes: Json;
  version: number;
  versionId: string;
  /** The last time that it was published or unpublished. */
  deployment?: Json;
  /** The version that was then the newest. */
  deployedVersion?: number;
  readonly createdAt: string;
  updatedAt: string;
}

const UNPUBLISHED = '00000000-0000-0000-0000-000000000000';
const TYPE = 'appDefinitions';
const USER = {
  user_id: 1,
  user_uuid: '3ad549bf-eba0-11e9-a77a-0705486660d0',
  user_name: 'someone@example.com',
};

/** App Builder's apps. */
export class Apps {
  private readonly apps = new Map<string, BuilderApp>();

  all(): BuilderApp[] {
    return [...this.apps.values()];
  }

  get(id: string): BuilderApp {
    const app = this.apps.get(id);
    if (app) return app;
    throw new Refusal(404, [{ title: 'app not found', detail: `app with id ${id} not found` }]);
  }

  create(given: Json): BuilderApp {
    const createdAt = new Date().toISOString();
    const app = { id: randomUUID(), version: 1, versionId: randomUUID(), createdAt, updatedAt: createdAt };
    const created = { ...app, attributes: checked(given) };
    this.apps.set(created.id, created);
    return created;
  }

  /** What is not given stays; what is published stays published as it was. */
  update(id: string, given: Json): BuilderApp {
    const app = this.get(id);
    app.attributes = checked({ ...app.attributes, ...given });
    app.version++;
    app.versionId = randomUUID();
    app.updatedAt = new Date().toISOString();
    return app;
  }

  /** As someone does in the UI. */
  edit(id: string, change: (attributes: Json) => void): BuilderApp {
    const attributes = structuredClone(this.get(id).attributes);
    change(attributes);
    return this.update(id, attributes);
  }

  delete(id: string): void {
    this.get(id);
    this.apps.delete(id);
  }

  isPublished(id: string): boolean {
    const deployment = this.apps.get(id)?.deployment;
    return deployment !== undefined && deployment.attributes.app_version_id !== UNPUBLISHED;
  }

  publish(id: string): Json {
    return this.deploy(id, this.get(id).versionId, 'published');
  }

  unpublish(id: string): Json {
    return this.deploy(id, UNPUBLISHED, 'unpublished');
  }

  private deploy(id: string, versionId: string, verb: string): Json {
    const app = this.get(id);
    const same = app.deployedVersion === app.version;
    if (same && app.deployment?.attributes.app_version_id === versionId) {
      throw new Refusal(400, [{ title: `this version of the app has already been ${verb}` }]);
    }
    app.deployment = {
      id: randomUUID(),
      type: 'deployment',
      attributes: { app_version_id: versionId },
      meta: { created_at: new Date().toISOString(), ...USER },
    };
    app.deployedVersion = app.version;
    return app.deployment;
  }
}

/** @throws Refusal where App Builder would not take them */
function checked(given: Json): Json {
  const attributes = {
    favorite: false,
    selfService: false,
    tags: [],
    queries: [],
    description: '',
    ...given,
  };
  const problems = [...appProblems(attributes)];
  if (problems.length > 0) throw new Refusal(400, problems);
  return attributes;
}

function answer({ id, attributes, deployment, ...app }: BuilderApp): Json {
  const { version, versionId, createdAt, updatedAt } = app;
  const meta = {
    org_id: 1,
    ...USER,
    version,
    version_id: versionId,
    updated_since_deployment: deployment !== undefined && app.deployedVersion !== version,
    created_at: createdAt,
    updated_at: updatedAt,
    deleted_at: '0001-01-01T00:00:00Z',
  };
  return { data: { id, type: TYPE, attributes }, meta, ...(deployment && { included: [deployment] }) };
}

function summary({ data, meta }: Json): Json {
  const { description, favorite, name, selfService, tags } = data.attributes;
  return { ...data, attributes: { description, favorite, name, selfService, tags }, meta };
}

function givenIn(body: unknown): Json {
  const { data } = asObject(body);
  if (data?.type !== TYPE) {
    throw new Refusal(400, [{ title: 'invalid field', source: { pointer: '/data/type' } }]);
  }
  return asObject(data.attributes);
}

interface ById {
  readonly Params: { readonly id: string };
}

/** Statuses, errors and forms are those of the recordings that Datadog's API clients are tested with. */
export function appRoutes(server: FastifyInstance, apps: Apps): void {
  const path = '/api/v2/app-builder/apps';
  const created = (id: string) => ({ data: { id, type: TYPE } });
  server.post(path, (request, reply) => {
    const { id } = apps.create(givenIn(request.body));
    return reply.code(201).send(created(id));
  });
  server.get(path, async () => {
    const data = apps.all().map((app) => summary(answer(app)));
    return { data, meta: { page: { totalCount: data.length, totalFilteredCount: data.length } } };
  });
  server.get<ById>(`${path}/:id`, async ({ params }) => answer(apps.get(params.id)));
  server.patch<ById>(`${path}/:id`, async ({ params, body }) => {
    apps.get(params.id);
    return answer(apps.update(params.id, givenIn(body)));
  });
  server.delete<ById>(`${path}/:id`, async ({ params }) => {
    apps.delete(params.id);
    return created(params.id);
  });
  server.post<ById>(`${path}/:id/deployment`, ({ params }, reply) =>
    reply.code(201).send({ data: apps.publish(params.id) }),
  );
  server.delete<ById>(`${path}/:id/deployment`, async ({ params }) => ({ data: apps.unpublish(params.id) }));
}
