import { graphsOf } from '../../../lib/datadog/tagging/graphs';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { ShownGraph } from '../../../lib/datadog/tagging/shown-graph';
import { tagDefinition } from '../../../lib/datadog/tagging/tag-definition';
import { variablesIn } from '../../../lib/datadog/tagging/variables';
import { RookoutLabel } from '../../../lib/rookout/label';
import { q } from './tagged';

const RULES = taggingRules({});
const VARIABLES = variablesIn([]);
const graphs = () => graphsOf(RULES, VARIABLES);
const labelsOf = (...texts: string[]) => texts.map((text) => RookoutLabel.parse(text));

describe('the graphs of dashboards with the same rules and variables', () => {
  it('are the same', () => {
    expect(graphs()).toBe(graphs());
    expect(graphsOf(RULES, variablesIn([]))).not.toBe(graphs());
    expect(graphsOf(taggingRules({}), VARIABLES)).not.toBe(graphs());
  });

  it('share what the same queries show', () => {
    const cart = graphs().of(q('avg:a{service:cart}'));
    expect(graphs().of(q('avg:b{service:cart}'))).toBe(cart);
    expect(graphs().of(q('avg:a{service:pay}'))).not.toBe(cart);
    const both = [...q('avg:a{service:cart}').requests, ...q('avg:a{service:pay}').requests];
    expect(graphs().of({ requests: both })).not.toBe(cart);
    expect(graphs().of({ requests: both }).shown.labels.map(String)).toEqual(['service:cart', 'service:pay']);
    expect(graphs().of({ requests: [] })).toBe(graphs().ofNothing);
    expect(graphs().of({ requests: both })).toBe(graphs().of({ requests: both }));
  });

  it('of a split are others', () => {
    const split = graphs().splitBy(['env']);
    const query = q('avg:a{env IN (x,y) AND service:cart}');
    expect(graphs().splitBy(['env'])).toBe(split);
    expect(graphs().splitBy(['zone'])).not.toBe(split);
    expect(split.of(query).shown.labels.map(String)).toEqual(['service:cart']);
    expect(graphs().of(query).shown.labels.map(String)).toEqual(['service:cart', 'env:x', 'env:y']);
  });
});

describe('what a graph shows', () => {
  let graph: ShownGraph;
  beforeEach(() => {
    graph = graphs().of(q('avg:a{service:cart,env:prod}'));
  });

  it('is found out once', () => {
    expect(graph.shown).toBe(graph.shown);
    expect(graph.link).toBe(graph.link);
    const link = graph.linkOfTitled('CPU [service:cart]');
    expect(link).toBeDefined();
    expect(graph.linkOfTitled('Memory [service:cart]')).toBe(link);
    expect(graph.linkOfTitled('Memory [env:prod]')).not.toBe(link);
    expect(graph.linkOfTitled('Memory')).toBeUndefined();
    const named = graph.named(labelsOf('service:cart'));
    expect(graph.named(labelsOf('service:cart'))).toBe(named);
  });

  it('is apart for other labels', () => {
    const textsOf = (labels: readonly unknown[]) => labels.map(String);
    expect(textsOf(graph.named(labelsOf('service:a', 'env:b')).labels)).toEqual(['service:a', 'env:b']);
    expect(textsOf(graph.named(labelsOf('service:ae', 'nv:b')).labels)).toEqual(['service:ae', 'nv:b']);
  });

  it('is not contradicted by a label of which no tag is known', () => {
    const { disagreement, labels, shown } = graph.named(labelsOf('tier:x'));
    expect(disagreement).toBeUndefined();
    expect(labels.map(String)).toEqual(['tier:x']);
    expect(shown.labels.map(String)).toEqual(['service:cart', 'env:prod']);
  });
});

describe('the definition of a graph', () => {
  it('is the same object if nothing has changed', () => {
    const definition = { type: 'timeseries', title: 'A', ...q('avg:a{zone:x}') };
    expect(tagDefinition(definition, 'widgets[0]', graphs()).definition).toBe(definition);
    const excluding = graphsOf(taggingRules({ excludeTitles: ['A'] }), VARIABLES);
    expect(tagDefinition(definition, 'widgets[0]', excluding).definition).toBe(definition);
  });
});
