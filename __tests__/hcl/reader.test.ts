import { parse } from '@cdktf/hcl2json';
import { readHcl } from '../../lib/hcl/reader';
import { Body, Expression, NotHcl } from '../../lib/hcl/syntax';
import { Lines } from '../../lib/json/place';

/** What HashiCorp's own reader makes of a file. Its promise is rejected if the file is none. */
const theirs = (text: string): Promise<any> => parse('main.tf', text);

/** The values of a body that are written out, in the form of HashiCorp's reader. */
function written({ attributes, blocks }: Body): Record<string, unknown> {
  const json: Record<string, any> = {};
  for (const { name, value } of attributes) json[name] = valueOf(value);
  for (const { type, labels, body } of blocks) {
    let list = (json[type] ??= labels.length > 0 ? {} : []);
    labels.forEach((label, index) => (list = list[label] ??= index === labels.length - 1 ? [] : {}));
    list.push(written(body));
  }
  return json;
}

function valueOf(value: Expression): unknown {
  switch (value.kind) {
    case 'text':
      return value.parts
        .map((part) =>
          'literal' in part ? part.literal.replace(/[$%](?=\{)/g, '$&$&') : `\${${part.expression}}`,
        )
        .join('');
    case 'literal':
      return value.value;
    case 'tuple':
      return value.items.map(valueOf);
    case 'object':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, valueOf(entry.value)]));
    default:
      return '…';
  }
}

describe("a file is read as by HashiCorp's reader", () => {
  it.each<[string, string]>([
    ['texts with escapes', String.raw`a = "q\"u\\o\n\t\u00e9\U0001f6d2"`],
    ['the last of all characters', String.raw`a = "\U0010ffff"`],
    ['dollar signs and per cents', 'a = "$5 100% $${b} %%{c} $$${d} $"'],
    ['expressions in texts', 'a = "x ${var.a} y ${var.b}"'],
    ['numbers', 'a = 1\nb = -1.5\nc = 1e3'],
    ['words', 'a = true\nb = false\nc = null'],
    ['lists, on lines and with a last comma', 'a = [1, "b", [true]]\nb = [\n  1, # one\n  2,\n]\nc = []'],
    ['objects, by lines, commas and colons', 'a = { b = 1, "c" = 2 }\nd = {\n  e = 1\n  f : 2,\n  g = {}\n}'],
    ['comments', '# a\n// b\n/* c\n d */\na = 1 # e\nb /* f */ = 2 // g'],
    ['blocks', 'a "b" c {\n  d = 1\n  e {}\n  e { f = 1 }\n}\na "b" c {\n}'],
    ['line ends of Windows', 'a = 1\r\nb {\r\n  c = [\r\n    1,\r\n  ]\r\n}\r\n'],
    ['no line end at the end', 'a {\n  b = 1\n}'],
    ['names', 'a-b_c1 = 1\né = 2'],
  ])('%s', async (_, text) => {
    expect(written(readHcl(text))).toEqual(await theirs(text));
  });

  it.each<[string, string]>([
    ['references', 'a = var.b\nc = d[0].e\nf = g.*.h'],
    ['operators', 'a = 1 + 2\nb = !true\nc = "x" == "y" ? 1 : 2'],
    ['loops', 'a = [for x in [1] : x]\nb = { for k, v in {} : k => v }'],
    ['calls', 'a = merge({ b = 1 }, { c = 2 })\nd = max([1, 2]...)'],
    ['keys that are computed', 'a = { (var.b) = 1 }'],
    ['brackets and quotes in expressions', 'a = "${join("}", ["{", "\\""])}"\nb = (\n  1\n)'],
    ['directives', 'a = "%{ if true }x%{ else }y%{ endif }"\nb = "x ${~ var.c ~} y"'],
    ['heredocs', 'a = <<EOT\n  x ${var.b}\n EOT2\nEOT\nb = <<-E\n  y\n  E\nc = 1'],
    ['a heredoc in a call', 'a = f(<<EOT\n{"b": "}"}\nEOT\n)\nc = 1'],
  ])('%s are passed over, and what follows is read', async (_, text) => {
    const { attributes } = readHcl(text);
    expect(attributes.map(({ name }) => name)).toEqual(Object.keys(await theirs(text)));
  });

  it.each<[string, string, string]>([
    ['two arguments on a line', 'a = 1 b = 2', '1:9'],
    ['two arguments of a block on a line', 'a { b = 1, c = 2 }', '1:3'],
    ['a block inside a block on one line', 'a { b {} }', '1:5'],
    ['no value', 'a =\nb = 1', '1:4'],
    ['no sign', 'a\n', '1:2'],
    ['an open text', 'a = "b\n"', '1:5'],
    ['an open block', 'a {\n  b = 1\n', '1:3'],
    ['an open list', 'a = [1,\n', '2:1'],
    ['an open heredoc', 'a = <<EOT\nx\n', '1:7'],
    ['an open comment', 'a = 1 /* b', '1:7'],
    ['a wrong bracket', 'a = f(1]', '1:8'],
    ['a brace too many', 'a = 1\n}', '2:1'],
    ['an escape that is none', String.raw`a = "\q"`, '1:6'],
    ['an escape behind the last character', String.raw`a = "\U00110000"`, '1:16'],
    ['an expression that is not closed', 'a = "${b"', '1:9'],
  ])('%s is refused', async (_, text, place) => {
    await expect(theirs(text)).rejects.toThrow();
    const error = mistakeIn(text);
    const { line, column } = new Lines(text).placeOf(error.offset);
    expect(`${line}:${column}`).toBe(place);
  });
});

it.each([
  ['brackets', `a = ${'['.repeat(100_000)}`],
  ['braces', `a = ${'{b='.repeat(10_000)}`],
  ['blocks', 'a {\n'.repeat(10_000)],
  ['templates', 'a = "${'.padEnd(60_000, '"${')],
])('%s without end are refused soon', (_, text) => {
  expect(mistakeIn(text)).toBeInstanceOf(NotHcl);
});

it.each(['\r', '\u2028', '\ufeff', '\0'])('the sign %j in an expression ends nothing', (sign) => {
  expect(readHcl(`a = b ${sign} c`).attributes).toHaveLength(1);
});

function mistakeIn(text: string): NotHcl {
  try {
    readHcl(text);
  } catch (error) {
    if (error instanceof NotHcl) return error;
    throw error;
  }
  throw new Error('nothing is refused');
}
