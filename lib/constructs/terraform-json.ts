import { Fn, IResolvable, IResolveContext, Lazy, Token } from 'cdktf';
import { mayHoldNumber } from '../terraform/tokens';
import { asciiJson, stableJson } from '../json/ascii';
import { plainText, rawString } from './tokens/terraform-text';
import { rememberJson } from './tokens/attribute-json';
import { givenValue } from './tokens/given-json';
import { jsonCopy } from './tokens/json-copy';
import { isExpression, onlyToken, piecesOf, produced, registered } from './tokens/token-text';

/** How `JSON.stringify` begins half of a surrogate pair, which a copy refuses. */
const HALF_PAIR = '\\ud';

/** Whether the output of `JSON.stringify` may have tokens of any kind in it. */
function mayBeUnresolved(json: string): boolean {
  return json.includes('TfToken[') || json.includes('<unresolved-') || mayHoldNumber(json);
}

/**
 * Makes JSON text for attributes of Terraform resources that take JSON as a string, for example `dashboard` of
 * `datadog_dashboard_json`, `app_json` of `datadog_app_builder_app`, or `policy` of many others.
 */
export class TerraformJson {
  /**
   * Encodes a value as JSON text that Terraform passes on unchanged. Template markers (`${`, `%{`) stay text.
   * Tokens become their values, with any content. Use the result only as the whole value of an attribute:
   * inside another value it would be escaped twice. Properties are written in the order of their names, so
   * the text is the same in every language.
   *
   * @param value any JSON value, with tokens of any kind in it
   * @returns a string; a token if the value contains tokens
   * @throws if a part is not JSON, is a whole number beyond 2^53, or is text that looks like a CDKTF token
   * marker
   */
  public static encode(value: any): string {
    const json = givenValue('value', value);
    return rememberJson(encodeJson(json), json);
  }

  private constructor() {}
}

/** Like {@link TerraformJson.encode}, for a value that is certainly JSON. */
export function encodeJson(value: any): string {
  const text = tokenFreeText(value);
  if (text !== undefined) return plainText(stableJson(text));
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
  if (text.includes(HALF_PAIR)) jsonCopy('value', value);
  return mayBeUnresolved(text) ? undefined : text;
}

/**
 * Writes a JSON value as one Terraform expression, which joins literal JSON and tokens that Terraform
 * encodes. It must be a single expression: in a string, CDKTF drops the braces of all function calls after
 * the first.
 *
 * Without a context, lazy values are not known yet. The writer then remembers that there are some, and checks
 * the rest.
 */
class ExpressionWriter {
  private readonly parts: string[] = [];
  private literal = '';
  private lazyValues = false;

  public constructor(private readonly context?: IResolveContext) {}

  public get hasLazyValues(): boolean {
    return this.lazyValues;
  }

  public write(value: unknown, depth = 0): this {
    const token = tokenOf(value);
    if (token) this.writeToken(token, depth);
    else if (typeof value === 'string') this.writeString(value, depth);
    else if (Array.isArray(value)) this.writeArray(value, depth);
    else if (typeof value === 'object' && value !== null) this.writeObject(value, depth);
    else this.literal += JSON.stringify(value);
    return this;
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
    const { pieces, late } = piecesOf(text, this.context, depth);
    this.lazyValues ||= late;
    this.literal += '"';
    for (const piece of pieces) {
      if (typeof piece === 'string') this.literal += asciiJson(JSON.stringify(piece).slice(1, -1));
      else this.push(insideQuotes(piece));
    }
    this.literal += '"';
  }

  private writeToken(token: IResolvable, depth: number): void {
    if (isExpression(token)) this.push(Fn.jsonencode(token));
    else if (this.context)
      this.write(givenValue('value', produced(token, this.context, depth) ?? null), depth + 1);
    else this.lazyValues = true;
  }

  private push(expression: string): void {
    this.flush();
    this.parts.push(expression);
  }

  private flush(): void {
    if (this.literal !== '') this.parts.push(rawString(this.literal));
    this.literal = '';
  }
}

/** The token, if the value is one. As everywhere in Terraform, text that is only a token keeps its type. */
function tokenOf(value: unknown): IResolvable | undefined {
  if (typeof value === 'string') return onlyToken(value);
  return Token.isUnresolved(value) ? registered(value) : undefined;
}

/** The value of the expression, escaped for the inside of a JSON string. */
function insideQuotes(token: IResolvable): string {
  const quote = Fn.rawString('"');
  const text = Fn.jsonencode(Fn.join('', [token as unknown as string]));
  return Fn.trimsuffix(Fn.trimprefix(text, quote), quote);
}
