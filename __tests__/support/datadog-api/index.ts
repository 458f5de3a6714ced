import Fastify, { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AddressInfo } from 'net';
import { setTimeout as sleep } from 'timers/promises';
import { appRoutes, Apps } from './apps';
import { DashboardLists, dashboardListRoutes } from './dashboard-lists';
import { dashboardRoutes, Dashboards } from './dashboards';
import { ERROR_OF_STATUS, Fault, FaultRule, Faults, RATE_LIMIT_HEADERS } from './faults';
import { keyRegistrationRoutes, KeyRegistrations } from './key-registrations';
import { powerpackRoutes, Powerpacks } from './powerpacks';
import { Refusal } from './refusal';

export type { Fault, FaultRule } from './faults';
export { type Json, Refusal } from './refusal';

export interface DatadogApiOptions {
  readonly apiKey: string;
  readonly appKey: string;
  /** @default any that is free */
  readonly port?: number;
}

/** A call that came in. It holds neither headers nor query, which may carry keys. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly time: Date;
  /** None where there was no answer. */
  status?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    call: Call;
    fault?: Fault;
  }
}

const LARGEST_BODY = 50 * 1024 * 1024;
const VALIDATE = '/api/v1/validate';
const JSON_API = /^\/api\/v2\/(app-builder|actions)\//;

/**
 * The part of Datadog's API that deploys dashboards, powerpacks and apps, on this machine only: it keeps what it is given, and
 * refuses what Datadog refuses.
 */
export class DatadogApi {
  readonly apps = new Apps();
  readonly keyRegistrations = new KeyRegistrations();
  readonly dashboards = new Dashboards(this.apps);
  readonly powerpacks = new Powerpacks(this.apps);
  readonly dashboardLists = new DashboardLists(this.dashboards);
  /** In the order in which they came. */
  readonly calls: Call[] = [];

  private readonly faults = new Faults();
  private readonly server: FastifyInstance;

  private constructor(private readonly options: DatadogApiOptions) {
    this.server = Fastify({ bodyLimit: LARGEST_BODY, forceCloseConnections: true });
    this.readJson();
    this.answerErrors();
    this.server.decorateRequest('fault', undefined);
    this.server.addHook('onRequest', async (request) => this.receive(request));
    this.server.addHook('preHandler', (request, reply) => this.befall(request, reply));
    this.server.addHook('onSend', (request, reply) => conclude(request, reply));
    this.server.get(VALIDATE, async () => ({ valid: true }));
    dashboardListRoutes(this.server, this.dashboardLists, this.dashboards);
    dashboardRoutes(this.server, this.dashboards);
    powerpackRoutes(this.server, this.powerpacks);
    appRoutes(this.server, this.apps);
    keyRegistrationRoutes(this.server, this.keyRegistrations);
  }

  static async start(options: DatadogApiOptions): Promise<DatadogApi> {
    const api = new DatadogApi(options);
    await api.server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /**
   * Lets calls fail that come from now on.
   *
   * @returns lifts the rule
   */
  fail(rule: FaultRule): () => void {
    return this.faults.add(rule);
  }

  /** Ends hanging calls, too. */
  async stop(): Promise<void> {
    await this.server.close();
  }

  private readJson(): void {
    this.server.removeAllContentTypeParsers();
    // Clients name the type of a body that they then leave out.
    const parser = async (_: FastifyRequest, body: string) => (body === '' ? undefined : parsed(body));
    this.server.addContentTypeParser(/^application\/(vnd\.api\+)?json\b/, { parseAs: 'string' }, parser);
  }

  private answerErrors(): void {
    this.server.setErrorHandler((error: FastifyError | Refusal, _, reply) => {
      if (error instanceof Refusal) return reply.code(error.status).send({ errors: error.errors });
      return reply.code(error.statusCode ?? 500).send({ errors: [error.message] });
    });
    this.server.setNotFoundHandler((_, reply) => reply.code(404).send({ errors: ['Not found'] }));
  }

  private receive(request: FastifyRequest): void {
    const [path] = request.url.split('?', 1);
    request.call = { method: request.method, path, time: new Date() };
    this.calls.push(request.call);
    const { apiKey, appKey } = this.options;
    const { 'dd-api-key': api, 'dd-application-key': app } = request.headers;
    if (api !== apiKey || (app !== appKey && path !== VALIDATE)) throw new Refusal(403, ['Forbidden']);
  }

  private async befall(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const fault = this.faults.next(request.method, request.call.path);
    request.fault = fault;
    if (typeof fault === 'number') {
      if (fault === 429) reply.headers(RATE_LIMIT_HEADERS);
      return reply.code(fault).send({ errors: [ERROR_OF_STATUS[fault]] });
    }
    if (fault === 'hang' || fault === 'drop before') {
      reply.hijack();
      if (fault === 'drop before') request.raw.socket.destroy();
    }
    return undefined;
  }
}

async function conclude(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { fault, call } = request;
  if (JSON_API.test(call.path)) reply.type('application/vnd.api+json');
  if (fault === 'drop after') {
    request.raw.socket.destroy();
    return;
  }
  if (fault === '504 after') reply.code(504);
  if (typeof fault === 'object') await sleep(fault.slow, undefined, { ref: false });
  call.status = reply.statusCode;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Refusal(400, [`The body is not JSON: ${(error as Error).message}`]);
  }
}
