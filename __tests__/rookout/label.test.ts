import { TerraformVariable, Token } from 'cdktf';
import fc from 'fast-check';
import { BadInput } from '../../lib/bad-input';
import { checkLabelKey, checkLabelValue, RookoutLabel } from '../../lib/rookout/label';
import { newStack } from '../support/stack';
import { anyText, label, labelKey, labelValue, plainText } from './arbitraries';

const stack = newStack();
const cart = new TerraformVariable(stack, 'cart', { type: 'string' }).stringValue;
const key = new TerraformVariable(stack, 'key', { type: 'string' }).stringValue;

const hinted = Token.asString({ a: 1 }, { displayHint: 'aws:region' });

const found = (title: string) => RookoutLabel.inTitle(title).map(String);

describe('RookoutLabel.parse', () => {
  it.each([
    ['k8s_deployment:cartservice', 'k8s_deployment', 'cartservice'],
    ['service:service#3', 'service', 'service#3'],
    ['image:eu.gcr.io/shop/cart', 'image', 'eu.gcr.io/shop/cart'],
    ['team:site reliability', 'team', 'site reliability'],
    ['région:Île-de-France', 'région', 'Île-de-France'],
    ['サービス:カート 🛒', 'サービス', 'カート 🛒'],
    ['price:$5 {x}', 'price', '$5 {x}'],
    ['template:${x} %{y}', 'template', '${x} %{y}'],
    ['$hostname:demo-deployment', '$hostname', 'demo-deployment'],
    ['$processname:demo/app.py', '$processname', 'demo/app.py'],
    ['$internalIp:10.14.1.101', '$internalIp', '10.14.1.101'],
  ])('reads %s', (text, expectedKey, value) => {
    const parsed = RookoutLabel.parse(text);
    expect([parsed.key, parsed.value]).toEqual([expectedKey, value]);
  });

  it('is the inverse of toString, for every label', () => {
    fc.assert(
      fc.property(labelKey, labelValue, (aKey, value) => {
        const read = RookoutLabel.parse(RookoutLabel.of(aKey, value).toString());
        expect([read.key, read.value]).toEqual([aKey, value]);
      }),
    );
  });

  it('is undone by toString, for every text that is a label', () => {
    fc.assert(
      fc.property(labelKey, labelValue, (aKey, value) => {
        expect(`${RookoutLabel.parse(`${aKey}:${value}`)}`).toBe(`${aKey}:${value}`);
      }),
    );
  });

  it('either reads a text whole or refuses it as bad input', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          expect(RookoutLabel.parse(text).toString()).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      }),
    );
  });
});

describe('a text that is no label', () => {
  it.each([
    ['cartservice', 'has no colon', 'Write it as "key:value"'],
    ['', 'has no colon', 'Write it as "key:value"'],
    [':cartservice', 'is empty', 'Pass a key such as "k8s_deployment"'],
    [' :cartservice', 'blank', 'Pass a key'],
    ['k8s_deployment:', 'is empty', 'Pass the value that the instances have'],
    ['k8s_deployment: \t', 'blank', 'Pass the value'],
    ['a:b:c', 'has a colon', 'Pass the value'],
    ['$env:staging', 'begins with "$"', 'Leave the "$" out'],
    ['$Hostname:web-1', 'begins with "$"', '$hostname, $platform'],
    ['02:00', 'is not a key', 'Use a key such as'],
    ['a$b:c', 'is not a key', 'Use a key such as'],
    ['UTC+01:00', 'is not a key', 'Use a key such as'],
    ['https://wiki.example/x', 'begins with "//"', 'Pass the value'],
    ['env:$env.value', 'has a template variable', 'Pass the value'],
    ['k8s deployment:cart', 'white space', 'Use a key such as'],
    ['k8s\u00a0deployment:cart', 'white space', 'Use a key such as'],
    [' env:staging', 'begins or ends with white space', 'Remove it'],
    ['env :staging', 'begins or ends with white space', 'Remove it'],
    ['env: staging', 'begins or ends with white space', 'Remove it'],
    ['env:staging ', 'begins or ends with white space', 'Remove it'],
    ['env:\u3000staging', 'begins or ends with white space', 'Remove it'],
    ['env:[staging', 'bracket', 'Pass the value'],
    ['env:staging]', 'bracket', 'Pass the value'],
    ['e[nv:staging', 'bracket', 'Pass a key'],
    ['env:staging,team', 'comma', 'Pass the value'],
    ['e,nv:staging', 'comma', 'Pass a key'],
    ['env:stag\ning', 'control character', 'Pass the value'],
    ['env:stag\u0000ing', 'control character', 'Pass the value'],
    ['env:stag\u007fing', 'control character', 'Pass the value'],
    ['env:stag\u2028ing', 'control character', 'Pass the value'],
    ['env:stag\u2029ing', 'control character', 'Pass the value'],
    ['env:stag\ud83ding', 'half of a surrogate pair', 'Pass the value'],
    ['e\udc00nv:staging', 'half of a surrogate pair', 'Pass a key'],
  ])('refuses %j, naming value, rule and fix', (text, rule, fix) => {
    const refused = refusal(() => RookoutLabel.parse(text));
    expect(refused).toContain(rule);
    expect(refused).toContain(fix);
    expect(shownIn(refused, text)).toBe(true);
    if (!/[[\]]/.test(text)) expect(found(`CPU [${text}]`)).toEqual([]);
  });

  it.each([[undefined], [null], [5], [{ key: 'env' }], [['env:staging']]])(
    'refuses %j, which is not text',
    (value) => {
      expect(() => RookoutLabel.parse(value as never)).toThrow(BadInput);
      expect(() => RookoutLabel.of(value as never, 'staging')).toThrow(BadInput);
      expect(() => RookoutLabel.of('env', value as never)).toThrow(BadInput);
    },
  );

  it('refuses the same parts through of', () => {
    expect(() => RookoutLabel.of('a:b', 'c')).toThrow('label key: "a:b" has a colon');
    expect(() => RookoutLabel.of('a', 'b:c')).toThrow('label value: "b:c" has a colon');
  });

  it('is called in the message what the caller calls it', () => {
    expect(() => checkLabelKey('labelKey', '$env')).toThrow('labelKey: "$env" begins with "$"');
    expect(() => checkLabelValue('service', '')).toThrow('service: "" is empty');
  });

  function refusal(step: () => unknown): string {
    try {
      step();
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
      return (error as Error).message;
    }
    throw new Error('It was not refused');
  }

  /** The message shows the whole text, or the part of it that is at fault. */
  function shownIn(message: string, text: string): boolean {
    const [first, ...others] = text.split(':');
    return [text, first, others.join(':')].some((part) => message.includes(`: ${JSON.stringify(part)} `));
  }
});

describe('RookoutLabel.inTitle', () => {
  it.each([undefined, null, 5])('refuses %p', (title) => {
    expect(() => RookoutLabel.inTitle(title as any)).toThrow(/^title: .* is not text\./);
  });

  it.each([
    ['CartService Memory [k8s_deployment:cartservice]', ['k8s_deployment:cartservice']],
    ['[env:staging] CPU [service:service#3]', ['env:staging', 'service:service#3']],
    ['[env:staging][team:site reliability]', ['env:staging', 'team:site reliability']],
    ['CPU [ms] [p95] [env:staging]', ['env:staging']],
    ['CPU [env:staging] [env:staging]', ['env:staging', 'env:staging']],
    ['[[env:staging]]', ['env:staging']],
    ['[CPU [env:staging] total]', ['env:staging']],
    ['CPU [env:staging', []],
    ['CPU env:staging]', []],
    [']env:staging[', []],
    ['[a [env:staging]', ['env:staging']],
    ['CPU [env:staging]] [', ['env:staging']],
    ['', []],
    ['CPU', []],
  ])('finds in %s the labels %j', (title, labels) => {
    expect(found(title)).toEqual(labels);
  });

  it.each([
    'ms',
    'p95',
    'a:b:c',
    'k: v',
    'k :v',
    ' k:v',
    '$x:y',
    '',
    ':',
    'k:',
    ':v',
    '12:30:00',
    'a:b,c:d',
    '02:00',
    '1:10',
    'https://x',
    'e:$e.value',
    'e:$e',
  ])('leaves [%s] alone', (text) => {
    expect(found(`CPU [${text}] used`)).toEqual([]);
    expect(found(`CPU [${text}] used [env:staging]`)).toEqual(['env:staging']);
  });

  it('finds every label among any text without brackets, in order', () => {
    fc.assert(
      fc.property(plainText, fc.array(fc.tuple(label, plainText), { maxLength: 6 }), (start, parts) => {
        const title = start + parts.map(([one, text]) => `[${one}]${text}`).join('');
        expect(found(title)).toEqual(parts.map(([one]) => String(one)));
      }),
    );
  });

  it('reads any text without an error, and only what stands in brackets there', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        for (const one of found(title)) expect(title).toContain(`[${one}]`);
      }),
    );
  });
});

describe('labels with tokens', () => {
  it.each([
    ['as value', 'k8s_deployment', cart],
    ['as key', key, 'cartservice'],
    ['as both', key, cart],
    ['in the middle of a value', 'service', `shop/${cart}#3`],
    ['twice in a value', 'service', `${cart}-${key}`],
    ['at the end of a key', `k8s_${key}`, 'cart'],
    ['with a colon in its marker', hinted, `${hinted}#3`],
  ])('takes a token %s', (_, aKey, value) => {
    const given = RookoutLabel.of(aKey, value);
    const read = RookoutLabel.parse(`${aKey}:${value}`);
    expect([given.key, given.value]).toEqual([aKey, value]);
    expect([read.key, read.value]).toEqual([aKey, value]);
    expect(found(`${cart} Memory [ms] [${given}] [env:staging]`)).toEqual([
      `${aKey}:${value}`,
      'env:staging',
    ]);
  });

  it('finds no label in the tokens of a title', () => {
    expect(found(`${cart} ${key} [${cart}]`)).toEqual([]);
  });

  it.each([
    [`$${key}`, cart, 'begins with "$"'],
    [`${key} `, cart, 'white space'],
    [`a b${key}`, cart, 'white space'],
    [key, ` ${cart}`, 'white space'],
    [key, `${cart},x`, 'comma'],
    [key, `a:${cart}`, 'colon'],
    [key, `[${cart}`, 'bracket'],
  ])('holds the text around tokens to the rules: %s, %s', (aKey, value, rule) => {
    expect(() => RookoutLabel.of(aKey, value)).toThrow(rule);
  });
});

describe('a token that is not text', () => {
  const count = new TerraformVariable(stack, 'count', { type: 'number' }).numberValue;
  const zones = new TerraformVariable(stack, 'zones', { type: 'list(string)' }).listValue;
  const value = new TerraformVariable(stack, 'value', { type: 'any' }).value;

  it.each<[string, string]>([
    ['number', `svc-${count}`],
    ['number, as Java writes it', `svc-${String(count).toUpperCase().replace('+', '')}`],
    ['number that JavaScript has calculated with', `svc-${-count}`],
    ['list', `svc-${zones}`],
  ])('is refused in a label: a %s', (_, text) => {
    expect(() => RookoutLabel.of('service', text)).toThrow(/has a token of a number, a list or a map in it/);
    expect(() => RookoutLabel.parse(`service:${text}`)).toThrow(/Token\.asString\(token\)/);
  });

  it('is refused as a label, with the fix', () => {
    expect(() => RookoutLabel.of('service', value)).toThrow(
      'is known only to Terraform, and not given as text. Pass Token.asString(token), as in',
    );
  });

  it('is taken as text', () => {
    expect(RookoutLabel.of('service', Token.asString(value)).key).toBe('service');
  });
});
