import { RookoutQueryTable, RookoutQueryTableProps } from '../../lib';
import { newStack } from '../support/stack';
import { describeTagged } from '../support/tagged-widgets';

describeTagged<RookoutQueryTableProps>('RookoutQueryTable', {
  construct: RookoutQueryTable,
  add: (to, props) => to.addQueryTable(props),
  props: { query: 'avg:kubernetes.cpu.usage.total{kube_deployment:cart}' },
  definition: {
    type: 'query_table',
    requests: [
      {
        formulas: [{ formula: 'query1' }],
        queries: [
          {
            data_source: 'metrics',
            name: 'query1',
            query: 'avg:kubernetes.cpu.usage.total{kube_deployment:cart}',
            aggregator: 'avg',
          },
        ],
        response_format: 'scalar',
        sort: { count: 50, order_by: [{ type: 'formula', index: 0, order: 'desc' }] },
      },
    ],
    has_search_bar: 'auto',
  },
});

function definition(props: Partial<RookoutQueryTableProps>): any {
  return new RookoutQueryTable(newStack(), 'Widget', { service: 'cart', ...props } as RookoutQueryTableProps)
    .definition;
}

describe('RookoutQueryTable', () => {
  it('takes several columns, and says whether rows can be searched', () => {
    const { requests, has_search_bar } = definition({
      queries: [{ query: 'avg:system.load.1{*} by {host}' }, { query: 'avg:system.load.5{*} by {host}' }],
      hasSearchBar: 'never',
    });
    expect(requests[0].formulas).toEqual([{ formula: 'query1' }, { formula: 'query2' }]);
    expect(has_search_bar).toBe('never');
    expect(() => definition({ query: 'avg:system.load.1{*}', hasSearchBar: 'no' })).toThrow(
      'hasSearchBar: "no"',
    );
  });

  it('takes a definition as it is, and no option beside that it has itself', () => {
    const given = { type: 'query_table', title: 'Load', requests: [{ q: 'avg:system.load.1{*}' }] };
    expect(definition({ definition: given })).toMatchObject({
      ...given,
      title: 'Load [k8s_deployment:cart]',
    });
    expect(() => definition({ definition: given, order: 'asc' })).toThrow('is given beside a definition');
    expect(() => definition({ definition: { ...given, type: 'note' } })).toThrow('is not "query_table"');
    expect(() => definition({})).toThrow('Give exactly one of the three');
  });
});
