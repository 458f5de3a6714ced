import { Fn, Lazy } from 'cdktf';
import { escapeForRawString, escapeTemplate } from '../../terraform/escape';
import { mayHoldTokens, Pieces, piecesOf } from './token-text';

/**
 * Text for a string attribute of a resource. What looks like a template (`${`, `%{`) stays text, and tokens
 * become their values. With tokens it is a single expression, because in a string CDKTF drops the braces of
 * all function calls after the first.
 */
export function terraformText(text: string): string {
  if (!mayHoldTokens(text)) return plainText(text);
  const pieces = piecesOf(text);
  if (!pieces.late) return joined(pieces);
  return Lazy.stringValue({ produce: (context) => joined(piecesOf(text, context)) });
}

/**
 * Text without tokens for a string attribute. CDKTF writes Terraform's JSON or, with `cdktf synth --hcl`, HCL: in that it
 * escapes neither a backslash nor a line end, and no quote beside a template. A string inside of an expression is the same
 * in both.
 */
export function plainText(text: string): string {
  const { SYNTH_HCL_OUTPUT: hcl } = process.env;
  const isExpression = hcl === 'true' || hcl === '1' || losesEscapes(text);
  return isExpression ? Fn.join('', [rawString(text)]) : escapeTemplate(text);
}

/** Behind a carriage return alone, Terraform 1.11 keeps the sign that escapes `$${` or `%%{` in a string of its JSON. */
function losesEscapes(text: string): boolean {
  return /\r(?!\n)/.test(text) && /[$%]{2}\{/.test(text);
}

/** A string inside of an expression. */
export function rawString(text: string): string {
  return Fn.rawString(escapeForRawString(text));
}

function joined({ pieces }: Pieces): string {
  return Fn.join(
    '',
    pieces.map((piece) => (typeof piece === 'string' ? rawString(piece) : (piece as unknown as string))),
  );
}
