import { alternativesOf, isConditional, mentions, Vocabulary } from '../../../lib/datadog/query/alternatives';
import { Filter, QueryError } from '../../../lib/datadog/query/filter';
import { printFilter } from '../../../lib/datadog/query/print';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';

const VOCABULARY: Vocabulary = {
  tags: new Set(['service', 'env', 'host']),
  tagOf: (name) =>
    ({
      svc: 'service',
      other: 'service',
      zone: 'zone',
      attribute: '@service',
      later: '${prefix}',
      large: 'Service',
    })[name],
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
    ['service:(Cart OR Pay) -service:Cart', ['service=Pay']],
    ['service:(Cart OR Pay) -service:cart', ['service=Cart|Pay?']],
    ['service:(Cart OR Pay) -service:c*', ['service=Cart|Pay?']],
    ['service:(Cart OR Pay) service:(cart OR x)', ['service=Cart']],
    ['service:cart service:c* -service:*t', []],
    ['service:"c*" service:c*', ['service=c*']],
    ['service:(cart OR "cart*") -service:"cart*"', ['service=cart']],
    ['(service:a $svc) OR service:b', ['service=a|$svc', 'service=b']],
    ['(service:a error) OR service:b', ['service=a', 'service=b']],
    ['service:(a OR b OR c) service:(b OR c OR d) service:(c OR d OR a)', ['service=c']],
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
    ['service:(a OR b) $large', ['service=a|b?']],
    ['service:(a OR b) -Service:$svc', ['service=a|b?']],
    ['Service:$svc', ['service=?']],
    ['service:(a OR b) $later', ['service=a|b? env=? host=?']],
    ['service:$later', ['service=?']],
    ['service:$later.value', ['service=$later']],
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

  it.each([
    ['service:(TOKEN OR b) -service:b', ['service=TOKEN?']],
    ['service:TOKEN service:c*', ['service=TOKEN?']],
    ['service:TOKEN -service:*', ['service=TOKEN?']],
    ['service:TOKEN service:c* -service:x', ['service=TOKEN?']],
    ['service:TOKEN service:a', ['service=TOKEN|a?']],
    ['service:(TOKEN OR a) service:(a OR TOKEN)', ['service=TOKEN|a?']],
    ['service:(TOKEN OR a) service:(A OR TOKEN)', ['service=TOKEN|a?']],
    ['service:TOKEN service:(TOKEN OR a)', ['service=TOKEN|a?']],
    ['service:(TOKEN OR A OR b) service:(a OR TOKEN)', ['service=TOKEN|A|b|a?']],
    ['service:TOKEN $svc', ['service=TOKEN|$svc']],
    ['service:(TOKEN OR cart) service:c*', ['service=TOKEN|cart?']],
    ['service:(TOKEN OR a)', ['service=TOKEN|a']],
    ['service:TOKEN env:prod', ['service=TOKEN env=prod']],
    ['service:terraform_value_1 service:c*', ['service=terraform_value_1?']],
  ])('keep what only Terraform knows: %s', (query, expected) => {
    const token = (text: string) => text.replaceAll('TOKEN', '${TfToken[TOKEN.1]}');
    expect(shown(token(query))).toEqual(expected.map(token));
  });

  it('are in doubt where too much text is compared with wildcards', () => {
    const long = 'a'.repeat(5000);
    expect(shown(`service:${long} -service:${'b'.repeat(9999)}*`)).toEqual([`service=${long}`]);
    expect(shown(`service:${long} -service:${'b'.repeat(10_000)}*`)).toEqual([`service=${long}?`]);
  });

  it('are not known where there are too many', () => {
    const each = Array.from({ length: 12 }, (_, n) => `(service:a${n} OR env:b${n})`).join(' ');
    expect(() => shown(each)).toThrow(QueryError);
    expect(() => shown(each)).toThrow('too many alternatives');
  });

  it('are known where there are as many as 1000', () => {
    const any = (count: number) =>
      Array.from({ length: count }, (_, n) => `(service:a${n} env:b${n})`).join(' OR ');
    expect(shown(any(1000))).toHaveLength(1000);
    expect(() => shown(any(1001))).toThrow('too many alternatives');
    expect(shown(`(${any(25)}) (${any(40).replace(/env/g, 'host')})`)).toHaveLength(1000);
    expect(() => shown(`(${any(26)}) (${any(40)})`)).toThrow('too many alternatives');
  });
});

describe('isConditional', () => {
  it.each([
    ['service:a', false],
    ['service:(a OR b)', false],
    ['service:(a OR b) -service:a', false],
    ['service:a* error', false],
    ['-service:a -service:b*', false],
    ['service:[a TO b]', false],
    ['service:[a TO b] service:c*', true],
    ['service:[a TO b] -service:c', true],
    ['$free', false],
    ['$svc', false],
    ['$svc env:prod', false],
    ['service:a $svc', true],
    ['service:a $free', true],
    ['service:a service:[a TO b]', true],
    ['$svc service:$other', true],
    ['$svc $free', true],
    ['$svc service:[a TO b]', true],
    ['$svc service:a*', true],
    ['$svc -service:a', true],
    ['service:a* service:*b', true],
    ['service:a* -service:ab', true],
    ['-$svc', true],
    ['-$free', true],
    ['-$free service:a* env:a* host:a*', true],
    ['service:a* env:a* host:a* -$free', true],
    ['-$svc -service:a', true],
    ['-*:a', false],
    ['env:prod service:$gone', false],
    ['zone:x -$zone', false],
    ['zone:x -zone:y', false],
    ['zone:x -other:x', false],
    ['zone:x* -zone:xy', false],
    ['zone:x text -text', false],
    ['zone:x -zone:x*', true],
    ['zone:x zone:x', false],
    ['zone:x other:x', false],
    ['zone:(x OR y)', false],
    ['zone:x zone:y', true],
    ['zone:x zone:(y OR z)', true],
    ['zone:(x OR y) zone:x', false],
    ['zone:x* -zone:*y', true],
    ['Zone:X -(zone:x other:y)', true],
  ])('of what %s shows is %s', (query, expected) => {
    expect(alternativesOf(parseSearch(query), VOCABULARY).map(isConditional)).toEqual([expected]);
  });
});

describe('the terms of an alternative', () => {
  const terms = (query: string) => {
    const [{ conditions, rest }, ...others] = alternativesOf(parseSearch(query), VOCABULARY);
    expect(others).toEqual([]);
    const print = (filters: readonly Filter[]) => filters.map(printFilter).join(', ');
    return [
      ...[...conditions].map(
        ([tag, { terms: own, narrowed }]) => `${tag}${narrowed ? '~' : ''}: ${print(own)}`,
      ),
      `rest: ${print(rest)}`,
    ];
  };

  it.each([
    ['service:a', ['service: service:a', 'rest: ']],
    ['service:a zone:x -error', ['service: service:a', 'rest: zone:x, not error']],
    ['service:a OR service:b', ['service: service:a, service:b', 'rest: ']],
    ['service:a* -service:ab', ['service~: service:a*, not service:ab', 'rest: ']],
    ['service:(a OR b) -service:b', ['service: service:a, service:b, not service:b', 'rest: ']],
    ['$svc service:a*', ['service~: $svc, service:a*', 'rest: ']],
    ['service:[a TO b]', ['service: service:[a TO b]', 'rest: ']],
    ['service:a OR error', ['rest: service:a or error']],
    ['-(service:a error)', ['rest: not (service:a and error)']],
    ['service:a OR *', ['rest: ']],
    ['-$zone', ['rest: not $zone']],
    ['Service:a', ['service: Service:a', 'rest: ']],
    ['-*:a', ['service: ', 'env: ', 'host: ', 'rest: not *:a']],
    ['-$free', ['service: ', 'env: ', 'host: ', 'rest: not $free']],
  ])('%s are %j', (query, expected) => {
    expect(terms(query)).toEqual(expected);
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
    ['error', false],
    ['', false],
    ['Service:a', true],
    ['-*:a', true],
  ])('a tag that matters: %s is %s', (query, expected) => {
    expect(mentions(parseSearch(query), VOCABULARY)).toBe(expected);
  });
});
