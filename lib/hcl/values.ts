import { JsonObject } from '../json/value';
import { Expression, Heredoc, Span, Text } from './syntax';

/** Expressions that are words of a query or of JSON as they are written. */
const PLAIN = /^[\w.]+$/;

/** A key of an object, or an index, as in `each.value["name"]`, which is `each.value.name` too. */
const KEY = /\[\s*"?(\w+)"?\s*\]/g;

/**
 * The values of a file as JSON. What only Terraform knows is `${…}`, as in files for `templatefile`; one expression has
 * one such text. Long ones are shortened, as `upper(var.env)` to `upper…`, since titles and queries may not have brackets, quotes
 * and commas in them.
 */
export class Values {
  private readonly names = new Map<string, string>();
  private readonly shortened = new Map<string, number>();

  public constructor(private readonly text: string) {}

  public jsonOf(value: Expression): unknown {
    switch (value.kind) {
      case 'text':
      case 'heredoc':
        return this.textOf(value);
      case 'literal':
        return value.value;
      case 'tuple':
        return value.items.map((item) => this.jsonOf(item));
      case 'object':
        return this.objectOf(Object.fromEntries(value.entries.map((entry) => [entry.key, entry.value])));
      default:
        return this.named(this.text.slice(value.offset, value.end));
    }
  }

  /** A heredoc keeps its indentation. */
  public textOf({ parts }: Text | Heredoc): string {
    return parts.map((part) => ('literal' in part ? part.literal : this.named(part.expression))).join('');
  }

  /** The text in place of an expression. */
  public named(expression: string): string {
    let name = this.names.get(expression);
    if (name === undefined) this.names.set(expression, (name = this.nameOf(expression)));
    return `\${${name}}`;
  }

  private nameOf(expression: string): string {
    const path = expression.replace(KEY, '.$1');
    if (PLAIN.test(path)) return path;
    const [start] = /^[\w.]*/.exec(path)!;
    const count = (this.shortened.get(start) ?? 0) + 1;
    this.shortened.set(start, count);
    return `${start}…${count === 1 ? '' : count}`;
  }

  private objectOf(values: Readonly<Record<string, Expression>>): JsonObject {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.jsonOf(value)]));
  }
}

/** The first value in it that is no text, number, list or object, but something that Terraform computes. */
export function computedIn(value: Expression): Span | undefined {
  switch (value.kind) {
    case 'tuple':
      return first(value.items, computedIn);
    case 'object':
      return first(value.entries, (entry) => computedIn(entry.value));
    case 'call':
    case 'expression':
      return value;
    default:
      return undefined;
  }
}

/** Whether it is a text in quotes, all of whose characters are known. */
export function isPlainText(value: Expression | undefined): value is Text {
  return value?.kind === 'text' && value.parts.every((part) => 'literal' in part);
}

/** The first result that is not undefined. */
export function first<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = look(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
