import { RookoutChange, RookoutChangeProps } from '../../lib';
import { newStack } from '../support/stack';
import { describeTagged } from '../support/tagged-widgets';

describeTagged<RookoutChangeProps>('RookoutChange', {
  construct: RookoutChange,
  add: (to, props) => to.addChange(props),
  props: { query: 'avg:kubernetes.cpu.usage.total{kube_deployment:cart}' },
  definition: {
    type: 'change',
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

  it('takes a definition as it is, and no option beside that it has itself', () => {
    const given = { type: 'change', title: 'Load', requests: [{ q: 'avg:system.load.1{*}' }] };
    expect(definition({ definition: given })).toMatchObject({
      ...given,
      title: 'Load [k8s_deployment:cart]',
    });
    expect(() => definition({ definition: given, increaseGood: true })).toThrow(
      'is given beside a definition',
    );
    expect(() => definition({ definition: { ...given, type: 'note' } })).toThrow('is not "change"');
    expect(() => definition({})).toThrow('Give exactly one of the three');
  });
});
