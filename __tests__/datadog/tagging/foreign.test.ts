import { reasonOf } from '../../../lib/datadog/tagging/report';
import { tag, timeseries } from './tagged';

const metric = (query: string, rest: object = {}) => ({ data_source: 'metrics', name: 'a', query, ...rest });
const FOREIGN = { cross_org_uuids: ['6434abde-0000-0000-0000-123456789abc'] };

/** The result for a graph with one request for each of the queries. */
function tagged(...queries: object[]) {
  const requests = queries.map((query) => ({ queries: [query] }));
  return tag({ widgets: [timeseries({ title: 'CPU', requests })] }).widgets[0];
}

describe('a query of another organization', () => {
  it.each([
    ['alone', [metric('avg:a{service:cart}', FOREIGN)]],
    ['that names no instances', [metric('avg:a{*}', FOREIGN), metric('avg:a{service:cart}')]],
    ['of lines', [metric('avg:a{*} by {service}', FOREIGN)]],
    ['beside one of lines', [metric('avg:a{*} by {host}'), metric('avg:b{*} by {host}', FOREIGN)]],
  ])('leaves a graph without labels: %s', (_, queries) => {
    const report = tagged(...queries);
    expect(report).toMatchObject({ outcome: 'nothing to infer', after: 'CPU', changed: false });
    expect(reasonOf(report)).toBe('a query shows instances of another organization');
  });

  it('leaves a title alone that has a label', () => {
    const requests = [{ queries: [metric('avg:a{service:pay}', FOREIGN)] }];
    const [report] = tag({ widgets: [timeseries({ title: 'CPU [service:cart]', requests })] }).widgets;
    expect(report).toMatchObject({ outcome: 'already tagged', after: 'CPU [service:cart]' });
    expect(report.wider).toBeUndefined();
  });
});
