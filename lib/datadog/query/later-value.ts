import { hasToken, tokenAt } from '../../terraform/tokens';
import { QueryError } from './filter';

/**
 * The text that stands for one value which Terraform knows later and begins at that position, if one does: the
 * marker of a CDKTF token, or an expression `${…}` of a file that `templatefile` reads.
 *
 * @throws QueryError where the expression does not end
 */
export function laterValueAt(text: string, position: number): string | undefined {
  if (!text.startsWith('${', position)) return undefined;
  if (hasToken(text.slice(position, position + 10))) return tokenAt(text, position);
  return expressionAt(text, position);
}

/** Whether the text holds an expression `${…}` or a directive `%{…}` of Terraform's, other than a token. */
export function holdsExpression(text: string): boolean {
  return /\$\{(?!TfToken\[)|%\{/.test(text);
}

/** @throws QueryError where a directive of Terraform's stands in a query: it may make anything of it */
export function refuseDirectives(query: string): void {
  const directive = query.indexOf('%{');
  if (directive >= 0) throw new QueryError('Terraform decides what stands here', query, directive);
}

/** Braces and quotations inside of it belong to it. */
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
