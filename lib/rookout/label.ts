import { BadInput } from '../bad-input';
import { maskTokens } from '../terraform/tokens';

const BRACKET_GROUP = /\[([^[\]]*)\]/g;
const FORBIDDEN = /[[\],\p{Cc}\u2028\u2029]|\p{Surrogate}/u;
const FORBIDDEN_RULE =
  'holds a bracket, a comma, a control character or half of a surrogate pair, none of which a label filter can carry';

/**
 * A Rookout label filter: one `key:value` pair that selects the running instances which carry that label.
 *
 * - Key and value are separated by the text's only colon; neither is empty, nor begins or ends with a space.
 * - A key does not begin with `$` (Rookout's SDK rejects it) and holds no white space.
 * - A value may hold `#`, `.`, `/` and spaces.
 * - Brackets, commas and control characters are in neither: titles and `ROOKOUT_LABELS` could not carry them.
 *
 * Either part may be, or hold, a CDKTF token; what it resolves to is not checked.
 */
export class RookoutLabel {
  /**
   * The label of a key and a value.
   *
   * @param key for example `k8s_deployment`
   * @param value for example `cartservice`
   * @throws where a part breaks the rules above
   */
  public static of(key: string, value: string): RookoutLabel {
    checkLabelKey('label key', key);
    checkLabelValue('label value', value);
    return new RookoutLabel(key, value);
  }

  /**
   * Reads `key:value`; the inverse of `toString`.
   *
   * @param text for example `k8s_deployment:cartservice`
   * @throws where the text is no label
   */
  public static parse(text: string): RookoutLabel {
    return RookoutLabel._parse('label', text);
  }

  /**
   * @param what what to call the text in errors
   * @internal
   */
  public static _parse(what: string, text: string): RookoutLabel {
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
    return new RookoutLabel(key, value);
  }

  /**
   * Every label filter of a title, in order: the bracket groups that hold a label. Other text in brackets, such
   * as `[ms]`, `[p95]` or `[a:b:c]`, is not one and is passed over.
   *
   * @param title a widget's title, for example `CartService Memory [k8s_deployment:cartservice]`
   */
  public static inTitle(title: string): RookoutLabel[] {
    const labels: RookoutLabel[] = [];
    if (!title.includes('[')) return labels;
    for (const match of maskTokens(title).matchAll(BRACKET_GROUP)) {
      const start = match.index + 1;
      const label = RookoutLabel.read(title.slice(start, start + match[1].length));
      if (label) labels.push(label);
    }
    return labels;
  }

  private static read(text: string): RookoutLabel | undefined {
    try {
      return RookoutLabel.parse(text);
    } catch (error) {
      if (error instanceof BadInput) return undefined;
      throw error;
    }
  }

  private constructor(
    /** What stands before the colon, for example `k8s_deployment`. */
    public readonly key: string,
    /** What stands behind the colon, for example `cartservice`. */
    public readonly value: string,
  ) {}

  /** The label as `key:value`. */
  public toString(): string {
    return `${this.key}:${this.value}`;
  }
}

/** @throws BadInput where the text can't be a label's key */
export function checkLabelKey(what: string, key: string): void {
  checkPart(what, key, 'Pass a key such as "k8s_deployment"');
  const text = maskTokens(key);
  if (text.startsWith('$')) {
    throw new BadInput(what, key, 'begins with "$", which Rookout rejects', 'Leave the "$" out');
  }
  if (/\s/.test(text)) {
    throw new BadInput(what, key, 'holds white space', 'Use a key without, such as "k8s_deployment"');
  }
}

/** @throws BadInput where the text can't be a label's value */
export function checkLabelValue(what: string, value: string): void {
  checkPart(what, value, 'Pass the value that the instances carry, for example "cartservice"');
}

function checkPart(what: string, part: string, fix: string): void {
  if (typeof part !== 'string' || part.trim() === '') {
    throw new BadInput(what, part, 'is empty, blank or no text', fix);
  }
  const text = maskTokens(part);
  if (FORBIDDEN.test(text)) throw new BadInput(what, part, FORBIDDEN_RULE, fix);
  if (text.includes(':')) {
    throw new BadInput(what, part, 'holds a colon, and a label has just the one between key and value', fix);
  }
  if (text !== text.trim()) {
    throw new BadInput(what, part, 'begins or ends with white space', 'Take it off');
  }
}
