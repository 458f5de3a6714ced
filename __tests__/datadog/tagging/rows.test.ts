import { parseScope } from '../../../lib/datadog/query/scope';
import { Comparisons, ofValues, rowsOf, storedValues, WantedValues } from '../../../lib/datadog/tagging/rows';
import { variablesIn } from '../../../lib/datadog/tagging/variables';

const TAGS = new Set(['service', 'env']);
const VARIABLES = variablesIn([]);

/** What the rows of a scope show of the values of `service`, with a question mark if that is in doubt. */
function shown(scope: string, values: readonly string[]): (string | undefined)[] {
  const query = { filter: parseScope(scope), source: 'metrics', groups: [] };
  const wanted = new Map([['service', new WantedValues('service', values)]]);
  return rowsOf(query, TAGS, VARIABLES).map((row) => {
    const condition = ofValues(row, wanted)?.conditions.get('service');
    return condition && `${[...condition.values!].join('|')}${condition.doubt ? '?' : ''}`;
  });
}

describe('what a row shows of certain values', () => {
  it.each<[string, string[], string | undefined]>([
    ['service:cart', ['cart', 'pay'], 'cart'],
    ['service:pay', ['cart'], undefined],
    ['service:pay', ['cart', 'web'], undefined],
    ['service IN (pay,cart)', ['cart', 'pay', 'web'], 'cart|pay'],
    ['service IN (web,pay,cart)', ['cart', 'pay'], 'cart|pay'],
    ['service:cart', ['Cart', 'pay', 'cart'], 'Cart|cart'],
    ['service:cart_service', ['Cart Service'], 'Cart Service'],
    ['env:prod', ['cart', 'pay'], 'cart|pay'],
    ['service:c*', ['cart', 'pay'], 'cart'],
    ['service:cart_*', ['Cart Service', 'cart service'], 'Cart Service|cart service'],
    ['service:Cart*', ['Cart Service'], 'Cart Service'],
    ['service:"Cart S*"', ['Cart Service'], 'Cart Service'],
    ['!service:cart', ['cart', 'pay'], 'pay'],
    ['service:${name}', ['cart', 'pay'], 'cart|pay?'],
    ['service:${TfToken[TOKEN.1]}', ['cart', 'pay'], 'cart|pay?'],
    ['service IN (${TfToken[TOKEN.1]},web)', ['cart', 'pay'], 'cart|pay?'],
    ['service:cart,$any', ['cart', 'pay'], 'cart?'],
  ])('of %s and the values %j is %s', (scope, values, expected) => {
    expect(shown(scope, values)).toEqual([expected]);
  });

  it('is not compared more than half a million times', () => {
    const comparisons = new Comparisons();
    comparisons.add(499_999);
    comparisons.add(1);
    expect(() => comparisons.add(1)).toThrow('The title has too many label filters to compare');
  });

  it('is not compared at all with values that are known', () => {
    const comparisons = new Comparisons();
    comparisons.add(499_998);
    const wanted = new Map([['service', new WantedValues('service', ['cart', 'pay'], comparisons)]]);
    const rowOf = (scope: string) =>
      rowsOf({ filter: parseScope(scope), source: 'metrics', groups: [] }, TAGS, VARIABLES)[0];
    expect(ofValues(rowOf('service:c*'), wanted)).toBeDefined();
    expect(ofValues(rowOf('service:cart'), wanted)).toBeDefined();
    expect(() => ofValues(rowOf('env:prod'), wanted)).toThrow('too many label filters');
  });
});

describe('the values of a tag as Datadog stores them', () => {
  it('are made once for each tag', () => {
    const values = new Set([`Cart ${'x'.repeat(200)}`, 'Pay']);
    const stored = storedValues(values, 'service');
    expect(stored).toEqual({ all: new Set([`cart_${'x'.repeat(187)}`, 'pay']), hasLater: false });
    expect(storedValues(values, 'service')).toBe(stored);
    expect(storedValues(values, 'kube_deployment').all).toContain(`cart_${'x'.repeat(179)}`);
    expect(storedValues(values, 'service')).toBe(stored);
  });
});
