import * as fc from 'fast-check';
import { Node, parseTree } from 'jsonc-parser';
import { JsonText } from '../../lib/json/text';

/** The ranges of the strings with a name, by another parser, with their values. Of a name that an object has twice the last counts. */
function stringsNamed(name: string, text: string): { value: string; offset: number; length: number }[] {
  const inside = ({ type, children = [] }: Node): ReturnType<typeof stringsNamed> => {
    if (type !== 'object') return children.flatMap(inside);
    const last = new Map(children.map(({ children: [key, value] = [] }) => [key.value as string, value]));
    return [...last].flatMap(([key, node]) =>
      key === name && node.type === 'string'
        ? [{ value: node.value, offset: node.offset, length: node.length }]
        : inside(node),
    );
  };
  return inside(parseTree(text)!);
}

const onlyRange = (text: string, value: string) => JsonText.read(text).onlyRangeOf('title', value);

describe('the only string with a value and a name', () => {
  it.each([
    ['{"title": "CPU"}', 'CPU', { offset: 10, length: 5 }],
    ['{"title"\n\t:\r\n "CPU", "note": "CPU"}', 'CPU', { offset: 14, length: 5 }],
    ['{"title": "a \\"b\\" \\\\ \\n"}', 'a "b" \\ \n', { offset: 10, length: 15 }],
    ['{"note": "\\"title\\": \\"CPU\\"", "title": "CPU"}', 'CPU', { offset: 40, length: 5 }],
    ['{"list": ["title", "CPU"], "title": "CPU"}', 'CPU', { offset: 36, length: 5 }],
  ])('is found in %s', (text, value, range) => {
    expect(onlyRange(text, value)).toEqual(range);
  });

  it.each([
    ['twice', '[{"title": "CPU"}, {"title": "CPU"}]'],
    ['with a choice of escapes', '[{"title": "\\u0043PU"}, {"title": "CPU"}]'],
    ['with a choice of escapes elsewhere', '{"title": "CPU", "link": "https:\\/\\/example.com"}'],
    ['as no value', '{"title": ["CPU"], "CPU": "title"}'],
  ])('is not told where it is there %s', (_, text) => {
    expect(onlyRange(text, 'CPU')).toBeUndefined();
  });

  it('is where another parser finds it', () => {
    const name = fc.constantFrom('title', 'a"title', 'title\\', 'x', '');
    const word = fc.oneof(name, fc.string({ unit: 'binary', maxLength: 5 }));
    const { value: json } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, word, fc.integer(), tie('list'), tie('object'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
    }));
    let found = 0;
    fc.assert(
      fc.property(json, fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = JsonText.read(text);
        for (const { value: title, offset, length } of stringsNamed('title', text)) {
          const range = read.onlyRangeOf('title', title);
          if (range === undefined) continue;
          found++;
          expect(range).toEqual({ offset, length });
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
