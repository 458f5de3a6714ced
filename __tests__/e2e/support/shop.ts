import { TerraformStack } from 'cdktf';
import { execFileSync } from 'child_process';
import { RookoutApp, RookoutDashboard } from '../../../lib';
import { BuilderApp } from '../../support/datadog-api/apps';
import { DatadogApi, Json } from '../../support/datadog-api';
import { held } from './held';
import { Run, Workspace } from './workspace';

/**
 * A deployed stack to let faults befall: an app, the overview that embeds it, a plain dashboard, and a dashboard and
 * an app that changes add and take away.
 */
export class Shop {
  static async deploy(version: string): Promise<Shop> {
    const shop = new Shop(await Workspace.open(version));
    shop.exchange();
    await shop.workspace.apply();
    shop.appContent = contentOf(shop.api.apps.all()[0]);
    return shop;
  }

  dashboards!: { overview: RookoutDashboard; checkout: RookoutDashboard; added: RookoutDashboard[] };
  apps!: { app: RookoutApp; added: RookoutApp };
  private revision = 0;
  private count = 0;
  private added: string[] = [];
  private addedApp = '';
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
    this.added = [`Board ${this.count}`];
    this.addedApp = `Tool ${this.count}`;
    this.declare();
  }

  /** Declares one more dashboard. */
  add(extend?: (stack: TerraformStack) => void): RookoutDashboard {
    this.count++;
    this.added = [...this.added, `Board ${this.count}`];
    this.declare(extend);
    return this.dashboards.added.at(-1)!;
  }

  /** What Datadog and the next plan say. */
  async found(): Promise<object> {
    return { ...this.inDatadog(), changes: await this.workspace.changes() };
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

  /** What is found where all is as declared. */
  declared(): object {
    const { overview, checkout, added } = this.dashboards;
    const apps = Object.values(this.apps).map(({ resource }) => ({
      ...this.appContent,
      name: resource.nameInput,
      description: resource.descriptionInput,
      published: true,
    }));
    return {
      dashboards: byTitle(
        [overview, checkout, ...added].map((dashboard) => this.withAppId(dashboard.toJson())),
      ),
      apps: apps.sort((a, b) => a.name!.localeCompare(b.name!)),
      changes: {},
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

  private declare(extend?: (stack: TerraformStack) => void): void {
    const description = `Revision ${this.revision}`;
    this.workspace.synth((stack) => {
      const app = new RookoutApp(stack, 'App', { description });
      this.apps = { app, added: new RookoutApp(stack, this.addedApp, { name: this.addedApp }) };
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
        added: this.added.map((title) => plain(title)),
      };
      extend?.(stack);
    });
  }

  private withAppId(json: unknown): Json {
    const { resource, builderAppId } = this.apps.app;
    const id = this.appNamed(resource.nameInput!)?.id;
    return JSON.parse(JSON.stringify(json).replaceAll(builderAppId, id));
  }
}

/** The address of a construct's resource, as Terraform's commands take it. */
export function addressOf({ resource }: RookoutDashboard | RookoutApp): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** What Terraform says went wrong, in one line. */
export function said({ stderr }: Run): string {
  return stderr.replace(/\s+/g, ' ');
}

/** The processes that a process has started, by the name of the program. */
export function childrenOf(parent: number): { readonly pid: number; readonly program: string }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/));
  return processes
    .filter(([, ppid]) => Number(ppid) === parent)
    .map(([pid, , program]) => ({ pid: Number(pid), program: program.split('/').at(-1)! }));
}

function contentOf({ attributes }: BuilderApp): Json {
  const { components, queries, rootInstanceName } = attributes;
  return { components, queries, rootInstanceName };
}

function byTitle(dashboards: Json[]): Json[] {
  return [...dashboards].sort((a, b) => a.title.localeCompare(b.title));
}
