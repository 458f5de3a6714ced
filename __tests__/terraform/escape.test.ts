import { DefaultTokenResolver, Fn, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import fc from 'fast-check';
import { escapeForRawString, escapeTemplate } from '../../lib/terraform/escape';
import { asciiJson, stableJson } from '../../lib/json/ascii';
import { newStack } from '../support/stack';
import { readQuoted, readTemplate } from '../support/terraform';
import { hostileJson, hostileText } from './arbitraries';

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

describe('stableJson', () => {
  it.each([
    ['{"title":"Mémoire"}', '{"title":"Mémoire"}'],
    ['"本 🛒"', '"本 🛒"'],
    ['"e\u0301"', '"e\\u0301"'],
    ['"\u212b 本"', '"\\u212b \\u672c"'],
    ['"e\u0301 🛒"', '"e\\u0301 \\ud83d\\uded2"'],
  ])('writes %j as %j', (text, stable) => {
    expect(stableJson(text)).toBe(stable);
  });

  it('means the same, and no normalisation changes it', () => {
    fc.assert(
      fc.property(hostileJson, (value) => {
        const text = JSON.stringify(value);
        const stable = stableJson(text);
        expect(JSON.parse(stable)).toEqual(JSON.parse(text));
        expect(stable.normalize('NFC')).toBe(stable);
        if (text.normalize('NFC') === text) expect(stable).toBe(text);
      }),
    );
  });
});

describe('asciiJson', () => {
  it('means the same in ASCII', () => {
    fc.assert(
      fc.property(hostileJson, (value) => {
        const text = JSON.stringify(value);
        expect(asciiJson(text)).toMatch(/^[\u0000-\u007f]*$/);
        expect(JSON.parse(asciiJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves ASCII alone', () => {
    expect(asciiJson('{"a":"\\u00e9\u007f"}')).toBe('{"a":"\\u00e9\u007f"}');
  });
});
