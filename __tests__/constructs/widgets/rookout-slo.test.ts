import { RookoutSlo, RookoutSloProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged } from '../../support/tagged-widgets';

describeTagged<RookoutSloProps>('RookoutSlo', {
  construct: RookoutSlo,
  add: (to, props) => to.addSlo(props),
  props: { sloId: 'a8d5e2f3c1b94f6e' },
  definition: {
    type: 'slo',
    view_type: 'detail',
    slo_id: 'a8d5e2f3c1b94f6e',
    show_error_budget: true,
    view_mode: 'overall',
    time_windows: ['7d', '30d', '90d'],
  },
  linked: false,
});

function definition(props: Partial<RookoutSloProps>): any {
  return new RookoutSlo(newStack(), 'Widget', { service: 'cart', ...props } as RookoutSloProps).definition;
}

describe('RookoutSlo', () => {
  it('takes spans and a mode', () => {
    const options = { sloId: 'a8d5e2f3c1b94f6e', viewMode: 'both', timeWindows: ['month_to_date'] };
    expect(definition({ ...options, showErrorBudget: false })).toMatchObject({
      view_mode: 'both',
      time_windows: ['month_to_date'],
      show_error_budget: false,
    });
  });

  it.each([
    [{ sloId: ' ' }, 'sloId: " " is empty'],
    [{ viewMode: 'all' }, 'viewMode: "all" is not known'],
    [{ timeWindows: [] }, 'timeWindows: [] is an empty list'],
    [{ timeWindows: ['1y'] }, 'timeWindows: "1y" is not known'],
  ])('refuses %j', (props, message) => {
    expect(() => definition({ sloId: 'a8d5e2f3c1b94f6e', ...props })).toThrow(message);
  });
});
