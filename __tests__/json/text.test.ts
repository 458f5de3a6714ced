import { NotJson } from '../../lib/json/problem';
import { childOf, JsonText } from '../../lib/json/text';

function problemOf(text: string): NotJson {
  try {
    JsonText.read(text);
  } catch (error) {
    if (error instanceof NotJson) return error;
    throw error;
  }
  throw new Error('It is JSON.');
}

describe('JsonText', () => {
  it('has the value of the text, and the place of everything in it', () => {
    const json = JsonText.read('{\n  "title": "a \\"}",\r\n  "widgets": [1, {"x": -1.5e+2}]\n}\n');
    expect(json.value).toEqual({ title: 'a "}', widgets: [1, { x: -150 }] });
    const widgets = childOf(json.root, 'widgets')!;
    const x = childOf(childOf(widgets, 1)!, 'x')!;
    expect(json.placeOf(widgets.offset)).toEqual({ line: 3, column: 14 });
    expect(json.text.slice(x.offset, x.offset + x.length)).toBe('-1.5e+2');
    expect(childOf(widgets, 2)).toBeUndefined();
    expect(childOf(json.root, 'x')).toBeUndefined();
  });

  it('takes the last of properties with the same name, as JavaScript does', () => {
    const json = JsonText.read('{"a": 1, "a": 2}');
    expect(json.value).toEqual({ a: 2 });
    expect(childOf(json.root, 'a')!.offset).toBe(14);
  });

  it.each([
    ['{"a": }', { line: 1, column: 7 }, 'is not JSON: a value is missing'],
    ['{\n"a": 1\n"b": 2}', { line: 3, column: 1 }, 'is not JSON: a comma is missing'],
    ['', { line: 1, column: 1 }, 'is not JSON: it is empty'],
    ['"a\n[', { line: 1, column: 1 }, 'is not JSON: a text is not closed by a double quote on its line'],
    ['['.repeat(501), { line: 1, column: 501 }, 'is nested more than 500 levels deep'],
  ])('says where %j stops being JSON, and why', (text, place, problem) => {
    expect(problemOf(text)).toMatchObject({ place, problem });
  });

  it('says so in a file', () => {
    expect(problemOf('{"a": }').inFile('board.json').message).toBe(
      'board.json:1:7: "}" is where it stops being JSON: a value is missing. Export it again, or fix it at that place.',
    );
  });

  it('reads what is nested 500 levels deep', () => {
    expect(() => JsonText.read('['.repeat(500) + ']'.repeat(500))).not.toThrow();
  });
});
