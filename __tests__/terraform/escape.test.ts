import { DefaultTokenResolver, Fn, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import fc from 'fast-check';
import { escapeForRawString, escapeTemplate } from '../../lib/terraform/escape';
import { newStack } from '../support/stack';
import { readQuoted, readTemplate } from '../support/terraform';
import { hostileText } from './arbitraries';

describe('escapeTemplate', () => {
  it.each([
    ['avg:rookout{*} by {location}', 'avg:rookout{*} by {location}'],
    ['${self.rawOutputs}', '$${self.rawOutputs}'],
    ['%{if x}', '%%{if x}'],
    ['$${x}', '$$${x}'],
    ['%%{x}', '%%%{x}'],
    ['${${%{', '$${$${%%{'],
    ['$ {x} 5% {y} $', '$ {x} 5% {y} $'],
    ['$&$1', '$&$1'],
    ['', ''],
  ])('writes %s as %s', (text, escaped) => {
    expect(escapeTemplate(text)).toBe(escaped);
  });

  it('is undone by Terraform, for every text', () => {
    fc.assert(fc.property(hostileText, (text) => expect(readTemplate(escapeTemplate(text))).toBe(text)));
  });
});

describe('escapeForRawString', () => {
  it.each([
    ['a "b"', 'a "b"'],
    ['${x}', '${x}'],
    ['%{x}', '%%{x}'],
    ['%%{x}', '%%%{x}'],
    ['100% {x}', '100% {x}'],
    ['C:\\new', 'C:\\\\new'],
    ['\\"', '\\\\"'],
    ['a\nb\r\n', 'a\\u000ab\\u000d\\u000a'],
    ['\0\b\t\f\u001f\u007f', '\\u0000\\u0008\\u0009\\u000c\\u001f\\u007f'],
    ['été 本 🛒', 'été 本 🛒'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeForRawString(text)).toBe(escaped);
  });

  it('leaves to Fn.rawString what that escapes: together they are undone by Terraform, for every text', () => {
    const stack = newStack();
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readQuoted(quotedBy(stack, escapeForRawString(text)))).toBe(text);
      }),
    );
  });

  /** The string as it stands in CDKTF's function call. */
  function quotedBy(stack: TerraformStack, text: string): string {
    const resolver = new DefaultTokenResolver(new StringConcat());
    const call: string = Tokenization.resolve(Fn.upper(Fn.rawString(text)), { scope: stack, resolver });
    return call.slice('${upper('.length, -')}'.length);
  }
});
