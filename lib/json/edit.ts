import { isObject } from './value';
import { JsonNode } from './node';
import { JsonStyle, printJson, styleInside } from './style';
import { childOf, JsonText } from './text';

/** A part of a text, which may be empty, and the text that replaces it. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/**
 * The text, edited to have another value. Parts that are equal in both values keep every byte. New parts are
 * written in the style of their neighbours.
 *
 * @param after the new value. Parts that are the same object as in the old value are not compared
 */
export function editedText(json: JsonText, after: unknown): string {
  const edits = editsBetween(json, json.root, json.value, after);
  const pieces: string[] = [];
  let end = 0;
  for (const { offset, length, content } of edits) {
    pieces.push(json.text.slice(end, offset), content);
    end = offset + length;
  }
  return [...pieces, json.text.slice(end)].join('');
}

/** The edits that change the value of a node into another one, in order of their place. */
export function editsBetween(
  json: JsonText,
  node: JsonNode,
  before: unknown,
  after: unknown,
): readonly TextEdit[] {
  return new Editor(json.text, json.isAscii).between(node, before, after);
}

/** Finds the edits, in order of their place. */
class Editor {
  /** @param ascii whether the text stays ASCII: new characters are written as escapes */
  public constructor(
    private readonly text: string,
    private readonly ascii: boolean,
  ) {}

  public between(node: JsonNode, before: unknown, after: unknown): TextEdit[] {
    if (Object.is(before, after)) return [];
    if (isObject(before) && isObject(after)) return this.betweenObjects(node, before, after);
    if (Array.isArray(before) && Array.isArray(after)) return this.betweenArrays(node, before, after);
    if (typeof before === 'string' && typeof after === 'string' && after.startsWith(before)) {
      return [this.continued(node, after.slice(before.length))];
    }
    return [this.replaced(node, after)];
  }

  private betweenObjects(
    node: JsonNode,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): TextEdit[] {
    const names = Object.keys(after);
    const known = new Set(Object.keys(before));
    const added = names.filter((name) => !known.has(name));
    const kept = names.length - added.length;
    if (kept < known.size || known.size === 0) return [this.replaced(node, after)];
    const changes = names
      .filter((name) => known.has(name) && !Object.is(before[name], after[name]))
      .flatMap((name) => this.between(childOf(node, name)!, before[name], after[name]))
      .sort((a, b) => a.offset - b.offset);
    const style = styleInside(this.text, node);
    const insertions = added.map((name) => {
      const value = printJson(after[name], style.item, this.ascii);
      return this.appended(node, style, `${printJson(name, style.item, this.ascii)}${style.colon}${value}`);
    });
    return [...changes, ...insertions];
  }

  private betweenArrays(node: JsonNode, before: readonly unknown[], after: readonly unknown[]): TextEdit[] {
    if (before.length === 0 || after.length < before.length) return [this.replaced(node, after)];
    const changes = before.flatMap((item, index) => this.between(node.children[index], item, after[index]));
    if (after.length === before.length) return changes;
    const style = styleInside(this.text, node);
    const last = node.children[node.children.length - 1];
    const own = last.type === 'object' && last.children.length > 0 ? styleInside(this.text, last) : style;
    const item = { ...own.item, indent: style.item.indent };
    const insertions = after
      .slice(before.length)
      .map((value) => this.appended(node, style, printJson(value, item, this.ascii)));
    return [...changes, ...insertions];
  }

  private appended(node: JsonNode, style: JsonStyle, content: string): TextEdit {
    const last = node.children[node.children.length - 1];
    return { offset: last.offset + last.length, length: 0, content: style.separator + content };
  }

  /** Adds text before the closing quote, so that the beginning stays as it is written. */
  private continued(node: JsonNode, text: string): TextEdit {
    const content = printJson(text, undefined, this.ascii).slice(1, -1);
    return { offset: node.offset + node.length - 1, length: 0, content };
  }

  private replaced(node: JsonNode, value: unknown): TextEdit {
    const style = node.container && styleInside(this.text, node.container);
    return { offset: node.offset, length: node.length, content: printJson(value, style?.item, this.ascii) };
  }
}
