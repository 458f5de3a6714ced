import { Fn, Lazy } from 'cdktf';
import { escapeForRawString, escapeTemplate } from '../../terraform/escape';
import { mayHoldTokens, Pieces, piecesOf } from './token-text';

/**
 * Text for a string attribute of a resource. What looks like a template (`${`, `%{`) stays text, and tokens
 * become their values. With tokens it is a single expression, because in a string CDKTF drops the braces of
 * all function calls after the first.
 */
export function terraformText(text: string): string {
  if (!mayHoldTokens(text)) return escapeTemplate(text);
  const pieces = piecesOf(text);
  if (!pieces.late) return joined(pieces);
  return Lazy.stringValue({ produce: (context) => joined(piecesOf(text, context)) });
}

function joined({ pieces }: Pieces): string {
  return Fn.join(
    '',
    pieces.map((piece) =>
      typeof piece === 'string' ? Fn.rawString(escapeForRawString(piece)) : (piece as unknown as string),
    ),
  );
}
