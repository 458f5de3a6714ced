import { alternativesOf, mentions, Vocabulary } from '../../../lib/datadog/query/alternatives';
import { QueryError } from '../../../lib/datadog/query/filter';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';

const VOCABULARY: Vocabulary = {
  tags: new Set(['service', 'env', 'host']),
  tagOf: (name) => ({ svc: 'service', other: 'service', zone: 'zone', attribute: '@service' })[name],
  declares: (name) => name !== 'gone',
};

/** Each alternative as text: values, then variables, then a question mark where values may be ruled out. */
function shown(query: string, parse = parseSearch): string[] {
  return alternativesOf(parse(query), VOCABULARY).map(({ conditions }) =>
    [...conditions]
      .map(([tag, { values, variables, doubt }]) => {
        const all = [...(values ?? []), ...[...variables].map((name) => `$${name}`)].join('|');
        return `${tag}=${all}${doubt ? '?' : ''}`;
      })
      .join(' '),
  );
}

describe('alternativesOf', () => {
  it.each([
    ['', ['']],
    ['service:a', ['service=a']],
    ['service:a env:b', ['service=a env=b']],
    ['service:a OR service:b', ['service=a|b']],
    ['service:(a OR b) env:prod', ['service=a|b env=prod']],
    ['service:a OR env:b', ['service=a', 'env=b']],
    ['(service:a env:x) OR service:b OR service:c', ['service=a env=x', 'service=b|c']],
    ['(service:a env:x) OR (service:b host:y)', ['service=a env=x', 'service=b host=y']],
    ['service:a OR *', ['']],
    ['service:a OR error', ['']],
    ['service:a zone:x error', ['service=a']],
    ['-zone:x', ['']],
  ])('of %s are %j', (query, expected) => {
    expect(shown(query)).toEqual(expected);
  });

  it.each([
    ['service:(cart OR pay) -service:pay', ['service=cart']],
    ['service:(cart OR pay) -(service:pay OR service:x)', ['service=cart']],
    ['service:(cart OR pay) -service:p*', ['service=cart']],
    ['service:(cart OR cap) service:ca*', ['service=cart|cap']],
    ['service:(cart OR pay) service:(pay OR x)', ['service=pay']],
    ['service:cart -service:cart', []],
    ['service:cart -service:*', []],
    ['(service:cart -service:cart) OR service:pay', ['service=pay']],
    ['-(-service:a)', ['service=a']],
    ['-(service:a env:b)', ['service=', 'env=']],
  ])('leave out what is excluded again: %s', (query, expected) => {
    expect(shown(query)).toEqual(expected);
  });

  it.each([
    ['service IN (cart,pay) AND NOT service:pay', ['service=cart']],
    ['service IN (cart,pay) AND service NOT IN (pay,x)', ['service=cart']],
    ['service:cart,!service:pay', ['service=cart']],
    ['!service:pay', ['service=']],
  ])('do so in scopes: %s', (query, expected) => {
    expect(shown(query, parseScope)).toEqual(expected);
  });

  it.each([
    ['$svc', ['service=$svc']],
    ['service:$free.value', ['service=$free']],
    ['$svc OR service:$other', ['service=$svc', 'service=$other']],
    ['service:(a OR b) $svc', ['service=a|b|$svc']],
    ['service:(a OR b) -$svc', ['service=a|b?']],
    ['service:(a OR b) service:$gone', ['service=a|b?']],
    ['service:(a OR b) -service:x-$svc', ['service=a|b?']],
    ['service:(a OR b) service:[a TO c]', ['service=a|b?']],
    ['service:(a OR b) -service:${name}', ['service=a|b?']],
    ['service:(a OR b) -service:${TfToken[TOKEN.1]}', ['service=a|b?']],
    ['service:(a OR b) ${more}', ['service=? env=? host=?']],
    ['service:(a OR b) -*:b', ['service=a|b? env=? host=?']],
    ['service:(a OR b) -Service:b', ['service=a|b?']],
    ['service:(a OR b) -service: b', ['service=a|b?']],
    ['service:(a OR b) -env: x', ['service=a|b env=?']],
    ['service:(a OR b) AND-service:b', ['service=? env=? host=?']],
    ['service:(a OR b) -service:B', ['service=a|b?']],
    ['service:(a OR b) -service:b?', ['service=a|b?']],
    ['service:a service:b', ['service=?']],
    ['service:(cart OR pay) service:c*rt', ['service=cart|pay?']],
    ['env:(x AND y) OR service:a', ['env=?', 'service=a']],
    ['service:a -*:b', ['service=a? env=? host=?']],
    ['$zone', ['']],
    ['$attribute', ['']],
    ['service:$attribute', ['service=?']],
    ['service:(a OR b) $free', ['service=a|b? env=? host=?']],
    ['service:(a OR b) -$free', ['service=a|b? env=? host=?']],
    ['service:$free', ['service=$free']],
    ['service:$svc', ['service=$svc']],
    ['host:$svc.value', ['host=$svc']],
    ['host:$svc', ['host=?']],
    ['service:$svc.key', ['service=?']],
    ['$svc.value', ['']],
    ['$svc.key', ['']],
  ])('tell what may be ruled out: %s', (query, expected) => {
    expect(shown(query)).toEqual(expected);
  });

  it('are not known where there are too many', () => {
    const each = Array.from({ length: 12 }, (_, n) => `(service:a${n} OR env:b${n})`).join(' ');
    expect(() => shown(each)).toThrow(QueryError);
    expect(() => shown(each)).toThrow('too many alternatives');
  });
});

describe('mentions', () => {
  it.each([
    ['service:a', true],
    ['-service:a*', true],
    ['error OR (x:y service:[a TO b])', true],
    ['$svc', true],
    ['service:$gone', true],
    ['$zone $gone zone:x @service:a error', false],
    ['$svc.value', false],
    ['', false],
    ['Service:a', true],
    ['-*:a', true],
  ])('a tag that matters: %s is %s', (query, expected) => {
    expect(mentions(parseSearch(query), VOCABULARY)).toBe(expected);
  });
});
