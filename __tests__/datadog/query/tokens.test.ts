import { TerraformVariable } from 'cdktf';
import { metricsOf } from '../../../lib/datadog/query/metric-query';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';
import { newStack } from '../../support/stack';

const tag = (key: string, value: string) => ({ kind: 'tag', key, value });
const pattern = (key: string, value: string) => ({ kind: 'pattern', key, value });
const unknown = (words: string) => ({ kind: 'unknown', text: words });
const not = (of: unknown) => ({ kind: 'not', of });
const and = (...of: unknown[]) => ({ kind: 'and', of });
const or = (...of: unknown[]) => ({ kind: 'or', of });

const scopesOf = (query: string) => metricsOf(query).map(({ scope }) => scope);

describe('the value of a variable of Terraform', () => {
  const variable = new TerraformVariable(newStack(), 'service', { type: 'string' }).stringValue;

  it('is a value in a scope', () => {
    expect(parseScope(`service:${variable},env:prod`)).toEqual(
      and(tag('service', variable), tag('env', 'prod')),
    );
    expect(parseScope(`service IN (${variable}, shop-${variable})`)).toEqual(
      or(tag('service', variable), tag('service', `shop-${variable}`)),
    );
    expect(parseScope(`service:"${variable}"`)).toEqual(tag('service', variable));
    expect(parseScope(`service:${variable}-*`)).toEqual(pattern('service', `${variable}-*`));
    expect(parseScope(`${variable}:pay`)).toEqual(unknown(`${variable}:pay`));
    expect(parseScope(`env:prod,${variable}`)).toEqual(and(tag('env', 'prod'), unknown(variable)));
  });

  it('is a value in a search', () => {
    expect(parseSearch(`service:${variable} env:prod`)).toEqual(
      and(tag('service', variable), tag('env', 'prod')),
    );
    expect(parseSearch(`service:(${variable} OR cart)`)).toEqual(
      or(tag('service', variable), tag('service', 'cart')),
    );
    expect(parseSearch(`-service:"${variable}"`)).toEqual(not(tag('service', variable)));
  });

  it('is read around in a metric query', () => {
    expect(scopesOf(`avg:${variable}{service:${variable},env:prod} by {${variable}}`)).toEqual([
      parseScope(`service:${variable},env:prod`),
    ]);
    expect(scopesOf(`avg:a{service:cart} * ${variable}`)).toEqual([parseScope('service:cart')]);
    expect(() => scopesOf(variable)).toThrow('Only Terraform knows what this will be');
  });
});
