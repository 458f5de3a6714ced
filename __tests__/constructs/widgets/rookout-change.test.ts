import { RookoutChange, RookoutChangeProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged, QUERY, SCALAR_REQUEST } from '../../support/tagged-widgets';

describeTagged<RookoutChangeProps>('RookoutChange', {
  construct: RookoutChange,
  add: (to, props) => to.addChange(props),
  props: { query: QUERY },
  option: { increaseGood: true },
  definition: {
    type: 'change',
    requests: [
      {
        ...SCALAR_REQUEST,
        compare_to: 'hour_before',
        change_type: 'absolute',
        increase_good: false,
        order_by: 'change',
        order_dir: 'desc',
        show_present: true,
      },
    ],
  },
});

function definition(props: Partial<RookoutChangeProps>): any {
  return new RookoutChange(newStack(), 'Widget', { service: 'cart', ...props } as RookoutChangeProps)
    .definition;
}

describe('RookoutChange', () => {
  it('takes what it is compared with, and how', () => {
    const options = { compareTo: 'week_before', changeType: 'relative', orderBy: 'name', orderDir: 'asc' };
    const { requests } = definition({ query: 'avg:system.load.1{*}', increaseGood: true, ...options });
    expect(requests[0]).toMatchObject({
      compare_to: 'week_before',
      change_type: 'relative',
      increase_good: true,
      order_by: 'name',
      order_dir: 'asc',
    });
  });

  it.each(['compareTo', 'changeType', 'orderBy', 'orderDir'])(
    'refuses a word for %s that is not known',
    (what) => {
      expect(() => definition({ query: 'avg:system.load.1{*}', [what]: 'other' })).toThrow(
        `${what}: "other" is not known`,
      );
    },
  );
});
