import { stringEnd } from '../json/scan';

/** The placeholder in JSON for a value that only Terraform knows. */
const PLACEHOLDER = /terraform_value_\d+/g;

/** What users see instead of a placeholder. */
const UNKNOWN = '${…}';

/** JSON text from a Terraform string, with placeholders for values that only Terraform knows. */
export interface TemplateJson {
  readonly text: string;
  readonly hasPlaceholders: boolean;
}

/** A part of a template: plain text or an expression. */
type Part = { readonly literal: string } | { readonly expression: string };

/**
 * Reads JSON text from a string of Terraform's JSON syntax, in which `${…}` is an expression and `$${` and
 * `%%{` are literal. An expression of the form `join("", ["…", …])`, which `TerraformJson.encode` makes, is
 * read as well.
 *
 * @returns undefined if the string has directives, `%{…}`, or is not a template
 */
export function jsonOfTemplate(template: string): TemplateJson | undefined {
  const parts = partsOf(template);
  return parts && { text: filled(parts), hasPlaceholders: parts.some((part) => 'expression' in part) };
}

function partsOf(template: string): Part[] | undefined {
  try {
    return new TemplateReader(template, 0).readAll();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/**
 * Reads what strings of Terraform's JSON say, with placeholders: the same expression has the same one in all of them. A
 * string that is not a template stays as it is.
 */
export function textsOfTemplates(): (string: string) => string {
  const words = new Map<string, string>();
  return (string) => {
    const parts = partsOf(string);
    return parts
      ? parts.map((part) => ('literal' in part ? part.literal : wordFor(part.expression, words))).join('')
      : string;
  };
}

/** Whether the text has a placeholder in it. */
export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) >= 0;
}

/** The text with `${…}` instead of each placeholder. */
export function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, UNKNOWN);
}

/** Whether the whole text is one placeholder. */
export function isPlaceholder(text: string): boolean {
  return withoutPlaceholders(text) === UNKNOWN;
}

/**
 * The parts as JSON. A placeholder inside a string is a word, and elsewhere it is a string. The same expression
 * has the same placeholder.
 */
function filled(parts: readonly Part[]): string {
  const pieces: string[] = [];
  const words = new Map<string, string>();
  let inString = false;
  for (const part of parts) {
    if ('literal' in part) {
      pieces.push(part.literal);
      inString = endsInString(part.literal, inString);
    } else {
      const word = wordFor(part.expression, words);
      pieces.push(inString ? word : `"${word}"`);
    }
  }
  return pieces.join('');
}

function wordFor(expression: string, words: Map<string, string>): string {
  const word = words.get(expression) ?? `terraform_value_${words.size + 1}`;
  words.set(expression, word);
  return word;
}

function endsInString(json: string, startsInString: boolean): boolean {
  let inString = startsInString;
  for (let position = 0; ; position++) {
    position = inString ? stringEnd(json, position) : json.indexOf('"', position);
    if (position < 0) return inString;
    inString = !inString;
  }
}

/** The text is not a template, or only Terraform can read it. */
class Unreadable extends Error {}

/** The limit of templates inside expressions of templates. `TerraformJson.encode` makes two levels. */
const DEEPEST_TEMPLATE = 50;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const ORDINARY = /[^$%"\\]*/y;

/**
 * Reads templates. Quoted strings in expressions are templates too.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings
 */
class TemplateReader {
  private position = 0;

  public constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {
    if (depth > DEEPEST_TEMPLATE) throw new Unreadable();
  }

  public readAll(): Part[] {
    const parts = this.readParts(false);
    if (this.position < this.text.length) throw new Unreadable();
    return parts;
  }

  /**
   * Reads up to the end of the text, or up to the closing quote of a quoted string, in which backslashes
   * begin escapes.
   */
  private readParts(quoted: boolean): Part[] {
    const parts: Part[] = [];
    let literal = '';
    while (this.position < this.text.length && !(quoted && this.text[this.position] === '"')) {
      const sign = this.text[this.position];
      if ((sign === '$' || sign === '%') && this.text.startsWith(`${sign}{`, this.position + 1)) {
        literal += `${sign}{`;
        this.position += 3;
      } else if (sign === '%' && this.text[this.position + 1] === '{') {
        throw new Unreadable();
      } else if (sign === '$' && this.text[this.position + 1] === '{') {
        if (literal !== '') parts.push({ literal });
        literal = '';
        for (const part of this.readExpression()) parts.push(part);
      } else if (quoted && sign === '\\') {
        literal += this.readEscape();
      } else {
        literal += this.readRun();
      }
    }
    if (literal !== '') parts.push({ literal });
    return parts;
  }

  /** Reads one character, and the ordinary characters after it. */
  private readRun(): string {
    ORDINARY.lastIndex = this.position + 1;
    const run = this.text[this.position] + ORDINARY.exec(this.text)![0];
    this.position += run.length;
    return run;
  }

  private readEscape(): string {
    const sign = this.text[this.position + 1];
    const digits = sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
    const code = this.text.slice(this.position + 2, this.position + 2 + digits);
    this.position += 2 + digits;
    if (digits === 0) {
      if (!(sign in ESCAPES)) throw new Unreadable();
      return ESCAPES[sign];
    }
    if (code.length < digits || !/^[\da-f]+$/i.test(code) || parseInt(code, 16) > 0x10ffff) {
      throw new Unreadable();
    }
    return String.fromCodePoint(parseInt(code, 16));
  }

  private readExpression(): Part[] {
    const start = this.position + 2;
    this.position = start;
    this.skipTo('}');
    const expression = this.text.slice(start, this.position++).trim();
    return joinedParts(expression, this.depth + 1) ?? [{ expression }];
  }

  /** Moves to the first of these characters that is outside of strings, brackets and braces. */
  private skipTo(signs: string): void {
    const open: string[] = [];
    for (; this.position < this.text.length; this.position++) {
      const sign = this.text[this.position];
      if (open.length === 0 && signs.includes(sign)) return;
      if (sign === '"') this.skipQuoted();
      else if (sign === '(' || sign === '[' || sign === '{') open.push(CLOSING[sign]);
      else if ((sign === ')' || sign === ']' || sign === '}') && open.pop() !== sign) throw new Unreadable();
    }
    throw new Unreadable();
  }

  /** Moves from the opening quote to the closing one. There may be expressions between them. */
  private skipQuoted(): void {
    for (this.position++; this.position < this.text.length; this.position++) {
      const sign = this.text[this.position];
      if (sign === '"') return;
      if (sign === '\\') this.position++;
      else if (sign === '$' && this.text.startsWith('${', this.position + 1)) this.position += 2;
      else if (sign === '$' && this.text[this.position + 1] === '{') {
        const inner = new TemplateReader(this.text, this.depth + 1);
        inner.position = this.position + 2;
        inner.skipTo('}');
        this.position = inner.position;
      }
    }
    throw new Unreadable();
  }

  /** The items of a list. Reads from after its opening bracket up to after the closing one. */
  public readItems(start: number): Part[] {
    const parts: Part[] = [];
    this.position = start;
    for (;;) {
      this.skipSpace();
      if (this.text[this.position] === ']') break;
      for (const part of this.readItem()) parts.push(part);
      this.skipSpace();
      if (this.text[this.position] === ',') this.position++;
      else if (this.text[this.position] !== ']') throw new Unreadable();
    }
    this.position++;
    return parts;
  }

  private readItem(): Part[] {
    const start = this.position;
    if (this.text[start] === '"') {
      this.position++;
      const parts = this.readParts(true);
      this.position++;
      this.skipSpace();
      if (this.text[this.position] === ',' || this.text[this.position] === ']') return parts;
      this.position = start;
    }
    this.skipTo(',]');
    return [{ expression: this.text.slice(start, this.position).trim() }];
  }

  public get rest(): string {
    return this.text.slice(this.position);
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.position] ?? '')) this.position++;
  }
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The parts that `join("", […])` joins. Undefined for any other expression. */
function joinedParts(expression: string, depth: number): Part[] | undefined {
  const [head] = /^join\(\s*""\s*,\s*\[/.exec(expression) ?? [];
  if (head === undefined) return undefined;
  const reader = new TemplateReader(expression, depth);
  const parts = reader.readItems(head.length);
  return /^\s*\)$/.test(reader.rest) ? parts : undefined;
}
