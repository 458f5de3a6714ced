import { TerraformVariable } from 'cdktf';
import { IConstruct } from 'constructs';
import { RookoutDashboard, RookoutTimeseries, RookoutTitles } from '../../lib';
import { newStack } from '../support/stack';

const warningsOf = (construct: IConstruct) =>
  construct.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data);

describe('a service whose name Datadog stores as another text', () => {
  const warning = (path: string) =>
    `[${path}] The service "Cart  Service_" is "cart_service" in Datadog's tag kube_deployment. If your instances can ` +
    'have the label k8s_deployment:cart_service, use this name: it is the same in tags and labels.';
  const service = 'Cart  Service_';

  it('is told of once, wherever it is named', () => {
    const stack = newStack();
    const board = new RookoutDashboard(stack, 'Board', { overview: false, services: [service] });
    board.addTimeseries({ service, query: 'avg:a{*}' });
    expect(warningsOf(board)).toEqual([warning('stack/Board')]);
    const graph = new RookoutTimeseries(stack, 'Graph', { service, query: 'avg:a{*}' });
    expect(warningsOf(graph)).toEqual([warning('stack/Graph')]);
    const titles = new RookoutTitles(stack, 'Titles');
    titles.forService(service);
    titles.forService(service, { subject: 'Memory' });
    expect(warningsOf(titles)).toEqual([warning('stack/Titles')]);
  });

  it('is not told of if the name is the same, has no tag, or only Terraform knows it', () => {
    const stack = newStack();
    const titles = new RookoutTitles(stack, 'Titles');
    titles.forService('cart-service');
    titles.forService(new TerraformVariable(stack, 'service', { type: 'string' }).stringValue);
    titles.forService(service, { labelKey: 'squad' });
    expect(warningsOf(titles)).toEqual([]);
  });
});
