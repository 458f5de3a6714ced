import { RookoutHeatmap, RookoutHeatmapProps } from '../../../lib';
import { newStack } from '../../support/stack';
import { describeTagged, QUERY } from '../../support/tagged-widgets';

describeTagged<RookoutHeatmapProps>('RookoutHeatmap', {
  construct: RookoutHeatmap,
  add: (to, props) => to.addHeatmap(props),
  props: { query: QUERY },
  option: { palette: 'warm' },
  definition: {
    type: 'heatmap',
    requests: [
      {
        formulas: [{ formula: 'query1' }],
        queries: [
          {
            data_source: 'metrics',
            name: 'query1',
            query: QUERY,
          },
        ],
        response_format: 'timeseries',
        style: { palette: 'dog_classic' },
      },
    ],
  },
});

function definition(props: Partial<RookoutHeatmapProps>): any {
  return new RookoutHeatmap(newStack(), 'Widget', { service: 'cart', ...props } as RookoutHeatmapProps)
    .definition;
}

describe('RookoutHeatmap', () => {
  it('refuses events that are no objects', () => {
    const events = ['source:kubernetes'] as any;
    expect(() => definition({ query: 'avg:system.load.1{*}', events })).toThrow(
      'events[0]: "source:kubernetes" is not an object',
    );
  });

  it('takes colours, an axis and events', () => {
    const { requests, yaxis, events } = definition({
      query: 'avg:system.load.1{*} by {host}',
      palette: 'warm',
      yaxis: { includeZero: false, max: '10' },
      events: [{ q: 'source:kubernetes', tagsExecution: 'or' }],
    });
    expect(requests[0].style).toEqual({ palette: 'warm' });
    expect(yaxis).toEqual({ include_zero: false, max: '10' });
    expect(events).toEqual([{ q: 'source:kubernetes', tags_execution: 'or' }]);
  });
});
