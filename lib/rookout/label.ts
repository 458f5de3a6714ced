import { BadInput } from '../bad-input';
import { hasUntextualToken, maskTokens } from '../terraform/tokens';

/**
 * The keys of the built-in labels. No other key begins with `$`.
 *
 * Source: Rookout's documentation, page Labels
 */
export const BUILT_IN_KEYS: readonly string[] = [
  '$hostname',
  '$platform',
  '$processname',
  '$internalIp',
  '$externalIp',
];

const BRACKET_GROUP = /\[([^[\]]*)\]/g;
const KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_./-]*$/u;
/** A Datadog template variable. */
const VARIABLE = /\$[A-Za-z_]/;
const FORBIDDEN = /[[\],\p{Cc}\u2028\u2029]|\p{Surrogate}/u;
const FORBIDDEN_RULE =
  'has a bracket, a comma, a control character or half of a surrogate pair, which a label filter can not contain';

/**
 * A Rookout label filter: a `key:value` pair. It selects the running instances with that label.
 *
 * - One colon separates key and value. Neither is empty, and neither begins or ends with a space.
 * - A key begins with a letter or `_`, followed by letters, digits, `_`, `.`, `-` and `/`. Or it is one of
 *   Rookout's built-in keys, `$hostname`, `$platform`, `$processname`, `$internalIp` and `$externalIp`.
 * - A value may contain `#`, `.`, `/` and spaces. It does not begin with `//`, as a URL does, and contains no
 *   template variable such as `$env`.
 * - Neither contains brackets, commas or control characters: titles and `ROOKOUT_LABELS` don't allow them.
 *
 * Both may be or contain CDKTF tokens. The values of tokens are not checked.
 */
export class RookoutLabel {
  /**
   * Makes a label from a key and a value.
   *
   * @param key for example `k8s_deployment`
   * @param value for example `cartservice`
   * @throws if the key or the value is invalid
   */
  public static of(key: string, value: string): RookoutLabel {
    checkLabelKey('label key', key);
    checkLabelValue('label value', value);
    return new RookoutLabel(key, value);
  }

  /**
   * Reads `key:value`. The method `toString` does the opposite.
   *
   * @param text for example `k8s_deployment:cartservice`
   * @throws if the text is not a label
   */
  public static parse(text: string): RookoutLabel {
    return parseLabel('label', text);
  }

  /**
   * The label filters of a title, in order: all labels in brackets. Other text in brackets, such as `[ms]`,
   * `[p95]`, `[02:00]`, `[https://…]` or `[env:$env.value]`, is ignored.
   *
   * @param title a widget's title, for example `CartService Memory [k8s_deployment:cartservice]`
   * @throws if it is not text
   */
  public static inTitle(title: string): RookoutLabel[] {
    if (typeof title !== 'string') {
      throw new BadInput('title', title, 'is not text', 'Pass the title of a widget');
    }
    return bracketsIn(title).flatMap(({ label }) => label ?? []);
  }

  private constructor(
    /** The text before the colon, for example `k8s_deployment`. */
    public readonly key: string,
    /** The text after the colon, for example `cartservice`. */
    public readonly value: string,
  ) {}

  /** The label as `key:value`. */
  public toString(): string {
    return `${this.key}:${this.value}`;
  }
}

/**
 * Reads `key:value`.
 *
 * @param what what to call the text in errors
 * @throws BadInput if the text is not a label
 */
export function parseLabel(what: string, text: string): RookoutLabel {
  if (typeof text !== 'string') {
    throw new BadInput(what, text, 'is not text', 'Write it as "key:value"');
  }
  const colon = maskTokens(text).indexOf(':');
  if (colon < 0) {
    throw new BadInput(what, text, 'has no colon between key and value', 'Write it as "key:value"');
  }
  const key = text.slice(0, colon);
  const value = text.slice(colon + 1);
  checkLabelKey(`${what}, key`, key);
  checkLabelValue(`${what}, value`, value);
  return RookoutLabel.of(key, value);
}

/** Text in brackets that is a label filter, or looks like one. */
export interface Bracket {
  /** The text between the brackets. */
  readonly text: string;
  readonly label?: RookoutLabel;
  /** Why it is not a label filter, though it looks like one. */
  readonly problem?: string;
}

/** The label filters of a title, and text that only looks like one. Only this function decides what a filter is. */
export function bracketsIn(title: string): Bracket[] {
  if (!title.includes('[')) return [];
  return Array.from(maskTokens(title).matchAll(BRACKET_GROUP), ({ index, 1: { length } }) =>
    title.slice(index + 1, index + 1 + length),
  ).flatMap(bracketOf);
}

function bracketOf(text: string): Bracket[] {
  const parts = text.split(',');
  if (parts.length > 1 && parts.every((part) => part.split(':').length === 2 && looksLikeLabel(part))) {
    const groups = parts.map((part) => `[${part.trim()}]`).join(' ');
    return [{ text, problem: `it has ${parts.length} filters. Give each its own brackets: ${groups}` }];
  }
  if (!looksLikeLabel(text)) return [];
  try {
    return [{ text, label: RookoutLabel.parse(text) }];
  } catch (error) {
    if (error instanceof BadInput) return [{ text, problem: error.message.replace(/\.$/, '') }];
    throw error;
  }
}

/** Whether the text looks like a label filter, and not like a time, a URL or a template variable. */
function looksLikeLabel(text: string): boolean {
  const [key, value, ...others] = maskTokens(text).split(':');
  if (value === undefined || others.length > 0) return false;
  if (value.trimStart().startsWith('//') || VARIABLE.test(value)) return false;
  return /^[\p{L}\p{M}\p{N}_./$\s-]*$/u.test(key) && !/(^|\s)[^\p{L}_$\s]/u.test(key);
}

/** @throws BadInput if the text can't be a label's key */
export function checkLabelKey(what: string, key: string): void {
  checkPart(what, key, 'Pass a key such as "k8s_deployment"');
  if (BUILT_IN_KEYS.includes(key)) return;
  const text = maskTokens(key);
  if (text.startsWith('$')) {
    throw new BadInput(
      what,
      key,
      `begins with "$", which Rookout only accepts in its own ${BUILT_IN_KEYS.join(', ')}`,
      'Leave the "$" out',
    );
  }
  if (/\s/.test(text)) {
    throw new BadInput(what, key, 'has white space in it', 'Use a key such as "k8s_deployment"');
  }
  if (!KEY.test(text)) {
    throw new BadInput(
      what,
      key,
      'is not a key: a key begins with a letter or "_", followed by letters, digits, "_", ".", "-" and "/"',
      'Use a key such as "k8s_deployment"',
    );
  }
}

/** @throws BadInput if the text can't be a label's value */
export function checkLabelValue(what: string, value: string): void {
  const fix = 'Pass the value that the instances have, for example "cartservice"';
  checkPart(what, value, fix);
  const text = maskTokens(value);
  if (text.startsWith('//')) throw new BadInput(what, value, 'begins with "//", like a URL', fix);
  if (VARIABLE.test(text)) {
    throw new BadInput(
      what,
      value,
      'has a template variable in it, and Datadog does not fill in variables in titles',
      fix,
    );
  }
}

function checkPart(what: string, part: string, fix: string): void {
  if (isTokenObject(part)) {
    throw new BadInput(
      what,
      String(part),
      'is known only to Terraform, and not given as text',
      'Pass Token.asString(token), as in Token.asString(iterator.value)',
    );
  }
  if (typeof part !== 'string' || part.trim() === '') {
    throw new BadInput(what, part, 'is empty, blank or not text', fix);
  }
  if (hasUntextualToken(part)) {
    throw new BadInput(
      what,
      part,
      'has a token of a number, a list or a map in it, which a link can not encode',
      'Make text of it first: Token.asString(token), or Fn.join of a list',
    );
  }
  const text = maskTokens(part);
  if (FORBIDDEN.test(text)) throw new BadInput(what, part, FORBIDDEN_RULE, fix);
  if (text.includes(':')) {
    throw new BadInput(
      what,
      part,
      'has a colon in it, and a label has only the one between key and value',
      fix,
    );
  }
  if (text !== text.trim()) {
    throw new BadInput(what, part, 'begins or ends with white space', 'Remove it');
  }
}

function isTokenObject(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'resolve' in part;
}
