import { DashboardV2 } from '@cdktn/provider-datadog/lib/dashboard-v2';
import { DatadogProvider } from '@cdktn/provider-datadog/lib/provider';
import { App, Aspects, TerraformStack, Testing } from 'cdktn';
import { cdktnLibrary } from './support';

it('the datadog_dashboard_v2 of the bindings is tagged', () => {
  const stack = new TerraformStack(new App(), 'stack');
  new DatadogProvider(stack, 'Datadog');
  const query = { metricQuery: { name: 'query1', query: 'avg:memory{service:cart}' } };
  new DashboardV2(stack, 'Next', {
    title: 'Next',
    layoutType: 'ordered',
    widget: [{ timeseriesDefinition: { title: 'Memory', request: [{ query: [query] }] } }],
  });
  Aspects.of(stack).add(new cdktnLibrary.RookoutTagging() as any);
  const { datadog_dashboard_v2: dashboards } = JSON.parse(Testing.synth(stack, true)).resource;
  const [{ widget }] = Object.values<any>(dashboards);
  const { timeseries_definition: graph } = widget[0];
  expect(graph.title).toBe('Memory [service:cart]');
  expect(graph.custom_link).toEqual([
    { label: 'Set metric points', link: 'https://app.rookout.com/?labels=service%3Acart' },
  ]);
});
