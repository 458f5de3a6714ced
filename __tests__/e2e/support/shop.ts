import { RookoutApp, RookoutDashboard } from '../../../lib';
import { BuilderApp } from '../../support/datadog-api/apps';
import { DatadogApi, Json } from '../../support/datadog-api';
import { byTitle, held } from './held';
import { Workspace } from './workspace';

/**
 * A deployed stack to let faults befall: an app, the overview that embeds it, a plain dashboard, and a dashboard and
 * an app that changes add and take away.
 */
export class Shop {
  /** The one before, where it has settled; else one that is deployed anew. */
  static async next(version: string, before: Shop | undefined): Promise<Shop> {
    if (before?.settled) {
      before.settled = false;
      return before;
    }
    await before?.workspace.close();
    const shop = new Shop(await Workspace.open(version));
    shop.exchange();
    await shop.workspace.apply();
    shop.appContent = contentOf(shop.api.apps.all()[0]);
    return shop;
  }

  dashboards!: { overview: RookoutDashboard; checkout: RookoutDashboard; added: RookoutDashboard };
  apps!: { app: RookoutApp; added: RookoutApp };
  private settled = false;
  private revision = 0;
  /** How many times what is added was exchanged. */
  private count = 0;
  /** What all of these apps show. */
  private appContent: Json = {};

  private constructor(readonly workspace: Workspace) {}

  get api(): DatadogApi {
    return this.workspace.api;
  }

  /** Declares another description of the app, of the overview and of the plain dashboard. */
  revise(): void {
    this.revision++;
    this.declare();
  }

  /** Declares a new dashboard and a new app, in place of those that were added before. */
  exchange(): void {
    this.count++;
    this.declare();
  }

  /** Expects Datadog to hold what is declared, and the next plan to be empty. */
  async expectSettled(): Promise<void> {
    const found = { ...this.inDatadog(), changes: await this.workspace.changes() };
    expect(found).toEqual({ ...this.declared(), changes: {} });
    this.settled = true;
  }

  /** Dashboards and apps as the API holds them. */
  inDatadog(): { dashboards: Json[]; apps: Json[] } {
    return {
      dashboards: byTitle(this.api.dashboards.all().map(held)),
      apps: this.api.apps
        .all()
        .map((app) => ({
          ...contentOf(app),
          name: app.attributes.name,
          description: app.attributes.description,
          published: this.api.apps.isPublished(app.id) && app.deployedVersion === app.version,
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }

  /** The id of what Terraform knows at the address. */
  async idInState(address: string): Promise<string> {
    const { stdout } = await this.workspace.command('state', 'show', '-no-color', address);
    return /^ {4}id += "(.*)"/m.exec(stdout)![1];
  }

  dashboardTitled(title: string): Json {
    return this.api.dashboards.all().find((dashboard) => dashboard.title === title)!;
  }

  appNamed(name: string): BuilderApp {
    return this.api.apps.all().find(({ attributes }) => attributes.name === name)!;
  }

  private declare(): void {
    const description = `Revision ${this.revision}`;
    const tool = `Tool ${this.count}`;
    this.workspace.synth((stack) => {
      const app = new RookoutApp(stack, 'App', { description });
      this.apps = { app, added: new RookoutApp(stack, tool, { name: tool }) };
      const plain = (title: string, props = {}) =>
        new RookoutDashboard(stack, title, {
          title,
          overview: false,
          services: ['checkoutservice'],
          ...props,
        });
      this.dashboards = {
        overview: new RookoutDashboard(stack, 'Overview', { app, description, services: ['cartservice'] }),
        checkout: plain('Checkout', { description }),
        added: plain(`Board ${this.count}`),
      };
    });
  }

  private declared(): object {
    const dashboards = Object.values(this.dashboards);
    const apps = Object.values(this.apps).map(({ resource }) => ({
      ...this.appContent,
      name: resource.nameInput,
      description: resource.descriptionInput,
      published: true,
    }));
    return {
      dashboards: byTitle(dashboards.map((dashboard) => this.withAppId(dashboard.toJson()))),
      apps: apps.sort((a, b) => a.name!.localeCompare(b.name!)),
    };
  }

  private withAppId(json: unknown): Json {
    const { resource, builderAppId } = this.apps.app;
    const id = this.appNamed(resource.nameInput!)?.id;
    return JSON.parse(JSON.stringify(json).replaceAll(builderAppId, id));
  }
}

function contentOf({ attributes }: BuilderApp): Json {
  const { components, queries, rootInstanceName } = attributes;
  return { components, queries, rootInstanceName };
}
