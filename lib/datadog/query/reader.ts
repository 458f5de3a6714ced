import { maskTokens } from '../../terraform/tokens';
import { EVERYTHING, Filter, QueryError } from './filter';
import { holdsExpression, laterValueAt } from './later-value';

/** The limit of nesting, since the reader is recursive. No real query is deeper. */
const DEEPEST_PARENTHESES = 200;

/** The differences between Datadog's two filter languages. */
export interface Dialect {
  /** Whether terms without an operator between them must all be true. */
  readonly adjacent: boolean;
  /**
   * Whether a comma joins terms that must all be true. Datadog accepts it beside `!`, but not beside words.
   */
  readonly commas: boolean;
  /** Signs before a term that negate it. */
  readonly negations: string;
  /** Whether operators may be in lower case. */
  readonly smallLetters: boolean;
  /**
   * Whether ranges `[1 TO 5]`, groups of values `key:(a OR b)` and escapes by backslash exist, and wildcards
   * in quotation marks are ordinary characters.
   */
  readonly search: boolean;
}

const SPACE = /\s/;
const ORDINARY = /[\w.@/-]+/y;
/** A template variable as a whole: `$service`, `$service.value`, but not `$service.value-canary`. */
const VARIABLE = /^\$(?!.*\.(value|key)\b.)[\w.@-]+$/;

/** Reads boolean expressions over terms, character by character, in time linear in their length. */
export class FilterReader {
  private position = 0;
  private depth = 0;
  private symbols = false;
  private words = false;

  public constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  /** @throws QueryError if the text is not such an expression */
  public read(): Filter {
    const filter = this.readOr(undefined);
    this.skipSpace();
    if (this.position < this.text.length) this.fail(`Unexpected "${this.text[this.position]}"`);
    return filter;
  }

  private readOr(key: string | undefined): Filter {
    const of = [this.readAnd(key)];
    while (this.takeWord('OR') || (this.dialect.search && this.take('||'))) of.push(this.readAnd(key));
    return of.length === 1 ? of[0] : { kind: 'or', of };
  }

  private readAnd(key: string | undefined): Filter {
    const of = [this.readNot(key)];
    while (this.joins()) of.push(this.readNot(key));
    return of.length === 1 ? of[0] : { kind: 'and', of };
  }

  private joins(): boolean {
    if (this.takeWord('AND') || (this.dialect.search && this.take('&&'))) return true;
    if (this.dialect.commas && this.take(',')) {
      this.note('symbols');
      return true;
    }
    if (!this.dialect.adjacent) return false;
    const next = this.peek();
    return (
      next !== undefined && next !== ')' && !this.isWord('OR') && !this.text.startsWith('||', this.position)
    );
  }

  private readNot(key: string | undefined): Filter {
    let negated = false;
    for (;;) {
      const sign = this.peek();
      if (sign !== undefined && this.dialect.negations.includes(sign)) {
        this.position++;
        this.note('symbols');
      } else if (!this.takeWord('NOT')) break;
      negated = !negated;
    }
    const filter = this.readPrimary(key);
    return negated ? { kind: 'not', of: filter } : filter;
  }

  private readPrimary(key: string | undefined): Filter {
    if (this.peek() === '(') return this.readGroup(key);
    return this.readTerm(key);
  }

  private readGroup(key: string | undefined): Filter {
    this.position++;
    if (++this.depth > DEEPEST_PARENTHESES) this.fail(`More than ${DEEPEST_PARENTHESES} nested parentheses`);
    const filter = this.readOr(key);
    if (!this.take(')')) this.fail('A parenthesis is not closed');
    this.depth--;
    return filter;
  }

  private readTerm(groupKey: string | undefined): Filter {
    const start = this.position;
    if (groupKey !== undefined) return this.readValue(groupKey);
    if (this.peek() === '"') return { kind: 'text', text: this.readQuoted() };
    const { text: key } = this.readBare(':');
    if (key === '' && this.peek() !== ':') this.fail('A term is missing');
    if (this.text[this.position] === ':') {
      this.position++;
      return this.readValue(key);
    }
    if (maskTokens(key).startsWith('$') && !holdsExpression(key)) return variable(key);
    if (key === '*') return EVERYTHING;
    const values = this.dialect.search ? undefined : this.readIn(key);
    return values ?? { kind: 'text', text: this.text.slice(start, this.position).trim() };
  }

  /** `IN (a, b)` or `NOT IN (a, b)` after a key. */
  private readIn(key: string): Filter | undefined {
    const before = this.position;
    const negated = this.takeWord('NOT');
    if (!this.takeWord('IN')) {
      this.position = before;
      return undefined;
    }
    if (!this.take('(')) this.fail('A list in parentheses is missing after IN');
    const of: Filter[] = [];
    do {
      const sign = this.peek();
      if (sign !== undefined && this.dialect.negations.includes(sign)) this.note('symbols');
      of.push(this.readValue(key));
    } while (this.take(','));
    if (!this.take(')')) this.fail('The list after IN is not closed');
    const filter: Filter = of.length === 1 ? of[0] : { kind: 'or', of };
    return negated ? { kind: 'not', of: filter } : filter;
  }

  private readValue(key: string): Filter {
    if (!this.dialect.search && SPACE.test(this.text[this.position] ?? '') && this.isOperator()) {
      return { kind: 'text', text: `${key}:` };
    }
    const next = this.text[this.position];
    if (next === '"') return this.readQuotedValue(key);
    if (this.dialect.search) {
      if (next === '(') return this.readGroup(key);
      if (next === '[' || next === '{') return this.readRange(key);
    }
    const start = this.position;
    const { text: value, wild } = this.readBare('');
    if (value === '') return { kind: 'text', text: `${key}:` };
    if (this.dialect.search && /^[<>]/.test(value)) {
      return { kind: 'range', key, range: this.text.slice(start, this.position) };
    }
    return filterOfValue(key, value, wild);
  }

  /**
   * In a search, `*` in quotation marks is an ordinary character. If more text follows it, as in
   * `"web*store"`, the writer may have meant a wildcard, so the values are not known.
   */
  private readQuotedValue(key: string): Filter {
    const value = this.readQuoted();
    if (!this.dialect.search) return filterOfValue(key, value);
    return /^\*|\*./s.test(value)
      ? { kind: 'range', key, range: `"${value}"` }
      : filterOfValue(key, value, false);
  }

  private readRange(key: string): Filter {
    const start = this.position;
    while (this.position < this.text.length && !/[\]}]/.test(this.text[this.position])) this.position++;
    if (this.position === this.text.length) this.fail('A range is not closed');
    this.position++;
    return { kind: 'range', key, range: this.text.slice(start, this.position) };
  }

  /** Characters up to white space, a delimiter or one of the stops. */
  private readBare(stops: string): { text: string; wild: boolean } {
    let text = '';
    let wild = false;
    for (; this.position < this.text.length; this.position++) {
      text += this.readOrdinary();
      if (this.position === this.text.length) break;
      const sign = this.text[this.position];
      const later = sign === '$' ? laterValueAt(this.text, this.position) : undefined;
      if (later !== undefined) {
        text += later;
        this.position += later.length - 1;
        continue;
      }
      if (this.dialect.search && sign === '\\' && this.position + 1 < this.text.length) {
        text += this.text[++this.position];
        continue;
      }
      if (SPACE.test(sign) || '()"'.includes(sign) || stops.includes(sign)) break;
      if (this.dialect.commas && (sign === ',' || sign === '{' || sign === '}')) break;
      if (sign === '*' || sign === '?') wild = true;
      text += sign;
    }
    return { text, wild };
  }

  /** As many ordinary characters as possible, in one step. */
  private readOrdinary(): string {
    ORDINARY.lastIndex = this.position;
    const run = ORDINARY.exec(this.text)?.[0] ?? '';
    this.position += run.length;
    return run;
  }

  private readQuoted(): string {
    const start = this.position++;
    let text = '';
    while (this.text[this.position] !== '"') {
      if (this.text[this.position] === '\\') this.position++;
      if (this.position >= this.text.length) {
        this.position = start;
        this.fail('A quotation is not closed');
      }
      text += this.text[this.position++];
    }
    this.position++;
    return text;
  }

  private take(sign: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(sign, this.position)) return false;
    this.position += sign.length;
    return true;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.position += word.length;
    this.note('words');
    return true;
  }

  private isWord(word: string): boolean {
    this.skipSpace();
    const end = this.position + word.length;
    const found = this.text.slice(this.position, end);
    const same = found === word || (this.dialect.smallLetters && found === word.toLowerCase());
    return same && (end === this.text.length || /[\s(]/.test(this.text[end]));
  }

  /** Whether an operator comes next, after white space. */
  private isOperator(): boolean {
    return ['AND', 'OR', 'NOT', 'IN'].some((word) => this.isWord(word));
  }

  private peek(): string | undefined {
    this.skipSpace();
    return this.text[this.position];
  }

  private skipSpace(): void {
    while (this.position < this.text.length && SPACE.test(this.text[this.position])) this.position++;
  }

  private note(kind: 'symbols' | 'words'): void {
    this[kind] = true;
    if (this.dialect.commas && this.symbols && this.words) {
      this.fail('Signs (",", "!") and words (AND, OR, NOT, IN) are mixed');
    }
  }

  private fail(problem: string): never {
    throw new QueryError(problem, this.text, this.position);
  }
}

/**
 * What a key with that value selects. A caller that has read escapes knows whether the value has a wildcard.
 */
export function filterOfValue(key: string, value: string, wild = /[*?]/.test(value)): Filter {
  if (VARIABLE.test(value)) return variable(value, key);
  return wild || maskTokens(value).includes('$')
    ? { kind: 'pattern', key, value }
    : { kind: 'tag', key, value };
}

function variable(text: string, key?: string): Filter {
  const [, name, suffix] = /^\$(.*?)(\.value|\.key)?$/s.exec(text)!;
  return { kind: 'variable', name, ...(key === undefined ? {} : { key }), ...(suffix ? { suffix } : {}) };
}
