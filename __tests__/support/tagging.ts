import { Aspects, TerraformStack } from 'cdktf';
import { RookoutTagging, RookoutTaggingProps } from '../../lib';
import { synthesized } from './stack';

/** The link of tagged graphs, up to its label filters. */
export const LINK = 'https://app.rookout.com/?labels=';

/** A timeseries of one query. */
export function graph(title: string, query: string, rest: object = {}): any {
  return { definition: { title, type: 'timeseries', requests: [{ q: query }], ...rest } };
}

/** A dashboard of widgets. */
export function board(...widgets: any[]): any {
  return { title: 'Shop', layout_type: 'ordered', widgets };
}

/** A graph of one deployment. */
export const CART = graph('Memory', 'avg:kubernetes.memory.usage{kube_deployment:cartservice,env:prod}');
/** A graph of everything. */
export const NOTHING = graph('Load', 'avg:system.load.1{*}');

/** The stack's Terraform JSON after a `RookoutTagging` on it. */
export function tag(stack: TerraformStack, props: RookoutTaggingProps = {}): any {
  Aspects.of(stack).add(new RookoutTagging(props));
  return synthesized(stack);
}

/** The annotations of all constructs of the stack. */
export function annotations(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type.startsWith('@cdktf/'))
    .map(({ type, data }) => `${type}: ${data}`);
}
