import { Fn, IResolvable, IResolveContext, Lazy, Token, Tokenization } from 'cdktf';
import { BadInput } from '../bad-input';
import { asciiJson, escapeForRawString, escapeTemplate, stableJson } from '../terraform/escape';
import { fragmentsOf, hasToken } from '../terraform/tokens';
import { rememberJson } from './json-behind';
import { jsonCopy } from './json-copy';

/** What every kind of token leaves behind in the output of `JSON.stringify`. */
const TRACE_OF_TOKEN = /TfToken\[|-\d\.\d+e\+\d{3}|<unresolved-/;

/** Lazy values may stand in lazy values, but not without end. */
const DEEPEST_LAZY = 50;

/**
 * JSON text for an attribute of a Terraform resource that takes JSON as a string, such as `dashboard` of
 * `datadog_dashboard_json`, `app_json` of `datadog_app_builder_app` or `policy` of many others.
 */
export class TerraformJson {
  /**
   * The value as text that Terraform hands on as exactly that JSON: what looks like a template (`${`, `%{`)
   * stays text, and tokens, wherever they stand, become their values, whatever these contain.
   *
   * @param value any JSON value, with tokens of any kind in it
   * @returns a string, or a token for one where the value holds tokens
   * @throws where a part is no JSON, or is text that looks like CDKTF's own token marker
   */
  public static encode(value: any): string {
    const json = jsonCopy('value', value);
    return rememberJson(encodeJson(json), json);
  }

  private constructor() {}
}

/** As {@link TerraformJson.encode}, for a value that is known to be JSON. */
export function encodeJson(value: any): string {
  const text = tokenFreeText(value);
  if (text !== undefined) return escapeTemplate(stableJson(text));
  const writer = new ExpressionWriter().write(value);
  if (!writer.hasLazyValues) return writer.toExpression();
  return Lazy.stringValue({
    produce: (context) => new ExpressionWriter(context).write(value).toExpression(),
  });
}

function tokenFreeText(value: unknown): string | undefined {
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    return undefined;
  }
  return TRACE_OF_TOKEN.test(text) ? undefined : text;
}

/**
 * Writes a JSON value as one Terraform expression: a join of literal JSON and of tokens that Terraform encodes.
 * It is one, because CDKTF drops the braces of all function calls but the first in a string.
 *
 * Without a context, what lazy values produce is not known yet: it notes that there are some, and checks the rest.
 */
class ExpressionWriter {
  private readonly parts: string[] = [];
  private literal = '';
  private lazyValues = false;

  public constructor(private readonly context?: IResolveContext) {}

  public write(value: unknown, depth = 0): this {
    const token = tokenOf(value);
    if (token) this.writeToken(token, depth);
    else if (typeof value === 'string') this.writeString(value, depth);
    else if (Array.isArray(value)) this.writeArray(value, depth);
    else if (typeof value === 'object' && value !== null) this.writeObject(value, depth);
    else this.literal += JSON.stringify(value);
    return this;
  }

  public get hasLazyValues(): boolean {
    return this.lazyValues;
  }

  public toExpression(): string {
    this.flush();
    return Fn.join('', this.parts);
  }

  private writeArray(items: unknown[], depth: number): void {
    this.literal += '[';
    items.forEach((item, index) => {
      if (index > 0) this.literal += ',';
      this.write(item, depth);
    });
    this.literal += ']';
  }

  private writeObject(object: object, depth: number): void {
    this.literal += '{';
    Object.entries(object)
      .filter(([, item]) => item !== undefined)
      .forEach(([name, item], index) => {
        if (index > 0) this.literal += ',';
        this.writeString(name, depth);
        this.literal += ':';
        this.write(item, depth);
      });
    this.literal += '}';
  }

  private writeString(text: string, depth: number): void {
    const fragments = fragmentsOf(text);
    const whole = fragments.length === 1 && fragments[0].isToken ? registered(text) : undefined;
    if (whole && isExpression(whole)) {
      this.push(Fn.jsonencode(asText(whole)));
      return;
    }
    this.literal += '"';
    this.writeInside(text, depth);
    this.literal += '"';
  }

  /** The text as it stands between the quotes of a JSON string. */
  private writeInside(text: string, depth: number): void {
    for (const fragment of fragmentsOf(text)) {
      if (fragment.isToken) this.writeTokenInside(registered(fragment.text), depth);
      else this.writeLiteral(fragment.text);
    }
  }

  private writeLiteral(text: string): void {
    refuseMarkers(text);
    this.literal += asciiJson(JSON.stringify(text).slice(1, -1));
  }

  private writeToken(token: IResolvable, depth: number): void {
    if (isExpression(token)) this.push(Fn.jsonencode(token));
    else if (this.context) this.write(this.produced(token, depth), depth + 1);
    else this.lazyValues = true;
  }

  private writeTokenInside(token: IResolvable, depth: number): void {
    if (isExpression(token)) {
      const quote = Fn.rawString('"');
      this.push(Fn.trimsuffix(Fn.trimprefix(Fn.jsonencode(asText(token)), quote), quote));
    } else if (this.context) {
      const value = this.produced(token, depth);
      const inner = tokenOf(value);
      if (inner) this.writeTokenInside(inner, depth + 1);
      else this.writeInside(String(value), depth + 1);
    } else this.lazyValues = true;
  }

  private produced(token: IResolvable, depth: number): unknown {
    if (depth > DEEPEST_LAZY) {
      throw new BadInput('value', String(token), 'is a lazy value that never ends', 'Let it produce a value');
    }
    return token.resolve(this.context!) ?? null;
  }

  private push(expression: string): void {
    this.flush();
    this.parts.push(expression);
  }

  private flush(): void {
    if (this.literal !== '') this.parts.push(Fn.rawString(escapeForRawString(this.literal)));
    this.literal = '';
  }
}

/** The token that a value other than text is, or stands for. */
function tokenOf(value: unknown): IResolvable | undefined {
  return typeof value !== 'string' && Token.isUnresolved(value) ? registered(value) : undefined;
}

/** What the expression evaluates to, as text; an error where it is null or a list. */
function asText(token: IResolvable): string {
  return Fn.join('', [token as unknown as string]);
}

/** Whether Terraform evaluates the token; the others produce a value while CDKTF synthesizes. */
function isExpression(token: IResolvable): boolean {
  return 'resolveArg' in token;
}

/** The token behind what stands for one. */
function registered(marker: unknown): IResolvable {
  try {
    return Tokenization.reverse(marker)[0];
  } catch {
    throw lookalike(marker);
  }
}

function refuseMarkers(literal: string): void {
  if (hasToken(literal) || literal.includes('#{TfToken[') || literal.includes('&{TfToken[')) {
    throw lookalike(literal);
  }
}

function lookalike(text: unknown): BadInput {
  return new BadInput(
    'value',
    text,
    "looks like CDKTF's own marker of a token, but is none",
    'Change the text: the two can not be told apart',
  );
}
