import { RookoutQueryValue, RookoutQueryValueProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged, QUERY, SCALAR_REQUEST } from '../../support/tagged-widgets';

describeTagged<RookoutQueryValueProps>('RookoutQueryValue', {
  construct: RookoutQueryValue,
  add: (to, props) => to.addQueryValue(props),
  props: { query: QUERY },
  option: { precision: 3 },
  definition: {
    type: 'query_value',
    requests: [
      {
        ...SCALAR_REQUEST,
      },
    ],
    autoscale: true,
    precision: 2,
  },
});

function definition(props: Partial<RookoutQueryValueProps>): any {
  return new RookoutQueryValue(newStack(), 'Widget', { service: 'cart', ...props } as RookoutQueryValueProps)
    .definition;
}

describe('RookoutQueryValue', () => {
  it('takes aggregators, formulas, colours, a unit and a graph behind', () => {
    const { requests, custom_unit, timeseries_background, time } = definition({
      queries: [
        { name: 'errors', query: 'sum:trace.grpc.server.errors{service:cart}', aggregator: 'sum' },
        { name: 'hits', query: 'sum:trace.grpc.server.hits{service:cart}', aggregator: 'sum' },
      ],
      formulas: [{ formula: 'errors / hits * 100' }],
      conditionalFormats: [{ comparator: '>', value: 1, palette: 'white_on_red' }],
      customUnit: '%',
      timeseriesBackground: 'area',
      liveSpan: '1h',
    });
    expect(requests[0]).toMatchObject({
      formulas: [{ formula: 'errors / hits * 100' }],
      queries: [
        { name: 'errors', aggregator: 'sum' },
        { name: 'hits', aggregator: 'sum' },
      ],
      conditional_formats: [{ comparator: '>', value: 1, palette: 'white_on_red' }],
    });
    expect({ custom_unit, timeseries_background, time }).toEqual({
      custom_unit: '%',
      timeseries_background: { type: 'area' },
      time: { live_span: '1h' },
    });
  });

  it("refuses what is none of Datadog's words", () => {
    const query = 'avg:system.load.1{*}';
    expect(() => definition({ queries: [{ query, aggregator: 'mean' }] })).toThrow(
      'queries[0].aggregator: "mean" is not known',
    );
    expect(() => definition({ query, timeseriesBackground: 'line' })).toThrow('timeseriesBackground: "line"');
    expect(() =>
      definition({ query, conditionalFormats: [{ comparator: '!=', value: 1, palette: 'red' }] }),
    ).toThrow('conditionalFormats[0].comparator: "!=" is not known');
  });
});
