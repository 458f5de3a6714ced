import { Directive, Scanner } from './scanner';
import { Attribute, Block, Body, Entry, Expression, NotHcl, Span, TextPart } from './syntax';

/** The limit of brackets and blocks inside each other. */
const DEEPEST = 200;

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Reads HCL's native syntax, with the place of each part. What Terraform computes is
 * passed over, and not checked.
 *
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 *
 * @throws NotHcl with the place of the mistake
 */
export function readHcl(text: string): Body {
  return new Reader(text).readFile();
}

/** The place is no value that is written out: Terraform computes it. */
class Computed extends Error {}

class Reader extends Scanner {
  private depth = 0;

  public readFile(): Body {
    const body = this.readBody();
    if (this.sign() !== '') this.fail(`"${this.sign()}" closes nothing`);
    return body;
  }

  /** Reads up to a closing brace, or up to the end. */
  private readBody(): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (;;) {
      this.skipSpace(true);
      if (this.sign() === '' || this.sign() === '}') return { attributes, blocks };
      const item = this.readItem();
      if ('value' in item) attributes.push(item);
      else blocks.push(item);
    }
  }

  private readItem(): Attribute | Block {
    const offset = this.position;
    const name = this.take(NAME) ?? this.fail('the name of an argument or block is missing');
    this.skipSpace(false);
    if (this.sign() === '=' && !this.at('==')) {
      this.position++;
      this.skipSpace(false);
      const value = this.readExpression(false);
      return { name, offset, value, end: value.end, lineEnd: this.readLineEnd() };
    }
    return this.readBlock(name, offset);
  }

  private readBlock(type: string, offset: number): Block {
    const labels: string[] = [];
    while (this.sign() !== '{') {
      const label = this.sign() === '"' ? this.readLabel() : this.take(NAME);
      if (label === undefined) this.fail(`"=" or "{" is missing after "${type}"`);
      labels.push(label);
      this.skipSpace(false);
    }
    const open = this.position++;
    this.deeper(1);
    this.skipSpace(false);
    const body = this.sign() === '\n' ? this.readBody() : this.readLine();
    if (this.sign() !== '}') this.fail('a block is not closed', open);
    this.position++;
    this.deeper(-1);
    return { type, labels, body, offset, end: this.position, lineEnd: this.readLineEnd() };
  }

  /** A block on one line, which may have one argument. */
  private readLine(): Body {
    if (this.sign() === '}') return { attributes: [], blocks: [] };
    const offset = this.position;
    const name = this.take(NAME);
    this.skipSpace(false);
    if (name === undefined || this.sign() !== '=')
      this.fail('a block on one line may have one argument only', offset);
    this.position++;
    this.skipSpace(false);
    const value = this.readExpression(false);
    this.skipSpace(false);
    return { attributes: [{ name, offset, value, end: value.end, lineEnd: value.end }], blocks: [] };
  }

  private readLabel(): string {
    const offset = this.position;
    return literalOf(this.readText()) ?? this.fail('a label of a block may not hold an expression', offset);
  }

  /** After an argument or a block. */
  private readLineEnd(): number {
    this.skipSpace(false);
    if (this.sign() !== '\n' && this.sign() !== '') this.fail('a line end is missing');
    return this.text[this.position - 1] === '\r' ? this.position - 1 : this.position;
  }

  /** @param lines whether line ends are white space, as in brackets */
  private readExpression(lines: boolean): Expression {
    const offset = this.position;
    const { depth } = this;
    try {
      this.deeper(1);
      const value = this.readWritten();
      this.depth = depth;
      if (value.kind === 'heredoc') return value;
      const { position } = this;
      this.skipSpace(lines);
      if (!/^[,\])}\n]?$/.test(this.sign())) throw new Computed();
      this.position = position;
      return value;
    } catch (error) {
      if (!(error instanceof Computed || error instanceof Directive)) throw error;
      this.depth = depth;
      this.position = offset;
      return this.readComputed(lines);
    }
  }

  private readComputed(lines: boolean): Expression {
    const offset = this.position;
    this.skipExpression(lines);
    const written = this.text.slice(offset, this.position).trimEnd();
    if (written === '') this.fail('a value is missing');
    return { kind: 'expression', offset, end: offset + written.length };
  }

  private readWritten(): Expression {
    const offset = this.position;
    const span = () => ({ offset, end: this.position });
    if (this.sign() === '"') {
      const parts = this.readText();
      return { kind: 'text', parts, ...span() };
    }
    if (this.sign() === '[') return { kind: 'tuple', items: this.readItems(']'), ...span() };
    if (this.sign() === '{') return { kind: 'object', entries: this.readEntries(), ...span() };
    if (this.take(/<<-?(?=[\p{L}_])/uy) !== undefined) {
      const { parts, ...body } = this.readHeredoc();
      return { kind: 'heredoc', body, parts, ...span() };
    }
    const number = this.take(NUMBER);
    if (number !== undefined) return { kind: 'literal', value: Number(number), ...span() };
    const name = this.take(NAME);
    if (name === undefined) throw new Computed();
    if (this.sign() === '(') return { kind: 'call', name, args: this.readItems(')'), ...span() };
    if (!(name in WORDS)) throw new Computed();
    return { kind: 'literal', value: WORDS[name], ...span() };
  }

  /** The items of a list, or the arguments of a call, from the opening bracket up to after the closing one. */
  private readItems(closing: string): Expression[] {
    const items: Expression[] = [];
    this.position++;
    this.skipSpace(true);
    this.refuseFor();
    while (this.sign() !== closing) {
      items.push(this.readExpression(true));
      this.skipSpace(true);
      if (this.sign() === ',') this.position++;
      else if (this.sign() !== closing) throw new Computed();
      this.skipSpace(true);
    }
    this.position++;
    return items;
  }

  private readEntries(): Entry[] {
    const entries: Entry[] = [];
    this.position++;
    this.skipSpace(true);
    this.refuseFor();
    while (this.sign() !== '}') {
      entries.push(this.readEntry());
      this.skipSpace(true);
    }
    this.position++;
    return entries;
  }

  private readEntry(): Entry {
    const offset = this.position;
    const key = this.sign() === '"' ? literalOf(this.readText()) : this.take(NAME);
    const keySpan: Span = { offset, end: this.position };
    this.skipSpace(false);
    const sign = this.sign();
    if (key === undefined || (sign !== '=' && sign !== ':') || this.at('==')) throw new Computed();
    this.position++;
    this.skipSpace(true);
    const value = this.readExpression(false);
    this.skipSpace(false);
    const hasComma = this.sign() === ',';
    if (hasComma) this.position++;
    else if (this.sign() !== '\n' && this.sign() !== '}') throw new Computed();
    return { key, keySpan, sign, value, hasComma, offset, end: value.end };
  }

  private refuseFor(): void {
    if (/^for\b/.test(this.text.slice(this.position, this.position + 4))) throw new Computed();
  }

  private deeper(by: number): void {
    this.depth += by;
    if (this.depth > DEEPEST) throw new NotHcl(`is nested more than ${DEEPEST} levels deep`, this.position);
  }
}

/** The text if it has no expressions. */
export function literalOf(parts: readonly TextPart[]): string | undefined {
  let text = '';
  for (const part of parts) {
    if (!('literal' in part)) return undefined;
    text += part.literal;
  }
  return text;
}
