import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import { hasAnyToken, mapAroundTokens } from '../../terraform/tokens';
import { givenToken } from './label-tokens';

/**
 * Text for people: the tokens in it are the expressions that were given, such as `${var.service}`, without the functions
 * that make a label of them.
 */
export function readableText(scope: IConstruct, text: string): string {
  if (!hasAnyToken(text)) return text;
  const resolver = new DefaultTokenResolver(new StringConcat());
  const given = mapAroundTokens(text, (literal) => literal, givenToken);
  return String(Tokenization.resolve(given, { scope, resolver, preparing: false }));
}
