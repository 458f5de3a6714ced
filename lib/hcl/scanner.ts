import { NotHcl, TextPart } from './syntax';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What only Terraform can make of a text: a directive, or an expression that takes white space away. */
export class Directive extends Error {}

/** The limit of templates inside expressions of templates. */
const DEEPEST_TEMPLATE = 50;

/** Moves through HCL's text. */
export class Scanner {
  public position = 0;
  private templates = 0;

  public constructor(public readonly text: string) {}

  /** The character here; empty at the end. */
  public sign(): string {
    return this.text[this.position] ?? '';
  }

  public at(word: string): boolean {
    return this.text.startsWith(word, this.position);
  }

  public fail(problem: string, offset = this.position): never {
    throw new NotHcl(problem, offset);
  }

  /** Takes what the pattern matches here. It has the flag `y`. */
  public take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const taken = pattern.exec(this.text)?.[0];
    this.position += taken?.length ?? 0;
    return taken;
  }

  /** Moves over white space and comments. A comment at the end of a line does not take the line end. */
  public skipSpace(lines: boolean): void {
    for (;;) {
      if (this.take(lines ? /[ \t\r\n]+/y : /(?:[ \t]|\r(?=\n))+/y) !== undefined) continue;
      if (this.at('#') || this.at('//')) this.take(/[^\n]*/y);
      else if (this.at('/*')) this.skipComment();
      else return;
    }
  }

  private skipComment(): void {
    const end = this.text.indexOf('*/', this.position + 2);
    if (end < 0) this.fail('a comment is not closed');
    this.position = end + 2;
  }

  /**
   * Moves to what ends an expression: a comma, a closing bracket and, outside of brackets, a line end.
   *
   * @param lines whether line ends are white space
   */
  public skipExpression(lines: boolean): void {
    const open: string[] = [];
    for (;;) {
      this.skipSpace(lines || open.length > 0);
      const sign = this.sign();
      if (sign === '') {
        if (open.length > 0) this.fail(`"${open.at(-1)}" is missing`);
        return;
      }
      if (open.length === 0 && (sign === ',' || sign === '\n')) return;
      if (this.take(/[=!<>]=|=>/y) !== undefined) continue;
      if (open.length === 0 && sign === '=') this.fail('a line end is missing before another argument');
      if (sign === ')' || sign === ']' || sign === '}') {
        if (open.length === 0) return;
        if (open.pop() !== sign) this.fail(`"${sign}" closes nothing`);
        this.position++;
      } else if (sign in CLOSING) {
        open.push(CLOSING[sign]);
        this.position++;
      } else if (sign === '"') {
        this.skipText();
      } else if (this.take(/<<-?(?=[\p{L}_])/uy) !== undefined) {
        this.readHeredoc(true);
      } else {
        this.take(/[\p{L}\p{N}_.-]+|./suy);
      }
    }
  }

  private skipText(): void {
    this.readText(true);
  }

  /** Reads a text in quotes. @param loose whether directives are passed over */
  public readText(loose = false): TextPart[] {
    const start = this.position++;
    const parts = this.readParts(() => this.sign() === '"', true, loose, start);
    this.position++;
    return parts;
  }

  /**
   * Reads a heredoc from behind its arrows on.
   *
   * @returns where its lines begin and end, and what is in them
   */
  public readHeredoc(loose = false): { offset: number; end: number; parts: TextPart[] } {
    const start = this.position;
    const name = this.take(/[\p{L}_][\p{L}\p{N}_-]*/uy);
    if (this.take(/\r?\n/y) === undefined) this.fail('a line end is missing after the name of the heredoc');
    const offset = this.position;
    const last = new RegExp(`[ \\t]*${name}(?=[ \\t]*(?:\\r?\\n|$))`, 'y');
    const isLast = () => {
      if (this.text[this.position - 1] !== '\n') return false;
      last.lastIndex = this.position;
      return last.test(this.text);
    };
    const parts = this.readParts(isLast, false, loose, start);
    const end = this.position;
    this.take(last);
    return { offset, end, parts };
  }

  private readParts(ends: () => boolean, quoted: boolean, loose: boolean, start: number): TextPart[] {
    const parts: TextPart[] = [];
    let literal = '';
    let offset = this.position;
    const add = () => {
      if (this.position > offset) parts.push({ literal, offset, end: this.position });
      literal = '';
    };
    while (!ends()) {
      const sign = this.sign();
      if (sign === '') this.fail('a text is not closed', start);
      if (quoted && sign === '\n') this.fail('a text in quotes is not closed on its line', start);
      if ((sign === '$' || sign === '%') && this.at(`${sign}${sign}{`)) {
        literal += `${sign}{`;
        this.position += 3;
      } else if ((sign === '$' || sign === '%') && this.at(`${sign}{`)) {
        add();
        parts.push(this.readInterpolation(loose));
        offset = this.position;
      } else if (quoted && sign === '\\') {
        literal += this.readEscape();
      } else {
        literal += sign;
        this.position++;
      }
    }
    add();
    return parts;
  }

  private readInterpolation(loose: boolean): TextPart {
    const offset = this.position;
    const isDirective = this.sign() === '%';
    this.position += 2;
    const trims = this.sign() === '~';
    const start = this.position;
    if (++this.templates > DEEPEST_TEMPLATE)
      this.fail(`templates are nested more than ${DEEPEST_TEMPLATE} levels deep`);
    this.skipExpression(true);
    this.templates--;
    if (this.sign() !== '}') this.fail('an expression is not closed', offset);
    const expression = this.text.slice(start, this.position).trim();
    this.position++;
    if (!loose && (isDirective || trims || expression.endsWith('~'))) throw new Directive();
    return { expression, offset, end: this.position };
  }

  private readEscape(): string {
    const escape = this.take(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[nrt"\\])/y);
    if (escape === undefined) this.fail('a backslash begins no escape');
    const sign = escape[1];
    if (sign in ESCAPES) return ESCAPES[sign];
    const code = parseInt(escape.slice(2), 16);
    if (code > 0x10ffff) this.fail('an escape is no character');
    return String.fromCodePoint(code);
  }
}
