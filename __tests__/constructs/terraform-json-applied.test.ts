import { DataResource, Fn, Lazy, TerraformStack, Token } from 'cdktf';
import { isDeepStrictEqual } from 'util';
import { TerraformJson } from '../../lib';
import { canonical } from '../support/canonical';
import { variable } from '../support/stack';
import { applied, describeWithTerraform } from '../support/terraform';
import { hostileJson } from '../terraform/arbitraries';
import { jsonWith, Known, lateTexts, otherValues, sampled, textExpressions } from '../terraform/known-values';

describeWithTerraform('TerraformJson.encode through Terraform', () => {
  const PLAIN = sampled(hostileJson, 2700);
  const PER_RESOURCE = 400;
  let withTokens: Known[] = [];
  let texts: string[] = [];
  let plain: string[] = [];
  let result: string[] = [];

  beforeAll(() => {
    const state = applied((stack) => {
      const expressions = textExpressions(stack);
      const tokens = [...expressions, ...lateTexts(expressions)];
      withTokens = sampled(jsonWith(tokens, otherValues(stack, tokens)), 600);
      plain = PLAIN.map((value) => TerraformJson.encode(value));
      texts = [...plain, ...withTokens.map(({ given }) => TerraformJson.encode(given))];
      for (let start = 0; start < texts.length; start += PER_RESOURCE) {
        const input = texts
          .slice(start, start + PER_RESOURCE)
          .map((text, index) => [`t${start + index}`, text]);
        new DataResource(stack, `Texts${start}`, { input: Object.fromEntries(input) });
      }
    });
    const outputs = Object.assign({}, ...Object.values(state).map(({ output }) => output));
    result = texts.map((_, index) => outputs[`t${index}`]);
  });

  it('hands on values without tokens byte for byte', () => {
    const wrong = PLAIN.map((value, index) => ({
      expected: JSON.stringify(canonical(value)),
      actual: result[index],
      index,
    }))
      .filter(
        ({ expected, index }) => expected === expected.normalize('NFC') && !Token.isUnresolved(plain[index]),
      )
      .filter(({ expected, actual }) => actual !== expected);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('hands on values without tokens that are not in composed form as the same JSON', () => {
    const wrong = PLAIN.map((value, index) => ({ expected: value, actual: result[index] })).filter(differs);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('puts the values of tokens in, wherever they stand', () => {
    const wrong = withTokens
      .map(({ expected }, index) => ({ expected, actual: result[PLAIN.length + index] }))
      .filter(differs);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  function differs({ expected, actual }: { expected: unknown; actual: string }): boolean {
    try {
      return !isDeepStrictEqual(JSON.parse(actual), JSON.parse(JSON.stringify(expected)));
    } catch {
      return true;
    }
  }
});

describeWithTerraform('TerraformJson.encode through Terraform, one kind of token at a time', () => {
  it.each<[string, (stack: TerraformStack) => unknown, unknown]>([
    [
      'a number in a text and in a name',
      (stack) => {
        const limit = variable(stack, 'limit', 'number', 512).numberValue;
        return { [`at ${limit}`]: `limit ${limit} MB`, both: `${limit}/${limit}` };
      },
      { 'at 512': 'limit 512 MB', both: '512/512' },
    ],
    [
      'a number beside digits and what else CDKTF takes for a part of it',
      (stack) => {
        const limit = variable(stack, 'limit', 'number', 512).numberValue;
        return [`${limit}0`, `1${limit}`, `web-${limit}`, `${limit}.example.com`, `${limit}-${limit}`];
      },
      ['5120', '1512', 'web-512', '512.example.com', '512-512'],
    ],
    [
      'a number beside text',
      (stack) => {
        const limit = variable(stack, 'limit', 'number', 512).numberValue;
        const service = variable(stack, 'service', 'string', 'cart "1"').stringValue;
        return [`${service}: ${limit} MB`];
      },
      ['cart "1": 512 MB'],
    ],
    [
      'a list of numbers',
      (stack) => ({ ports: Token.asNumberList(variable(stack, 'ports', 'list(number)', [80, 443]).value) }),
      { ports: [80, 443] },
    ],
    [
      'the output of a resource, which may be anything',
      (stack) => ({ output: new DataResource(stack, 'Other', { input: { a: 'x' } }).output }),
      { output: { a: 'x' } },
    ],
    ['a function that gives anything', () => ({ tags: Fn.jsondecode('[1,2]') }), { tags: [1, 2] }],
    [
      'a function of maps',
      (stack) => Fn.merge([variable(stack, 'a', 'map(string)', { x: '1' }).value, { y: '2' }]),
      { x: '1', y: '2' },
    ],
    [
      'a list in a structure',
      (stack) => [Fn.lookup(variable(stack, 'tree', 'any', { a: ['"'] }).value, 'a'), 'b'],
      [['"'], 'b'],
    ],
    [
      'a late value that is not there',
      () => ({ a: Lazy.anyValue({ produce: () => undefined }), b: 1 }),
      { a: null, b: 1 },
    ],
    ['a set', () => ({ tags: Fn.toset(['b', 'a']) }), { tags: ['a', 'b'] }],
    [
      'JSON in JSON',
      (stack) => ({
        inner: TerraformJson.encode({ a: variable(stack, 'v', 'string', '"${x}\\\n').stringValue }),
      }),
      { inner: '{"a":"\\"${x}\\\\\\n"}' },
    ],
  ])('%s', (_, valueIn, expected) => {
    const state = applied((stack) => {
      new DataResource(stack, 'Probe', { input: { text: TerraformJson.encode(valueIn(stack)) } });
    });
    expect(JSON.parse(state['terraform_data.Probe'].output.text)).toEqual(expected);
  });
});
