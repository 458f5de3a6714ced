import { RookoutToplist, RookoutToplistProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged, QUERY, SCALAR_REQUEST } from '../../support/tagged-widgets';

describeTagged<RookoutToplistProps>('RookoutToplist', {
  construct: RookoutToplist,
  add: (to, props) => to.addToplist(props),
  props: { query: QUERY },
  option: { limit: 5 },
  definition: {
    type: 'toplist',
    requests: [
      {
        ...SCALAR_REQUEST,
        sort: { count: 10, order_by: [{ type: 'formula', index: 0, order: 'desc' }] },
      },
    ],
  },
});

function definition(props: Partial<RookoutToplistProps>): any {
  return new RookoutToplist(newStack(), 'Widget', { service: 'cart', ...props } as RookoutToplistProps)
    .definition;
}

describe('RookoutToplist', () => {
  it('shows as many as are asked for, in the order that is asked for', () => {
    const { requests } = definition({ query: 'avg:system.load.1{*} by {host}', limit: 3, order: 'asc' });
    expect(requests[0].sort).toEqual({ count: 3, order_by: [{ type: 'formula', index: 0, order: 'asc' }] });
  });

  it.each([0, 1.5, NaN])('refuses a limit of %p', (limit) => {
    expect(() => definition({ query: 'avg:system.load.1{*}', limit })).toThrow(
      'is not a whole number from 1 on',
    );
  });

  it('refuses an order that is not known', () => {
    expect(() => definition({ query: 'avg:system.load.1{*}', order: 'up' })).toThrow(
      'order: "up" is not known',
    );
  });
});
