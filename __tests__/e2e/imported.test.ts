import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Aspects } from 'cdktf';
import { RookoutDashboard, RookoutTagging } from '../../lib';
import { CHECKOUT } from '../support/checkout';
import { DASHBOARDS } from '../support/dashboards';
import { Json } from '../support/datadog-api';
import { describeWithProvider } from './support/describe-with-provider';
import { held } from './support/held';
import { Workspace } from './support/workspace';

const EXPORTS: [string, Json][] = Object.entries({
  ...DASHBOARDS,
  CHECKOUT: JSON.parse(CHECKOUT),
}).map(([name, json]) => [name, accepted(json)]);
const LINK = 'https://app.rookout.com/?labels=';

describeWithProvider('dashboards that exist', (version) => {
  let workspace: Workspace;
  beforeEach(async () => (workspace = await Workspace.open(version)));
  afterEach(() => workspace.close());

  /** Until version 4 the provider compares tabs by the ids of widgets, which are new after each update. */
  const unsettled = (resource: RookoutDashboard['resource'], json: Json) =>
    json.tabs && version.startsWith('3.')
      ? { [`datadog_dashboard_json.${resource.friendlyUniqueId}`]: 'update' }
      : {};

  it('are created as they were exported and tagged, settle, and are destroyed', async () => {
    const dashboards: RookoutDashboard[] = [];
    workspace.synth((stack) => {
      for (const [name, json] of EXPORTS) {
        dashboards.push(RookoutDashboard.fromJson(stack, name, { json, overrides: { title: name } }));
      }
    });
    await workspace.apply();
    const byTitle = new Map(workspace.api.dashboards.all().map((dashboard) => [dashboard.title, dashboard]));
    for (const dashboard of dashboards) {
      const declared = dashboard.toJson();
      expect(withTabsByPosition(byTitle.get(declared.title)!)).toEqual(declared);
    }
    const expected = dashboards.map((dashboard) => unsettled(dashboard.resource, dashboard.toJson()));
    expect(await workspace.changes()).toEqual(Object.assign({}, ...expected));
    await workspace.destroy();
    expect(workspace.api.dashboards.all()).toEqual([]);
  });

  it.each(EXPORTS)('%s is adopted in place, and only tagged', async (_, json) => {
    const exported = workspace.api.dashboards.create(json);
    let dashboard!: RookoutDashboard;
    const synth = (importedId?: string) =>
      workspace.synth((stack) => {
        dashboard = RookoutDashboard.fromJson(stack, 'Adopted', { json: exported });
        if (importedId !== undefined) dashboard.resource.importFrom(importedId);
      });
    synth(exported.id);
    const { stdout } = await workspace.apply();
    expect(stdout).toContain('Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.');
    synth();
    expect(await workspace.changes()).toEqual(unsettled(dashboard.resource, json));

    const [adopted, ...others] = workspace.api.dashboards.all();
    expect(others).toEqual([]);
    expect(adopted.id).toBe(exported.id);
    expect(untagged(adopted)).toEqual(untagged(exported));
  });

  it('of others are tagged where they are declared, by either resource', async () => {
    const query = 'avg:kubernetes.memory.usage{kube_deployment:cartservice}';
    workspace.synth((stack) => {
      new DashboardJson(stack, 'Json', {
        dashboard: JSON.stringify({
          title: 'By JSON',
          description: '',
          layout_type: 'ordered',
          notify_list: [],
          template_variables: [],
          widgets: [{ definition: { type: 'timeseries', title: 'Memory', requests: [{ q: query }] } }],
        }),
      });
      const timeseries = { timeseriesDefinition: { title: 'Memory', request: [{ q: query }] } };
      new Dashboard(stack, 'Typed', {
        title: 'Typed',
        layoutType: 'ordered',
        widget: [timeseries, { groupDefinition: { layoutType: 'ordered', widget: [timeseries] } }],
      });
      Aspects.of(stack).add(new RookoutTagging());
    });
    await workspace.apply();
    const tagged = {
      title: 'Memory [k8s_deployment:cartservice]',
      custom_links: [{ label: 'Set metric points', link: `${LINK}k8s_deployment%3Acartservice` }],
    };
    const graphs = workspace.api.dashboards.all().flatMap(graphsOf);
    expect(graphs).toHaveLength(3);
    for (const graph of graphs) expect(graph).toMatchObject(tagged);
    expect(await workspace.changes()).toEqual({});
  });
});

/** What Datadog takes of it, to have a dashboard that can be exported: no lists, no kinds of widgets that are new. */
function accepted({ dashboard_lists: _, widgets, ...json }: Json): Json {
  return { ...json, widgets: widgets.filter(({ definition }: Json) => definition.type !== 'brand_new_kind') };
}

/** As the API holds it, but for what the server adds; its tabs name widgets by their place. */
function withTabsByPosition(dashboard: Json): Json {
  const { tabs, ...rest } = dashboard;
  if (!tabs) return held(dashboard);
  const places = new Map(dashboard.widgets.map(({ id }: Json, index: number) => [id, `@${index + 1}`]));
  const placed = tabs.map((tab: Json) => ({
    ...tab,
    widget_ids: tab.widget_ids.map((id: number) => places.get(id)),
  }));
  return { ...held(rest), tabs: placed };
}

/** Without titles and context links of graphs, without what is empty, and without what Datadog takes no longer. */
function untagged(dashboard: Json): Json {
  const { is_read_only: _, ...rest } = withTabsByPosition(dashboard);
  const filled = Object.entries(rest).filter(([, value]) => value !== null && value.length !== 0);
  return JSON.parse(JSON.stringify(Object.fromEntries(filled)), (_, value) =>
    value?.type === 'timeseries' ? { ...value, title: undefined, custom_links: undefined } : value,
  );
}

function graphsOf({ widgets }: Json): Json[] {
  return widgets.flatMap(({ definition }: Json) =>
    definition.widgets ? graphsOf(definition) : [definition],
  );
}
