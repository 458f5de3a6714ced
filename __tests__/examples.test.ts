import { readdirSync } from 'fs';
import { join } from 'path';
import { unknownToAppBuilder, unknownToDatadog } from './support/datadog-client';
import { RunApp, runApp } from './support/run-app';
import { fromTerraform, onlyResource } from './support/stack';

const EXAMPLES = join(__dirname, '..', 'examples');

function graphs(widgets: any[]): any[] {
  return widgets.flatMap(({ definition }) =>
    definition.type === 'group' ? graphs(definition.widgets) : definition.custom_links ? [definition] : [],
  );
}

function example(name: string): RunApp {
  return runApp(join(EXAMPLES, name));
}

describe.each(readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')))('the example %s', (file) => {
  it('synthesizes dashboards and apps that Datadog knows in every part', () => {
    const { stacks, dashboards, apps } = example(file);
    expect(Object.keys(stacks)).not.toHaveLength(0);
    expect(dashboards).not.toHaveLength(0);
    for (const dashboard of dashboards) {
      expect(unknownToDatadog(dashboard)).toEqual([]);
      expect(graphs(dashboard.widgets)).not.toHaveLength(0);
    }
    expect(apps.every(({ builderAppId }) => builderAppId)).toBe(true);
    for (const stack of Object.values(stacks)) {
      for (const { app_json } of Object.values(stack.resource?.datadog_app_builder_app ?? {})) {
        expect(unknownToAppBuilder(fromTerraform(app_json))).toEqual([]);
      }
    }
  });
});

describe('the examples show what they say', () => {
  it('overview: a section for each service', () => {
    const [{ widgets }] = example('overview.ts').dashboards;
    expect(widgets.slice(6).map(({ definition }: any) => definition.title)).toEqual([
      'cartservice',
      'frontend',
    ]);
  });

  it('compose: widgets of its own, and tagged ones', () => {
    const [{ widgets, template_variables: variables, tags }] = example('compose.ts').dashboards;
    expect(widgets[0]).toMatchObject({ definition: { type: 'note' }, layout: { y: 0, width: 12 } });
    expect(graphs(widgets).every(({ title }) => title.includes('[env:production]'))).toBe(true);
    expect(variables).toMatchObject([{ name: 'namespace' }]);
    expect(tags).toEqual(['team:checkout']);
  });

  it('several-environments: a stack each, told apart by a label', () => {
    const { stacks } = example('several-environments.ts');
    expect(Object.keys(stacks).sort()).toEqual(['production', 'staging']);
    for (const [environment, stack] of Object.entries(stacks)) {
      const { dashboard } = onlyResource(stack, 'datadog_dashboard_json');
      for (const graph of graphs(fromTerraform(dashboard).widgets)) {
        expect(graph.title).toContain(`[env:${environment}]`);
        expect(graph.custom_links[0].link).toContain(`env%3A${environment}`);
        expect(graph.requests[0].queries[0].query).toContain(`env:${environment}`);
      }
    }
  });

  it('agent-labels: the instances have the labels of every title', () => {
    const { stacks, dashboards } = example('agent-labels.ts');
    const { spec } = onlyResource(stacks.cart, 'kubernetes_deployment_v1');
    expect(spec.template.spec.container[0].env).toEqual([
      { name: 'ROOKOUT_LABELS', value: 'k8s_deployment:cartservice,env:production' },
    ]);
    for (const { title } of graphs(dashboards[0].widgets)) {
      expect(title).toContain('[k8s_deployment:cartservice] [env:production]');
    }
  });

  it('french: dashboard, app and manifest are in French', () => {
    const { dashboards, apps } = example('french.ts');
    expect(dashboards[0].widgets[5].definition.title).toBe('Points de métrique Rookout');
    expect(apps[0].manifest.tile.title).toBe('Debugging en temps réel Rookout');
  });

  it("custom-link: the company's own address, and the graph's own links", () => {
    const [graph] = graphs(example('custom-link.ts').dashboards[0].widgets);
    expect(graph.custom_links).toEqual([
      { label: 'Runbook', link: 'https://example.com/runbooks/payments' },
      {
        label: 'Set metric points',
        link: 'https://rookout.example.com/session?filters=k8s_deployment%3Apaymentservice&from={{timestamp_start}}',
      },
    ]);
  });

  it.each([
    ['dynatrace-live-debugger.ts', 'https://TENANT/ui/apps/dynatrace.devobs.debugger/debugger'],
    ['datadog-live-debugger.ts', 'https://app.datadoghq.com/debugging/sessions'],
  ])('%s: every graph opens the same page', (file, link) => {
    const all = graphs(example(file).dashboards[0].widgets);
    expect(all).toHaveLength(2);
    for (const graph of all) {
      expect(graph.title).toContain('[k8s_deployment:cartservice]');
      expect(graph.custom_links).toEqual([{ label: 'Open Live Debugger', link }]);
    }
  });

  it('existing-dashboards: an export taken over, tagged, and added to', () => {
    const [{ widgets, tags }] = example('existing-dashboards.ts').dashboards;
    expect(widgets.map(({ definition }: any) => definition.title)).toEqual([
      'Memory [k8s_deployment:checkoutservice] [env:production]',
      'Payment errors [service:paymentservice]',
      'Restarts in the namespace',
      'Load',
      'checkoutservice',
    ]);
    expect(tags).toEqual(['team:checkout']);
  });

  it('app-and-key-registration: one app, embedded by another stack', () => {
    const { shared, shop } = example('app-and-key-registration.ts').stacks;
    expect(onlyResource(shared, 'datadog_app_key_registration').id).toBe('${var.app_key_id}');
    expect(onlyResource(shop, 'datadog_dashboard_json').dashboard).toContain('data.terraform_remote_state');
  });
});

describe('main.ts', () => {
  const main = join(__dirname, '..', 'main.ts');

  it('takes services, label key, language and link from the context', () => {
    const { dashboards } = runApp(main, {
      rookout: {
        services: ['panier'],
        labelKey: 'service',
        locale: 'fr',
        sessionLink: 'https://rookout.example.com/{labels}',
      },
    });
    const [cpu, memory] = graphs(dashboards[0].widgets);
    expect(memory.title).toBe('panier Mémoire [service:panier]');
    expect(cpu.custom_links[0].link).toBe(
      'https://rookout.example.com/service%3Apanier%2C%24hostname%3A{{pod_name.value}}',
    );
  });

  it.each([
    [{ servcies: [] }, '"servcies" is not a known key'],
    [{ services: [7] }, 'services[0]: 7'],
    [{ services: ['a', 'a'] }, '"a" has a section on this dashboard already'],
  ])('refuses the context %j', (rookout, message) => {
    expect(() => runApp(main, { rookout })).toThrow(message);
  });
});
