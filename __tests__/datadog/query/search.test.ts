import fc from 'fast-check';
import { QueryError } from '../../../lib/datadog/query/filter';
import { parseSearch } from '../../../lib/datadog/query/search';
import { search } from './arbitraries';
import { holds, world } from './worlds';

const tag = (key: string, value: string) => ({ kind: 'tag', key, value });
const pattern = (key: string, value: string) => ({ kind: 'pattern', key, value });
const range = (key: string, of: string) => ({ kind: 'range', key, range: of });
const text = (words: string) => ({ kind: 'text', text: words });
const unknown = (words: string) => ({ kind: 'unknown', text: words });
const not = (of: unknown) => ({ kind: 'not', of });
const and = (...of: unknown[]) => ({ kind: 'and', of });
const or = (...of: unknown[]) => ({ kind: 'or', of });

describe('parseSearch', () => {
  it.each([
    ['', and()],
    ['*', and()],
    [' \n', and()],
    ['service:cartservice', tag('service', 'cartservice')],
    ['service:cartservice env:prod', and(tag('service', 'cartservice'), tag('env', 'prod'))],
    ['service:cart AND env:prod', and(tag('service', 'cart'), tag('env', 'prod'))],
    [
      'service:a OR service:b env:prod',
      or(tag('service', 'a'), and(tag('service', 'b'), tag('env', 'prod'))),
    ],
    [
      '(service:a OR service:b) env:prod',
      and(or(tag('service', 'a'), tag('service', 'b')), tag('env', 'prod')),
    ],
    ['service:(a OR b)', or(tag('service', 'a'), tag('service', 'b'))],
    ['service:("a b" OR c*)', or(tag('service', 'a b'), pattern('service', 'c*'))],
    ['service:(a OR -b)', or(tag('service', 'a'), not(tag('service', 'b')))],
    ['@product:("Real Device" OR tunnel)', or(tag('@product', 'Real Device'), tag('@product', 'tunnel'))],
    ['-service:a', not(tag('service', 'a'))],
    ['NOT service:a', not(tag('service', 'a'))],
    ['!service:a', not(tag('service', 'a'))],
    ['-(service:a OR env:b)', not(or(tag('service', 'a'), tag('env', 'b')))],
    ['-service:(a OR b)', not(or(tag('service', 'a'), tag('service', 'b')))],
    ['service:cart-service', tag('service', 'cart-service')],
    ['service:cart*', pattern('service', 'cart*')],
    ['service:car?', range('service', 'car?')],
    ['service:ca\\*t*', range('service', 'ca\\*t*')],
    ['service:ca\\?t*', range('service', 'ca\\?t*')],
    ['service:ca\\ rt*', pattern('service', 'ca rt*')],
    ['service:a!b', range('service', 'a!b')],
    ['NOT NOT service:a', unknown('NOT NOT service:a')],
    ['--service:a', unknown('--service:a')],
    ['-NOT service:a', unknown('-NOT service:a')],
    ['service:a OR-service:b', unknown('service:a OR-service:b')],
    ['service:(a OR-b)', unknown('service:(a OR-b)')],
    ['service:"cart*"', tag('service', 'cart*')],
    ['service:"car*t"', range('service', '"car*t"')],
    ['service:"*cart"', range('service', '"*cart"')],
    ['service:"*"', range('service', '"*"')],
    ['service:("a*b" OR c)', or(range('service', '"a*b"'), tag('service', 'c'))],
    ['service:-cart', range('service', '-cart')],
    ['service:\\-cart', tag('service', '-cart')],
    ['service:"-cart"', tag('service', '-cart')],
    ['service:cart\\*', tag('service', 'cart*')],
    ['service:cart\\ service', tag('service', 'cart service')],
    ['service:"say \\"hi\\""', tag('service', 'say "hi"')],
    ['*:foo', unknown('*:foo')],
    ['@http.status_code:[500 TO 599]', range('@http.status_code', '[500 TO 599]')],
    ['@http.status_code:{400 TO 500}', range('@http.status_code', '{400 TO 500}')],
    ['@duration:>5', range('@duration', '>5')],
    ['@duration:<=5ms', range('@duration', '<=5ms')],
    ['"retrying request"', text('retrying request')],
    ['timeout', text('timeout')],
    ['timeout service:cart', and(text('timeout'), tag('service', 'cart'))],
    ['resource_name:GET\\ /cart', tag('resource_name', 'GET /cart')],
    ['@url:"https://shop/a?b"', tag('@url', 'https://shop/a?b')],
    ['tags:region:eu', tag('region', 'eu')],
    ['tags:"kube_deployment:pay"', tag('kube_deployment', 'pay')],
    ['tags:("env:prod" OR "env:qa")', or(tag('env', 'prod'), tag('env', 'qa'))],
    ['tags:canary', text('tags:canary')],
    ['tags:"a canary"', unknown('tags:"a canary"')],
    ['tags:"9:x"', unknown('tags:"9:x"')],
    ['tags:"a env:prod"', unknown('tags:"a env:prod"')],
    ['tags:', unknown('tags:')],
    ['@code:([500 TO 599] OR 404)', or(range('@code', '[500 TO 599]'), tag('@code', '404'))],
    ['@code:({500 TO 599} OR 404)', or(range('@code', '{500 TO 599}'), tag('@code', '404'))],
    ['service:cart\\', range('service', 'cart\\')],
    ['service:cart OR AND', unknown('service:cart OR AND')],
    ['ORDER service:cart', and(text('ORDER'), tag('service', 'cart'))],
    ['VENDOR', text('VENDOR')],
    ['time-out', text('time-out')],
    ['my-and-key:x', tag('my-and-key', 'x')],
    ['tags:role:$role.value,env:$env.value', unknown('tags:role:$role.value,env:$env.value')],
    ['tags:"service:p*"', unknown('tags:"service:p*"')],
    ['status:error or service:a', and(tag('status', 'error'), text('or'), tag('service', 'a'))],
    ['a:b && c:d', and(tag('a', 'b'), tag('c', 'd'))],
    ['a:b || c:d', or(tag('a', 'b'), tag('c', 'd'))],
    ['$svc', { kind: 'variable', name: 'svc' }],
    [
      'source:x $Host -$User',
      and(tag('source', 'x'), { kind: 'variable', name: 'Host' }, not({ kind: 'variable', name: 'User' })),
    ],
    ['service:$svc.value', { kind: 'variable', name: 'svc', key: 'service', suffix: '.value' }],
    ['service:*$svc.value*', pattern('service', '*$svc.value*')],
    ['service:', range('service', '')],
    ['-service: pay', and(not(range('service', '')), text('pay'))],
    ['+service:cart', tag('service', 'cart')],
    ['-+service:cart', not(tag('service', 'cart'))],
    ['-env:(dev OR service:pay)', not(or(tag('env', 'dev'), tag('service', 'pay')))],
    [
      'service:((cart OR pay) -service:pay)',
      and(or(tag('service', 'cart'), tag('service', 'pay')), not(tag('service', 'pay'))),
    ],
    ['AND-service:pay', unknown('AND-service:pay')],
    ['service:a NOT"b"', unknown('service:a NOT"b"')],
    ['-service:“pay”', not(range('service', '“pay”'))],
    ['-service:pa"y"', and(not(range('service', 'pa')), text('y'))],
    ['-service:"pa"y', and(not(range('service', '"pa"')), text('y'))],
    ['-"service":pay', and(not(unknown('"service"')), unknown(':pay'))],
    ['-$service.key:pay', not(unknown('$service.key:pay'))],
    ['-service:pay,web', not(range('service', 'pay,web'))],
    ['service!=pay', unknown('service!=pay')],
    ['+ service!=pay', unknown('service!=pay')],
    ['a\u00a0-service:pay', unknown('a\u00a0-service:pay')],
    ['- service:pay', unknown('- service:pay')],
    ['service:cart ${more}', unknown('service:cart ${more}')],
    ['service:cart terraform_value_1', unknown('service:cart terraform_value_1')],
    ['env:prod -terraform_value_1:pay', and(tag('env', 'prod'), not(unknown('terraform_value_1:pay')))],
    ['service:(a OR terraform_value_1)', or(tag('service', 'a'), tag('service', 'terraform_value_1'))],
    ['${word} service:cart', unknown('${word} service:cart')],
    ['${sign}service:pay env:prod', and(unknown('${sign}service:pay'), tag('env', 'prod'))],
  ])('reads %s', (query, expected) => {
    expect(parseSearch(query)).toEqual(expected);
  });

  it.each([
    ['service:"cart', 'A quotation is not closed'],
    ['(service:cart', 'A parenthesis is not closed'],
    ['service:cart)', 'Unexpected ")"'],
    ['service:(a OR b', 'A parenthesis is not closed'],
    ['@code:[500 TO', 'A range is not closed'],
    ['service:a AND', 'A term is missing'],
    ['-', 'A term is missing'],
    ['%{ if all }service:a%{ endif }', 'Only Terraform knows what this will be, at character 1'],
  ])('refuses %s', (query, problem) => {
    expect(() => parseSearch(query)).toThrow(QueryError);
    expect(() => parseSearch(query)).toThrow(problem);
  });

  it('understands what was meant', () => {
    fc.assert(
      fc.property(search, world, (meant, facts) => {
        expect(holds(parseSearch(meant.text), facts)).toBe(meant.holds(facts));
      }),
      { numRuns: 1000 },
    );
  });
});
