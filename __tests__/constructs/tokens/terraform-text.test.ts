import { DataResource, Fn, Lazy, TerraformStack, TerraformVariable, Token } from 'cdktf';
import fc from 'fast-check';
import { terraformText } from '../../../lib/constructs/tokens/terraform-text';
import { newStack } from '../../support/stack';
import { applied, describeWithTerraform, readTemplate } from '../../support/terraform';
import { hostileText } from '../../terraform/arbitraries';
import { Known, sampled, textExpressions, textWith } from '../../terraform/known-values';

const variable = (stack: TerraformStack, id: string, value: string) =>
  new TerraformVariable(stack, id, { type: 'string', default: value }).stringValue;

describe('terraformText', () => {
  it.each([
    ['Rookout Live Debugging', 'Rookout Live Debugging'],
    ['Points d’arrêt « %{x} » ${y} "5%"\n', 'Points d’arrêt « %%{x} » $${y} "5%"\n'],
    ['', ''],
  ])('writes %j as %j', (text, escaped) => {
    expect(terraformText(text)).toBe(escaped);
  });

  it('is read by Terraform as the very same text', () => {
    const plain = hostileText.filter((text) => !/e\+\d{3}/.test(text) && !text.includes('\r'));
    fc.assert(fc.property(plain, (text) => expect(readTemplate(terraformText(text))).toBe(text)));
  });

  it('is one token where there are tokens in the text', () => {
    const cart = variable(newStack(), 'cart', 'cart');
    const text = terraformText(`${cart} "\${x}" ${Fn.upper(cart)}`);
    expect(Token.isUnresolved(text)).toBe(true);
    expect(text).toMatch(/^\$\{TfToken\[[^\]]*\]\}$/);
  });
});

describe('terraformText refuses text that looks like a token of CDKTF’s', () => {
  const lookalikes = [
    '${TfToken[TOKEN.99999999]}',
    'a ${TfToken[TOKEN.99999999]} b',
    '${TfToken[',
    '#{TfToken[TOKEN.7]}',
    '&{TfToken[TOKEN.7]}',
    'limit -8.109570195952602e+298 MB',
  ];

  it.each(lookalikes)('alone and beside a real one: %s', (text) => {
    const cart = variable(newStack(), 'cart', 'cart');
    expect(() => terraformText(text)).toThrow("looks like CDKTF's marker of a token, but is not one");
    expect(() => terraformText(`${cart} ${text}`)).toThrow('looks like');
  });
});

describeWithTerraform('terraformText through Terraform', () => {
  /** Terraform drops a byte order mark that a text begins with. */
  const PLAIN = sampled(hostileText, 300).filter((text) => !text.startsWith('\ufeff'));
  let withTokens: Known<string>[] = [];
  let result: string[] = [];

  beforeAll(() => {
    withTokens = [];
    result = through((stack) => {
      withTokens = sampled(textWith(textExpressions(stack), hostileText), 300);
      return [...PLAIN, ...withTokens.map(({ given }) => given)];
    });
  });

  it('hands on text without tokens as it is, in composed form', () => {
    expect(result.slice(0, PLAIN.length)).toEqual(PLAIN.map((text) => text.normalize('NFC')));
  });

  it('hands on signs that look escaped, also after a carriage return', () => {
    const texts = ['\r $${x}', '\r%%{x}', '{\r ${x} $$${x}', '$${x}\r', '\r\n$${x}', '\r ${x}'];
    expect(through(() => texts)).toEqual(texts);
  });

  it('puts the values of tokens in, wherever they stand', () => {
    expect(result.slice(PLAIN.length)).toEqual(withTokens.map(({ expected }) => expected.normalize('NFC')));
  });

  it.each<[string, (stack: TerraformStack) => string, string]>([
    [
      'text that comes late',
      () => `App ${Lazy.stringValue({ produce: () => 'a "b" ${x}\n' })}`,
      'App a "b" ${x}\n',
    ],
    ['nothing but text that comes late', () => Lazy.stringValue({ produce: () => 'My app' }), 'My app'],
    [
      'late text with a variable in it',
      (stack) => {
        const cart = variable(stack, 'cart', 'cart "1"');
        return `App ${Lazy.stringValue({ produce: () => `of ${cart} %{x}` })}`;
      },
      'App of cart "1" %{x}',
    ],
    [
      'a number',
      (stack) =>
        `limit ${new TerraformVariable(stack, 'limit', { type: 'number', default: 512 }).numberValue} MB`,
      'limit 512 MB',
    ],
    [
      'a number beside another token',
      (stack) => {
        const limit = new TerraformVariable(stack, 'limit', { type: 'number', default: 512 }).numberValue;
        return `${variable(stack, 'cart', 'cart')} limit ${limit} MB`;
      },
      'cart limit 512 MB',
    ],
  ])('puts in %s', (_, textIn, expected) => {
    expect(through((stack) => [textIn(stack)])).toEqual([expected]);
  });

  /** What Terraform makes of the texts. */
  function through(textsIn: (stack: TerraformStack) => string[]): string[] {
    const state = applied((stack) => {
      const texts = textsIn(stack).map((text, index) => [`t${index}`, terraformText(text)]);
      new DataResource(stack, 'Probe', { input: Object.fromEntries(texts) });
    });
    const output: Record<string, string> = state['terraform_data.Probe'].output;
    return Object.keys(output).map((_, index) => output[`t${index}`]);
  }
});
