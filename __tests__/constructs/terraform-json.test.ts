import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { App, DataResource, Fn, Lazy, Op, TerraformStack, Testing, Token } from 'cdktf';
import fc from 'fast-check';
import { TerraformJson } from '../../lib';
import { BadInput } from '../../lib/bad-input';
import { newStack, onlyResource, stackIn, synthesizedApp, variable } from '../support/stack';
import { readTemplate } from '../support/terraform';
import { hostileJson } from '../terraform/arbitraries';

/** Text in which CDKTF might see a token; it takes the way of values with tokens. */
const LOOKS_LIKE_TOKEN = /TfToken\[|<unresolved-|e\+\d{3}/;

/** The attribute as CDKTF writes it for Terraform. */
function synthesized(stack: TerraformStack, text: string): string {
  new DataResource(stack, 'Probe', { input: { text } });
  return JSON.parse(Testing.synth(stack)).resource.terraform_data.Probe.input.text;
}

describe('TerraformJson.encode of values without tokens', () => {
  it('is JSON in which no template begins', () => {
    const app = { url: "${['https://r/', ''].join(x)}", text: '%{if y}', title: 'Mémoire "1"\n' };
    expect(TerraformJson.encode(app)).toBe(
      `{"text":"%%{if y}","title":"Mémoire \\"1\\"\\n","url":"$\${['https://r/', ''].join(x)}"}`,
    );
  });

  it('is read by Terraform as the very same JSON', () => {
    fc.assert(
      fc.property(
        hostileJson.filter((value) => !LOOKS_LIKE_TOKEN.test(JSON.stringify(value))),
        (value) => {
          const text = readTemplate(TerraformJson.encode(value));
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
          expect(text.normalize('NFC')).toBe(text);
        },
      ),
    );
  });

  it.each([
    [{}, '{}'],
    [[], '[]'],
    ['', '""'],
    ['String Map Token Value', '"String Map Token Value"'],
    [null, 'null'],
    [false, 'false'],
    [-123456789, '-123456789'],
    [1e300, '1e+300'],
    [{ a: undefined, b: [{ c: undefined }, undefined, , null] }, '{"b":[{},null,null,null]}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
    [{ length: 1, constructor: 'x' }, '{"constructor":"x","length":1}'],
    ["'$&' $1 $$", '"\'$&\' $1 $$"'],
  ])('is for %j the JSON text %s', (value, text) => {
    expect(TerraformJson.encode(value)).toBe(text);
  });

  it('takes what stands in two places, and changes nothing of it', () => {
    const shared = { palette: 'dog_classic' };
    const value = { a: shared, b: [shared, shared] };
    expect(JSON.parse(TerraformJson.encode(value))).toEqual(value);
    expect(shared).toEqual({ palette: 'dog_classic' });
  });

  it('stays as it was when the value changes later', () => {
    const stack = newStack();
    const value = { title: 'before', service: variable(stack, 'v', 'string').stringValue };
    const text = TerraformJson.encode(value);
    value.title = 'after';
    expect(synthesized(stack, text)).toContain('before');
  });
});

describe('TerraformJson.encode of values with tokens', () => {
  it('is one Terraform expression', () => {
    const stack = newStack();
    const [a, b] = ['a', 'b'].map((id) => variable(stack, id, 'string').stringValue);
    const text = TerraformJson.encode({ title: `${a}-${b} "\${x}" %{y}`, [a]: [b, Fn.upper(a)] });
    expect(Token.isUnresolved(text)).toBe(true);
    const expression = synthesized(stack, text);
    expect(expression).toMatch(/^\$\{join\(.*\)\}$/s);
    expect(expression.slice(2).match(/(?<!\$)\$\{|(?<!%)%\{/)).toBeNull();
    expect(expression).not.toContain('TfToken');
  });

  it('refers to another stack’s values as CDKTF does', () => {
    const first = newStack();
    const app = App.of(first);
    const { id } = new DashboardJson(first, 'Dashboard', { dashboard: '{}' });
    new DashboardJson(stackIn(app, 'second'), 'Linking', { dashboard: TerraformJson.encode({ link: id }) });
    const { second } = synthesizedApp(app);
    expect(onlyResource(second, 'datadog_dashboard_json').dashboard).toMatch(
      /^\$\{join\(.*data\.terraform_remote_state\.[\w-]+\.outputs\..*\)\}$/s,
    );
  });

  it('is the same text each time the stack is synthesized', () => {
    const make = () => {
      const stack = newStack();
      const late = Lazy.stringValue({ produce: () => 'late' });
      return synthesized(stack, TerraformJson.encode({ [late]: variable(stack, 'v', 'string').stringValue }));
    };
    expect(make()).toBe(make());
  });
});

describe('TerraformJson.encode of a number that JavaScript has calculated of a token', () => {
  const stack = newStack();
  const count = variable(stack, 'count', 'number').numberValue;
  const ports = Token.asNumberList(variable(stack, 'ports', 'list(number)').value);

  it.each([
    ['its opposite', -count],
    ['its double', count * 2],
    ['its half', count / 2],
    ['its opposite in text', `limit ${-count} MB`],
    ['its double in text', `limit ${count * 2}`],
    ['the first item of a list', ports[0]],
    ['a list in text', `ports ${ports}`],
  ])('refuses %s, and says how to calculate', (_, value) => {
    expect(() => TerraformJson.encode({ a: value })).toThrow(
      'calculated of a token, or an item of a list that only Terraform knows. Let Terraform do it, as in',
    );
  });

  it.each(['commit 4e298bcd', '12e298', 'a3e2950', '4.5e+297 bytes'])('takes the text %s', (a) => {
    expect(TerraformJson.encode({ a })).toBe(JSON.stringify({ a }));
  });

  it('takes what Terraform calculates', () => {
    const stack = newStack();
    const { numberValue } = variable(stack, 'count', 'number');
    const double = Token.asNumber(Op.mul(numberValue, 2));
    expect(synthesized(stack, TerraformJson.encode({ a: double }))).toContain('var.count * 2');
  });

  it('takes a number token in text as Java writes it', () => {
    const stack = newStack();
    const { numberValue } = variable(stack, 'count', 'number');
    const text = `limit ${String(numberValue).toUpperCase().replace('+', '')} MB`;
    expect(synthesized(stack, TerraformJson.encode({ text }))).toContain('var.count');
  });
});

describe('TerraformJson.encode refuses what is not JSON', () => {
  const cyclic: Record<string, unknown> = { title: 'CPU' };
  cyclic.widgets = [{ definition: cyclic }];
  const nested = (levels: number) => Array.from({ length: levels }).reduce((inner) => [inner], [] as unknown);

  it.each<[string, unknown, string, string]>([
    ['NaN', { a: [1, NaN] }, 'value.a[1]: NaN', 'is not a number in JSON'],
    ['Infinity', { a: { b: -Infinity } }, 'value.a.b: -Infinity', 'is not a number in JSON'],
    ['a function', { a: { b: () => 1 } }, 'value.a.b: a function', 'is not JSON'],
    ['a method that makes JSON', { a: { toJSON: () => 1 } }, 'value.a.toJSON: a function', 'is not JSON'],
    ['a whole number that may have lost digits', [2 ** 53], 'value[0]: 9007199254740992', 'beyond 2^53'],
    ['half of a surrogate pair', { a: ['\ud800'] }, 'value.a[0]: "\\ud800"', 'half of a surrogate pair'],
    ['a name with half of one', { a: { 'x\udc00': 1 } }, 'value.a: "x\\udc00"', 'half of a surrogate pair'],
    ['undefined', undefined, 'value: undefined', 'is not JSON'],
    ['a bigint', [12n], 'value[0]: 12n', 'is not JSON'],
    ['a symbol', { a: Symbol('cart') }, 'value.a: Symbol(cart)', 'is not JSON'],
    ['a date', { a: new Date(0) }, 'value.a: "1970-01-01T00:00:00.000Z"', 'is an object of a class'],
    ['a map', { a: new Map([['b', 1]]) }, 'value.a: {}', 'is an object of a class'],
    ['an instance of a class', [new (class Cart {})()], 'value[0]: {}', 'is an object of a class'],
    ['a construct', { a: newStack() }, 'value.a: an object', 'is an object of a class'],
    ['a cycle', cyclic, 'value.widgets[0].definition: an object', 'contains itself'],
    ['too many levels', { a: nested(600) }, 'value.a[0][0]', 'is nested more than 500 levels deep'],
    ['far too many levels', nested(100_000), 'value[0][0]', 'is nested more than 500 levels deep'],
  ])('%s', (_, value, place, rule) => {
    const encode = () => TerraformJson.encode(value);
    expect(encode).toThrow(BadInput);
    expect(encode).toThrow(place);
    expect(encode).toThrow(rule);
    expect(encode).toThrow(/\. (Use|Break|Flatten|Turn|Write|Take) [^.]+\.$/);
  });

  it('but takes many levels', () => {
    expect(JSON.parse(TerraformJson.encode(nested(400)))).toEqual(nested(400));
  });

  it.each<[string, () => unknown]>([
    ['NaN', () => NaN],
    ['a function', () => () => 1],
    ['a date', () => new Date(0)],
    ['a map', () => ({ a: new Map([['b', 1]]) })],
    ['a bigint', () => 12n],
    ['a cycle', () => cyclic],
  ])('from a lazy value, at synth: %s', (_, produce) => {
    const stack = newStack();
    const text = TerraformJson.encode({ a: Lazy.anyValue({ produce }) });
    expect(() => synthesized(stack, text)).toThrow(/is not |is an object of a class|contains itself/);
  });

  it('and a lazy value that produces itself without end', () => {
    const stack = newStack();
    const endless: { value?: unknown } = {};
    endless.value = Lazy.anyValue({ produce: () => [endless.value] });
    expect(() => synthesized(stack, TerraformJson.encode(endless))).toThrow(
      'is a lazy value that never ends',
    );
  });

  it('and a text that holds itself without end', () => {
    const endless: { text?: string } = {};
    endless.text = Lazy.stringValue({ produce: () => `again ${endless.text}` });
    const text = TerraformJson.encode(endless);
    expect(() => synthesized(newStack(), text)).toThrow('is a lazy value that never ends');
  });

  it.each([[undefined], [null], [{ a: 1 }], [['a']]])('and %j where a text has a place for text', (late) => {
    const text = TerraformJson.encode(`App ${Lazy.stringValue({ produce: () => late as never })}`);
    expect(() => synthesized(newStack(), text)).toThrow(
      `value: ${JSON.stringify(late) ?? 'undefined'} is produced by a lazy value inside text. Produce text, a number,`,
    );
  });
});

describe('TerraformJson.encode refuses text that looks like a token of CDKTF’s', () => {
  const lookalikes = [
    '${TfToken[TOKEN.99999999]}',
    'a ${TfToken[TOKEN.99999999]} b',
    '${TfToken[',
    '${TfToken[TOKEN.1',
    '#{TfToken[x]}',
    '&{TfToken[x]}',
    'a #{TfToken[',
    'a &{TfToken[',
    'limit -8.109570195952602e+298 MB',
  ];

  it.each(lookalikes)('in a value: %s', (text) => {
    for (const value of [text, [text, 'x'], { a: { b: text } }]) {
      expect(() => TerraformJson.encode(value)).toThrow(BadInput);
      expect(() => TerraformJson.encode(value)).toThrow(
        "looks like CDKTF's marker of a token, but is not one",
      );
    }
  });

  it.each(lookalikes)('in a name: %s', (text) => {
    for (const value of [{ [text]: 1 }, { a: [{ b: 1, [text]: 1 }] }]) {
      expect(() => TerraformJson.encode(value)).toThrow(
        "looks like CDKTF's marker of a token, but is not one",
      );
    }
  });

  it.each(lookalikes)('beside a real token: %s', (text) => {
    const real = variable(newStack(), 'v', 'string').stringValue;
    expect(() => TerraformJson.encode({ a: real, b: text })).toThrow('looks like');
    expect(() => TerraformJson.encode(`${real} ${text}`)).toThrow('looks like');
  });

  it.each(lookalikes)('in what a lazy value produces, at synth: %s', (text) => {
    for (const late of [
      Lazy.stringValue({ produce: () => text }),
      Lazy.anyValue({ produce: () => [{ a: text }] }),
    ]) {
      const stack = newStack();
      expect(() => synthesized(stack, TerraformJson.encode({ a: late }))).toThrow('looks like');
    }
  });

  it('shows the text and what to do about it', () => {
    expect(() => TerraformJson.encode({ a: '${TfToken[TOKEN.99999999]}' })).toThrow(
      /^value: "\$\{TfToken\[TOKEN\.99999999\]\}" looks like .* Change the text/,
    );
  });
});
