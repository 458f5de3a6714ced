import { FastifyInstance } from 'fastify';
import { Refusal } from './refusal';

interface ById {
  readonly Params: { readonly id: string };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Application keys that may be used with App Builder, by the key's id. */
export class KeyRegistrations {
  private readonly ids = new Set<string>();

  all(): string[] {
    return [...this.ids];
  }

  register(id: string): void {
    this.ids.add(id);
  }

  unregister(id: string): void {
    if (!this.ids.delete(id)) throw notFound();
  }

  /** @throws Refusal where it is not registered */
  check(id: string): void {
    if (!this.ids.has(id)) throw notFound();
  }
}

function notFound(): Refusal {
  return new Refusal(404, [{ detail: 'app key not found' }]);
}

function uuid(id: string): string {
  if (UUID.test(id)) return id.toLowerCase();
  const detail = 'invalid parameter "appKeyId" in "path"; expected type "uuid"';
  throw new Refusal(400, [{ status: '400', title: 'Invalid Parameter', detail }]);
}

function answer(id: string) {
  return { data: { id, type: 'app_key_registration' } };
}

/** Statuses and errors are those of the recordings that Datadog's API clients are tested with. */
export function keyRegistrationRoutes(server: FastifyInstance, registrations: KeyRegistrations): void {
  const path = '/api/v2/actions/app_key_registrations/:id';
  server.put<ById>(path, (request, reply) => {
    const id = uuid(request.params.id);
    registrations.register(id);
    return reply.code(201).send(answer(id));
  });
  server.get<ById>(path, async (request) => {
    const id = uuid(request.params.id);
    registrations.check(id);
    return answer(id);
  });
  server.delete<ById>(path, (request, reply) => {
    registrations.unregister(uuid(request.params.id));
    return reply.code(204).send();
  });
}
