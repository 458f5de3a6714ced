import { RookoutQueryTable, RookoutQueryTableProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged, QUERY, SCALAR_REQUEST } from '../../support/tagged-widgets';

describeTagged<RookoutQueryTableProps>('RookoutQueryTable', {
  construct: RookoutQueryTable,
  add: (to, props) => to.addQueryTable(props),
  props: { query: QUERY },
  option: { order: 'asc' },
  definition: {
    type: 'query_table',
    requests: [
      {
        ...SCALAR_REQUEST,
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
});
