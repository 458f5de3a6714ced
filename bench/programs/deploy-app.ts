/**
 * Synthesizes into the folder where it stands, and prints how long that took, and the process's peak of memory:
 *
 *     deploy-app.ts fleet STACKS DASHBOARDS [VERSION] | ours DASHBOARDS | typed DASHBOARDS
 *
 * `fleet` is examples/fleet with that many dashboards in each of its teams' stacks, whose titles name the version; `ours`
 * and `typed` are one stack with the same dashboards as `RookoutDashboard` and as the typed resource of the bindings.
 */
import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { fleet } from '../../examples/fleet/fleet';
import { RookoutDashboard, RookoutTimeseries } from '../../lib';

/** A fleet's service has two graphs, CPU and memory. */
const SERVICES = 20;
const GRAPHS = 2 * SERVICES;

function times<T>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function teams(stacks: number, dashboards: number, version: number) {
  return times(stacks, (team) => ({
    name: `team-${team}`,
    dashboards: times(dashboards, (index) => ({
      id: `dashboard-${index}`,
      title: `Dashboard ${index}, version ${version}`,
      services: times(SERVICES, (service) => `service-${team}-${index}-${service}`),
    })),
  }));
}

function graph(index: number, position: number) {
  const service = `service-${index}`;
  const query = `avg:app.metric_${position}{kube_deployment:${service}} by {pod_name}`;
  return { service, subject: `Metric ${position}`, query };
}

function ours(stack: TerraformStack, index: number): void {
  const dashboard = new RookoutDashboard(stack, `d${index}`, { overview: false, title: `Service ${index}` });
  times(GRAPHS, (position) => new RookoutTimeseries(dashboard, `g${position}`, graph(index, position)));
}

async function typed(): Promise<Variant> {
  const { Dashboard } = await import('@cdktf/provider-datadog/lib/dashboard');
  return (stack, index) =>
    new Dashboard(stack, `d${index}`, {
      title: `Service ${index}`,
      description: '',
      layoutType: 'ordered',
      reflowType: 'fixed',
      widget: times(GRAPHS, (position) => typedGraph(index, position)),
    });
}

type Variant = (stack: TerraformStack, index: number) => void;

function typedGraph(index: number, position: number) {
  const { service, subject, query } = graph(index, position);
  const label = `k8s_deployment:${service}`;
  return {
    widgetLayout: { x: (position % 2) * 6, y: Math.floor(position / 2) * 3, width: 6, height: 3 },
    timeseriesDefinition: {
      title: `${service} ${subject} [${label}]`,
      titleSize: '16',
      titleAlign: 'left',
      showLegend: true,
      legendLayout: 'auto',
      legendColumns: ['avg', 'min', 'max', 'value', 'sum'],
      request: [
        {
          formula: [{ formulaExpression: 'query1' }],
          query: [{ metricQuery: { dataSource: 'metrics', name: 'query1', query } }],
          style: { palette: 'dog_classic', lineType: 'solid', lineWidth: 'normal' },
          displayType: 'line',
        },
      ],
      customLink: [
        {
          label: 'Set metric points',
          link: `https://app.rookout.com/?labels=${encodeURIComponent(label)}`,
        },
      ],
    },
  };
}

function oneStack(app: App, count: number, dashboard: Variant): void {
  const stack = new TerraformStack(app, 'stack');
  new DatadogProvider(stack, 'Datadog');
  times(count, (index) => dashboard(stack, index));
}

async function main(kind: string, first: number, second: number, version = 1): Promise<void> {
  // The typed resource's module is heavy, and loaded only where it is measured.
  const variant = kind === 'typed' ? await typed() : ours;
  const start = performance.now();
  const app = new App();
  if (kind === 'fleet') fleet(app, teams(first, second, version));
  else oneStack(app, first, variant);
  app.synth();
  const milliseconds = performance.now() - start;
  console.log(JSON.stringify({ milliseconds, bytes: process.resourceUsage().maxRSS * 1024 }));
}

const [kind, ...numbers] = process.argv.slice(2);
const [first, second, version] = numbers.map(Number);
void main(kind, first, second, version);
