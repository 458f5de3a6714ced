import { hasPlaceholder } from '../../terraform/template';
import { hasToken, tokenAt } from '../../terraform/tokens';
import { Origin, QueryError } from './filter';

/** A query of which only Terraform knows a part. */
class LaterQuery extends QueryError {
  public override readonly isMistake = false;

  public constructor(query: string, position: number) {
    super('Only Terraform knows what this will be', query, position);
  }
}

/**
 * The value at that position that only Terraform knows: the marker of a CDKTF token, or an expression `${…}`
 * of a file for `templatefile`. Undefined if there is none.
 *
 * @throws QueryError if the expression has no end
 */
export function laterValueAt(text: string, position: number): string | undefined {
  if (!text.startsWith('${', position)) return undefined;
  if (hasToken(text.slice(position, position + 10))) return tokenAt(text, position);
  return expressionAt(text, position);
}

/** Whether the text has a Terraform expression `${…}` or directive `%{…}`. Tokens do not count. */
export function holdsExpression(text: string): boolean {
  return /\$\{(?!TfToken\[)|%\{/.test(text);
}

/** Whether the text has a value in it that only Terraform knows, in any form. */
export function isLater(text: string): boolean {
  return hasToken(text) || hasPlaceholder(text) || holdsExpression(text);
}

/** @throws QueryError if the text has a value in it that only Terraform knows, since that may make any text of it */
export function refuseLater(text: string, origin: Origin): void {
  if (isLater(text)) throw new LaterQuery(origin.text, origin.positionOf(Math.max(text.indexOf('${'), 0)));
}

/** @throws QueryError if the query has a Terraform directive, since the result could be any query */
export function refuseDirectives(query: string): void {
  const directive = query.indexOf('%{');
  if (directive >= 0) throw new LaterQuery(query, directive);
}

/** An expression up to its closing brace. It may contain other braces and quotations. */
function expressionAt(text: string, start: number): string {
  let depth = 0;
  let quoted = false;
  for (let position = start; position < text.length; position++) {
    const sign = text[position];
    if (quoted && sign === '\\') position++;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(start, position + 1);
  }
  throw new QueryError('An expression is not closed', text, start);
}
