import fc from 'fast-check';
import { Filter, QueryError } from '../../../lib/datadog/query/filter';
import { printFilter } from '../../../lib/datadog/query/print';
import { parseScope } from '../../../lib/datadog/query/scope';
import { anyText, filter, scope, unlessRefused } from './arbitraries';
import { holds, world } from './worlds';

const tag = (key: string, value: string) => ({ kind: 'tag', key, value });
const pattern = (key: string, value: string) => ({ kind: 'pattern', key, value });
const text = (words: string) => ({ kind: 'text', text: words });
const unknown = (words: string) => ({ kind: 'unknown', text: words });
const range = (key: string, of: string) => ({ kind: 'range', key, range: of });
const not = (of: unknown) => ({ kind: 'not', of });
const and = (...of: unknown[]) => ({ kind: 'and', of });
const or = (...of: unknown[]) => ({ kind: 'or', of });

/** Text that is not understood may be anything, so it can't be written again. */
function holdsUnknown(filter: Filter): boolean {
  if (filter.kind === 'not') return holdsUnknown(filter.of);
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.some(holdsUnknown);
  return filter.kind === 'unknown' || filter.kind === 'range';
}

describe('parseScope', () => {
  it.each([
    ['*', and()],
    ['', and()],
    [' * ', and()],
    ['env:prod', tag('env', 'prod')],
    ['kube_deployment:cartservice,env:prod', and(tag('kube_deployment', 'cartservice'), tag('env', 'prod'))],
    ['device:/dev/nvme0n1p1 ,host:web-1', and(tag('device', '/dev/nvme0n1p1'), tag('host', 'web-1'))],
    ['*,env:prod', and(and(), tag('env', 'prod'))],
    ['a:b AND c:d', and(tag('a', 'b'), tag('c', 'd'))],
    ['a:b and c:d or e:f', or(and(tag('a', 'b'), tag('c', 'd')), tag('e', 'f'))],
    ['a:b OR c:d AND e:f', or(tag('a', 'b'), and(tag('c', 'd'), tag('e', 'f')))],
    ['(a:b OR c:d) AND e:f', and(or(tag('a', 'b'), tag('c', 'd')), tag('e', 'f'))],
    ['a:b AND(c:d)', and(tag('a', 'b'), tag('c', 'd'))],
    ['env IN (prod)', tag('env', 'prod')],
    ['env IN (prod, staging)', or(tag('env', 'prod'), tag('env', 'staging'))],
    ['env in(prod,eu-*)', or(tag('env', 'prod'), pattern('env', 'eu-*'))],
    ['env NOT IN (prod,staging)', not(or(tag('env', 'prod'), tag('env', 'staging')))],
    [
      'service:web AND zone not in (a, b)',
      and(tag('service', 'web'), not(or(tag('zone', 'a'), tag('zone', 'b')))),
    ],
    ['!env:prod', not(tag('env', 'prod'))],
    ['!!env:prod', tag('env', 'prod')],
    ['NOT env:prod', not(tag('env', 'prod'))],
    ['NOT (env:prod OR env:qa)', not(or(tag('env', 'prod'), tag('env', 'qa')))],
    ['service:web-*', pattern('service', 'web-*')],
    ['service:car?', pattern('service', 'car?')],
    ['service:*-canary', pattern('service', '*-canary')],
    ['service:"cart service"', tag('service', 'cart service')],
    ['service:"a,b"', tag('service', 'a,b')],
    ['service:"a\\"b\\\\"', tag('service', 'a"b\\')],
    ['service:"web-*"', pattern('service', 'web-*')],
    ['image:eu.gcr.io/shop/cart:1.2', tag('image', 'eu.gcr.io/shop/cart:1.2')],
    ['host', text('host')],
    ['"some text"', text('some text')],
    ['env:', range('env', '')],
    ['env: AND service:cart', and(range('env', ''), tag('service', 'cart'))],
    ['env: or service:cart', or(range('env', ''), tag('service', 'cart'))],
    ['env:prod OR zone:', or(tag('env', 'prod'), range('zone', ''))],
    ['env: prod', tag('env', 'prod')],
    ['order', text('order')],
    ['a-b', text('a-b')],
    ['brand,andy', and(text('brand'), text('andy'))],
    ['env:prod AND and', and(tag('env', 'prod'), unknown('and'))],
    ['service:[a', range('service', '[a')],
    ['\tenv:prod\v,\fhost:x\r\n', and(tag('env', 'prod'), tag('host', 'x'))],
    ['a:b\vAND\vc:d', and(tag('a', 'b'), tag('c', 'd'))],
    ['my-and-key:x', tag('my-and-key', 'x')],
    ['not-key:x', tag('not-key', 'x')],
    ['env:prod AND ${scope} IN (a, b)', and(tag('env', 'prod'), unknown('${scope} IN (a, b)'))],
    ['$svc', { kind: 'variable', name: 'svc' }],
    ['$cluster-id', { kind: 'variable', name: 'cluster-id' }],
    ['$svc,env:prod', and({ kind: 'variable', name: 'svc' }, tag('env', 'prod'))],
    ['$svc.value', { kind: 'variable', name: 'svc', suffix: '.value' }],
    ['service:$svc', { kind: 'variable', name: 'svc', key: 'service' }],
    ['service:$svc.value', { kind: 'variable', name: 'svc', key: 'service', suffix: '.value' }],
    ['service:"$svc.value"', { kind: 'variable', name: 'svc', key: 'service', suffix: '.value' }],
    ['service:$svc.value-canary', pattern('service', '$svc.value-canary')],
    ['service:web-$env.value', pattern('service', 'web-$env.value')],
    ['service:$svc*', pattern('service', '$svc*')],
    ['!$svc', not({ kind: 'variable', name: 'svc' })],
    ['NOTE:x', tag('note', 'x')],
    ['Service:Cart', tag('service', 'Cart')],
    ['order:x', tag('order', 'x')],
    ['service:a|b', range('service', 'a|b')],
    ['service:a=b', range('service', 'a=b')],
    ['service:a!b', range('service', 'a!b')],
    ['-service:pay', unknown('-service:pay')],
    ['+service:pay', unknown('+service:pay')],
    ['service!=pay', unknown('service!=pay')],
    ['$service.key:pay', unknown('$service.key:pay')],
    ['$a$b', unknown('$a$b')],
    ['serv*:pay', unknown('serv*:pay')],
    ['*:pay', unknown('*:pay')],
    ['*: AND service:cart', and(unknown('*:'), tag('service', 'cart'))],
    ['env:not AND service:in', and(tag('env', 'not'), tag('service', 'in'))],
    ['service:“pay”', range('service', '“pay”')],
    ['service:pay\u00a0', range('service', 'pay\u00a0')],
    ['service IN (a|b, c)', or(range('service', 'a|b'), tag('service', 'c'))],
    ['-service IN (a, b)', unknown('-service IN (a, b)')],
    ['${key}:pay', unknown('${key}:pay')],
    ['${not}service:pay', unknown('${not}service:pay')],
    ['${key} IN (a, b)', unknown('${key} IN (a, b)')],
    ['env:prod,${scope}', and(tag('env', 'prod'), unknown('${scope}'))],
    ['env:prod AND (${scope})', and(tag('env', 'prod'), unknown('${scope}'))],
    ['env:prod AND ( ${scope} )', and(tag('env', 'prod'), unknown('${scope}'))],
    ['env:prod AND ${scope}', unknown('env:prod AND ${scope}')],
    ['${scope} and env:prod', unknown('${scope} and env:prod')],
    ['env:prod AND (${scope} OR env:dev)', unknown('env:prod AND (${scope} OR env:dev)')],
    ['env:prod AND (env:dev OR ${scope})', unknown('env:prod AND (env:dev OR ${scope})')],
    ['NOT ${scope}', unknown('NOT ${scope}')],
    ['env:prod AND terraform_value_1', unknown('env:prod AND terraform_value_1')],
    ['env:prod,terraform_value_1', and(tag('env', 'prod'), unknown('terraform_value_1'))],
    ['terraform_value_1:pay', unknown('terraform_value_1:pay')],
    ['terraform_value_1 NOT IN (pay)', unknown('terraform_value_1 NOT IN (pay)')],
    ['env:terraform_value_1', tag('env', 'terraform_value_1')],
    ['$service.key IN (pay)', unknown('$service.key IN (pay)')],
    ['env:prod AND $service.key NOT IN (pay)', and(tag('env', 'prod'), unknown('$service.key NOT IN (pay)'))],
    ['service:-pay', range('service', '-pay')],
    ['service IN (cart, -pay)', or(tag('service', 'cart'), range('service', '-pay'))],
  ])('reads %s', (scopeText, expected) => {
    expect(parseScope(scopeText)).toEqual(expected);
  });

  it.each([
    ['env:prod,', 'A term is missing, at character 10'],
    ['env:prod service:web', 'Unexpected "s", at character 10'],
    ['(env:prod', 'A parenthesis is not closed, at character 10'],
    ['env:prod)', 'Unexpected ")"'],
    ['env:prod )', 'Unexpected ")"'],
    ['env:{prod', 'Unexpected "{"'],
    ['env:prod}', 'Unexpected "}"'],
    ['()', 'A term is missing'],
    ['env IN prod', 'A list in parentheses is missing after IN'],
    ['env IN (prod', 'The list after IN is not closed'],
    ['service:"web', 'A quotation is not closed, at character 9'],
    ['env:prod AND !service:web', 'are mixed'],
    ['env:prod,service IN (a, b)', 'are mixed'],
    ['env:prod AND service NOT IN (!service:a, !service:b)', 'are mixed'],
    ['service IN (a, !b)', 'are mixed'],
    ['env:prod AND', 'A term is missing'],
    ['env: NOT service:cart', 'Unexpected "N", at character 6'],
    ['env: IN (prod)', 'Unexpected "I", at character 6'],
    ['OR env:prod', 'Unexpected'],
    ['service:"a"b', 'Unexpected "b"'],
  ])('refuses %s', (scopeText, problem) => {
    expect(() => parseScope(scopeText)).toThrow(QueryError);
    expect(() => parseScope(scopeText)).toThrow(problem);
  });

  it('takes as many groups as it gets in a row, but not as many inside of each other', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}env:prod${')'.repeat(depth)}`;
    const row = parseScope(Array.from({ length: 201 }, () => '(env:prod)').join(' AND '));
    expect(row).toEqual(and(...Array.from({ length: 201 }, () => tag('env', 'prod'))));
    expect(parseScope(nested(200))).toEqual(tag('env', 'prod'));
    expect(() => parseScope(nested(201))).toThrow('More than 200 nested parentheses');
  });

  it('understands what was meant', () => {
    fc.assert(
      fc.property(scope, world, (meant, facts) => {
        expect(holds(parseScope(meant.text), facts)).toBe(meant.holds(facts));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('printFilter', () => {
  it('is read back as the same filter, for every filter', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(parseScope(printFilter(one))).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes what was meant', () => {
    fc.assert(
      fc.property(scope, world, (meant, facts) => {
        const filterRead = parseScope(meant.text);
        const again = parseScope(printFilter(filterRead));
        expect(again).toEqual(filterRead);
        expect(holds(again, facts)).toBe(meant.holds(facts));
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as the same filter, whatever text it came from', () => {
    fc.assert(
      fc.property(anyText, (scopeText) => {
        const read = unlessRefused(() => parseScope(scopeText));
        if (read && !holdsUnknown(read)) expect(parseScope(printFilter(read))).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});
