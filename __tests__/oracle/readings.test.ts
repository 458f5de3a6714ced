import { faultOfTitle } from './support/faults';
import { Graph } from './support/graphs';
import { labelsOf, RULES } from './support/tagged';
import { Instance, SINGLE_VALUED } from './support/universe';

const SYNTAX = 'https://docs.datadoghq.com/logs/explorer/search_syntax/';
const TAGGING = 'https://docs.datadoghq.com/getting_started/tagging/';

type Reading = (instance: Instance) => boolean;

const is =
  (tag: string, ...wanted: string[]): Reading =>
  ({ values }) =>
    wanted.includes(values[tag][0]);

/**
 * Searches with something that the oracle can't tell or reads otherwise than documented. Labels have to be certain
 * by each way to read them.
 */
const SEARCHES: readonly (readonly [search: string, source: string, readings: readonly Reading[]])[] = [
  ['service:(cart OR pay) *:pay', `${SYNTAX}#full-text-search`, [is('service', 'pay')]],
  ['service:(cart OR pay) -*:pay', `${SYNTAX}#full-text-search`, [is('service', 'cart')]],
  [
    'service:(cart OR pay) -service:“pay”',
    `${SYNTAX}#overview`,
    [is('service', 'cart'), is('service', 'cart', 'pay')],
  ],
  ['env:(prod OR qa) -env:p?od', `${SYNTAX}#search-wildcard`, [is('env', 'qa'), is('env', 'prod', 'qa')]],
  ['env:(prod OR qa) -env:PROD', TAGGING, [is('env', 'qa'), is('env', 'prod', 'qa')]],
  ['env:(prod OR qa) -ENV:prod', TAGGING, [is('env', 'qa'), is('env', 'prod', 'qa')]],
];

describe('labels are certain by each reading of', () => {
  it.each(SEARCHES)('%s (%s)', (search, _, readings) => {
    const graph: Graph = { queries: [{ search, groups: [], drawn: true }], chosen: {} };
    const { title } = labelsOf(graph, RULES);
    const faults = readings.map((reading) => faultOfTitle(graph, title, [SINGLE_VALUED.filter(reading)]));
    expect(faults).toEqual(readings.map(() => undefined));
  });
});
