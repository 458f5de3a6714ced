import { Token, Tokenization } from 'cdktf';
import { hasToken } from '../../terraform/tokens';
import { jsonCopy } from './json-copy';

const encoded = new Map<string, unknown>();

/** Remembers the JSON value of a token, so that it can be read again. Other text can be parsed. */
export function rememberJson(text: string, value: unknown): string {
  if (hasToken(text)) encoded.set(text, value);
  return text;
}

/**
 * The JSON value of an attribute of a resource, which was written by {@link TerraformJson.encode}, by
 * `JSON.stringify` with or without tokens in it, or by `Fn.jsonencode` of a value.
 *
 * @returns the value, with its tokens, or undefined if it can't be read before Terraform runs
 */
export function jsonBehind(text: string): unknown {
  if (!hasToken(text)) return parsed(text);
  if (encoded.has(text)) return encoded.get(text);
  return encodedByTerraform(text) ?? parsed(text);
}

/**
 * In a template, `$${` and `%%{` are plain text. Other `${` and `%{` begin an expression, except in CDKTF's
 * tokens.
 */
function parsed(text: string): unknown {
  try {
    if (!text.includes('${') && !text.includes('%{')) return JSON.parse(text);
    if (/(^|[^$])\$\{(?!TfToken\[)|(^|[^%])%\{/.test(text)) return undefined;
    return JSON.parse(text.replace(/\$\$\{/g, () => '${').replace(/%%\{/g, () => '%{'));
  } catch {
    return undefined;
  }
}

interface FunctionCall {
  readonly name: string;
  readonly args: unknown[];
}

function encodedByTerraform(text: string): unknown {
  if (!Token.isUnresolved(text)) return undefined;
  const { tokens, literals } = Tokenization.reverseString(text);
  const [call] = tokens as unknown as FunctionCall[];
  if (literals.length > 0 || tokens.length !== 1 || call.name !== 'jsonencode') return undefined;
  return jsonCopy('dashboard', call.args[0]);
}
