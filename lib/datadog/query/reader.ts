import { maskTokens } from '../../terraform/tokens';
import { EVERYTHING, Filter, QueryError } from './filter';
import { isLater, laterValueAt } from './later-value';

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
  /** Whether operators may be in lower case, and keys are in lower case however they are written. */
  readonly smallLetters: boolean;
  /**
   * Whether ranges `[1 TO 5]`, groups of values `key:(a OR b)`, escapes by backslash, `tags:"key:value"` and a
   * plus sign before terms exist, and wildcards in quotation marks are ordinary characters.
   */
  readonly search: boolean;
}

const SPACE = /[ \t\n\r\f\v]/;
const ORDINARY = /[\w.@/-]+/y;
/** A template variable as a whole: `$service`, `$service.value`, but not `$service.value-canary`. */
const VARIABLE = /^\$(?!.*\.(value|key)\b.)[\w.@-]+$/;
/** The characters of keys and values that stand for themselves, and the wildcards. All others are not understood. */
const UNDERSTOOD = /[\p{L}\p{M}\p{N}_.@#/:*?-]/u;
/** What may follow a value directly. */
const AFTER_VALUE = /[ \t\n\r\f\v(),{}]/;
const OPERATOR = /^(AND|OR|NOT|IN)$/;
/** An operator that touches a sign of negation, which may also be the beginning of a key. */
const TOUCHING_OPERATOR = /^(AND|OR|NOT)-/;
/** A whole tag, as in `tags:"service:cart"`. */
const WHOLE_TAG = /^([\p{L}_][\p{L}\p{M}\p{N}_./-]*):([\p{L}\p{M}\p{N}_./:-]+)$/u;

/** A run of characters up to a delimiter. */
interface Bare {
  readonly text: string;
  /** Whether it has a wildcard in it. */
  readonly wild: boolean;
  /** Whether it has a character that is not understood. */
  readonly odd: boolean;
  /** Whether it holds a value that only Terraform knows. */
  readonly later: boolean;
}

/** Reads boolean expressions over terms, character by character, in time linear in their length. */
export class FilterReader {
  private position = 0;
  private depth = 0;
  private symbols = false;
  private words = false;
  /**
   * Whether something in a search may be an operator, which changes the terms around it: a sign that touches no
   * term, a second negation, a word that touches a sign, or text that Terraform fills in.
   */
  private isUncertain = false;
  /** Whether a term of a scope is text that Terraform fills in. Beside words, it may be several terms with `OR` between them. */
  private hasLaterTerm = false;

  public constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  /** @throws QueryError if the text is not such an expression */
  public read(): Filter {
    const filter = this.readOr(undefined);
    if (this.position < this.text.length) this.fail(`Unexpected "${this.text[this.position]}"`);
    const isUncertain = this.isUncertain || (this.hasLaterTerm && this.words);
    return isUncertain ? { kind: 'unknown', text: this.text } : filter;
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
    for (let count = 0; ; count++) {
      if (this.dialect.search && count > 1) this.isUncertain = true;
      const sign = this.peek();
      if (sign !== undefined && this.dialect.negations.includes(sign)) {
        this.position++;
        this.note('symbols');
        if (this.dialect.search && SPACE.test(this.text.charAt(this.position))) this.isUncertain = true;
      } else if (!this.takeWord('NOT')) break;
      negated = !negated;
    }
    if (this.dialect.search && this.text[this.position] === '+') this.position++;
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

  /** @param groupKey the key before the group of values that the term is in. A term of its own key may be in it. */
  private readTerm(groupKey: string | undefined): Filter {
    const start = this.position;
    const first = this.peek();
    if (groupKey !== undefined && (first === '"' || first === '[' || first === '{'))
      return this.readValue(groupKey);
    if (first === '"') return this.readText(start);
    const bare = this.readBare(':');
    if (bare.text === '' && this.peek() !== ':') this.fail('A term is missing');
    if (this.text[this.position] === ':') {
      this.noteOperator(bare.text);
      this.position++;
      const filter = this.readValue(this.keyOf(bare));
      return isKey(bare) ? filter : this.unknown(start);
    }
    this.noteOperator(bare.text);
    if (groupKey !== undefined) return this.bareValue(groupKey, bare, start);
    if (bare.text === '*') return EVERYTHING;
    if (bare.later) return this.readLater(start);
    const values = this.dialect.search ? undefined : this.readIn(this.keyOf(bare));
    if (values) return isKey(bare) ? values : this.unknown(start);
    if (VARIABLE.test(bare.text)) return variable(bare.text);
    return bare.odd || /^-|\$/.test(bare.text) || this.isOperatorWord(bare.text) || this.touchesQuotation()
      ? this.unknown(start)
      : { kind: 'text', text: bare.text };
  }

  /** Free text in quotation marks. Before a colon it may be a key. */
  private readText(start: number): Filter {
    const text = this.readQuoted();
    return AFTER_VALUE.test(this.text[this.position] ?? ' ') ? { kind: 'text', text } : this.unknown(start);
  }

  /** In a search, text that Terraform fills in may be an operator. In a scope it stands between operators. */
  private readLater(start: number): Filter {
    if (this.dialect.search) this.isUncertain = true;
    else if (!this.readIn('') && !this.isInParentheses(start)) this.hasLaterTerm = true;
    return this.unknown(start);
  }

  /** Whether parentheses hold only the text from that position on. */
  private isInParentheses(start: number): boolean {
    let before = start - 1;
    while (SPACE.test(this.text.charAt(before))) before--;
    return this.text[before] === '(' && this.peek() === ')';
  }

  /** A word of an operator that could not be read as one, as in `OR-service:a`, may be one all the same. */
  private noteOperator(text: string): void {
    if (this.dialect.search && (OPERATOR.test(text) || TOUCHING_OPERATOR.test(text))) this.isUncertain = true;
  }

  private keyOf({ text }: Bare): string {
    return this.dialect.smallLetters ? text.toLowerCase() : text;
  }

  private isOperatorWord(word: string): boolean {
    return OPERATOR.test(this.dialect.smallLetters ? word.toUpperCase() : word);
  }

  private touchesQuotation(): boolean {
    return this.text[this.position] === '"';
  }

  private unknown(start: number): Filter {
    return { kind: 'unknown', text: this.text.slice(start, this.position).trim() };
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
    if (!this.dialect.search && SPACE.test(this.text.charAt(this.position)) && this.isOperator()) {
      return anyOf(key, '');
    }
    const next = this.text[this.position];
    if (next === '"') return this.readQuotedValue(key);
    if (this.dialect.search) {
      if (next === '(') return this.readGroup(key);
      if (next === '[' || next === '{') return this.readRange(key);
    }
    const start = this.position;
    return this.bareValue(key, this.readBare(''), start);
  }

  /** What a value selects that has been read from that position on. A minus sign before it may exclude it. */
  private bareValue(key: string, { text: value, wild, odd }: Bare, start: number): Filter {
    const raw = this.text.slice(start, this.position);
    if (value === '' || odd || raw.startsWith('-') || this.touchesQuotation()) return anyOf(key, raw);
    return this.dialect.search && key === 'tags' ? wholeTag(value, raw) : filterOfValue(key, value, wild);
  }

  /**
   * In a search, `*` in quotation marks is an ordinary character. If more text follows it, as in
   * `"web*store"`, the writer may have meant a wildcard, so the values are not known.
   */
  private readQuotedValue(key: string): Filter {
    const start = this.position;
    const value = this.readQuoted();
    const raw = this.text.slice(start, this.position);
    if (!AFTER_VALUE.test(this.text[this.position] ?? ' ')) return anyOf(key, raw);
    if (!this.dialect.search) return filterOfValue(key, value);
    if (key === 'tags') return wholeTag(value, raw);
    return /^\*|\*./s.test(value) ? anyOf(key, raw) : filterOfValue(key, value, false);
  }

  private readRange(key: string): Filter {
    const start = this.position;
    while (this.position < this.text.length && !/[\]}]/.test(this.text[this.position])) this.position++;
    if (this.position === this.text.length) this.fail('A range is not closed');
    this.position++;
    return anyOf(key, this.text.slice(start, this.position));
  }

  /** Characters up to white space, a delimiter or one of the stops. */
  private readBare(stops: string): Bare {
    let text = '';
    let wild = false;
    let odd = false;
    let escapesWildcard = false;
    while (this.position < this.text.length) {
      text += this.readOrdinary();
      if (this.position === this.text.length) break;
      const sign = String.fromCodePoint(this.text.codePointAt(this.position)!);
      const later = sign === '$' ? laterValueAt(this.text, this.position) : undefined;
      if (later !== undefined) {
        text += later;
        this.position += later.length;
        continue;
      }
      if (this.dialect.search && sign === '\\' && this.position + 1 < this.text.length) {
        const escaped = this.text[this.position + 1];
        escapesWildcard ||= escaped === '*' || escaped === '?';
        text += escaped;
        this.position += 2;
        continue;
      }
      if (SPACE.test(sign) || '()"'.includes(sign) || stops.includes(sign)) break;
      if (this.dialect.commas && (sign === ',' || sign === '{' || sign === '}')) break;
      if (sign === '*') wild = true;
      else if (sign === '?') {
        wild = true;
        // In searches, Datadog's own matcher takes it for an ordinary character, against the documentation.
        odd ||= this.dialect.search;
      } else if (sign !== '$' && !UNDERSTOOD.test(sign)) odd = true;
      text += sign;
      this.position += sign.length;
    }
    return { text, wild, odd: odd || (wild && escapesWildcard), later: isLater(text) };
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
    return same && (end === this.text.length || /[ \t\n\r\f\v(]/.test(this.text[end]));
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
    while (SPACE.test(this.text.charAt(this.position))) this.position++;
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

/** Values that are not known. Those of `tags` may be of any tag. */
function anyOf(key: string, range: string): Filter {
  return key === 'tags' ? { kind: 'unknown', text: `tags:${range}` } : { kind: 'range', key, range };
}

/** Whether the text before a colon is a key, and not perhaps something else. */
function isKey({ text, wild, odd, later }: Bare): boolean {
  return (
    !wild &&
    !odd &&
    !later &&
    !text.includes('$') &&
    text !== '' &&
    !text.startsWith('-') &&
    !TOUCHING_OPERATOR.test(text)
  );
}

/**
 * What a whole tag selects, as in `tags:"service:cart"`. A tag may also have no value.
 *
 * Source: https://docs.datadoghq.com/logs/explorer/search_syntax/ (tags)
 */
function wholeTag(text: string, raw: string): Filter {
  const [, key, value] = WHOLE_TAG.exec(text) ?? [];
  if (key !== undefined) return { kind: 'tag', key, value };
  return /^[\w./-]+$/.test(text)
    ? { kind: 'text', text: `tags:${text}` }
    : { kind: 'unknown', text: `tags:${raw}` };
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
  return { kind: 'variable', name, key, suffix };
}
