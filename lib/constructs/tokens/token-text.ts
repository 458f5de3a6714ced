import { IResolvable, IResolveContext, Tokenization } from 'cdktf';
import { BadInput } from '../../bad-input';
import {
  fragmentsOf,
  hasAnyToken,
  LEFT_OF_TOKEN,
  LOOKS_LIKE_TOKEN,
  mayHoldNumber,
  NUMBER_MARKER,
} from '../../terraform/tokens';

const NUMBER_TOKEN = new RegExp(`(${NUMBER_MARKER.source})`);

/** How many times a lazy value may produce another lazy value. */
const DEEPEST_LAZY = 50;

/** A part of a text, or a token that Terraform evaluates. */
export type Piece = string | IResolvable;

/** A text, split at its tokens. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Whether lazy values were left out, because there was no context for them. */
  readonly late: boolean;
}

/** Whether the text may have tokens in it. Text that only looks like a token is refused later. */
export function mayHoldTokens(text: string): boolean {
  return hasAnyToken(text) || mayHoldNumber(text);
}

/**
 * Splits text at its tokens. With a context, the values of lazy tokens are put in.
 *
 * @throws BadInput if text looks like CDKTF's marker of a token, but is not one
 */
export function piecesOf(text: string, context?: IResolveContext, depth = 0): Pieces {
  const pieces: Piece[] = [];
  let late = false;
  for (const part of tokensOrText(text)) {
    if (typeof part === 'string' || isExpression(part)) pieces.push(part);
    else if (context) pieces.push(...piecesOf(producedText(part, context, depth), context, depth + 1).pieces);
    else late = true;
  }
  return { pieces, late };
}

/** The token, if the text is exactly one token. */
export function onlyToken(text: string): IResolvable | undefined {
  if (!mayHoldTokens(text)) return undefined;
  const [first, ...others] = tokensOrText(text);
  return typeof first === 'string' || others.length > 0 ? undefined : first;
}

/** Whether Terraform evaluates the token. Other tokens produce a value while CDKTF synthesizes. */
export function isExpression(token: IResolvable): boolean {
  return 'resolveArg' in token;
}

/**
 * What a lazy value produces.
 *
 * @throws BadInput if it produces lazy values without an end
 */
export function produced(token: IResolvable, context: IResolveContext, depth: number): unknown {
  if (depth > DEEPEST_LAZY) {
    throw new BadInput('value', String(token), 'is a lazy value that never ends', 'Let it produce a value');
  }
  return token.resolve(context);
}

/** The token of a marker. */
export function registered(marker: unknown): IResolvable {
  try {
    const token = isNumberList(marker)
      ? Tokenization.reverseNumberList(marker)
      : Tokenization.reverse(marker)[0];
    if (token) return token;
  } catch {
    // Reported below, in words that name the text.
  }
  throw lookalike(marker);
}

function tokensOrText(text: string): Piece[] {
  return fragmentsOf(text).flatMap((part): Piece[] => {
    if (part.isToken) return [registered(part.text)];
    refuseMarkers(part.text);
    return part.text
      .split(NUMBER_TOKEN)
      .filter((piece) => piece !== '')
      .map((piece) => (NUMBER_TOKEN.test(piece) ? registered(Number(piece)) : literal(piece)));
  });
}

function literal(text: string): string {
  if (!mayHoldNumber(text)) return text;
  throw new BadInput('value', text, LEFT_OF_TOKEN.rule, LEFT_OF_TOKEN.fix);
}

function producedText(token: IResolvable, context: IResolveContext, depth: number): string {
  const value = produced(token, context, depth);
  if (Tokenization.isResolvable(value)) return String(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new BadInput(
    'value',
    value,
    'is produced by a lazy value inside text',
    'Produce text, a number, true or false',
  );
}

function isNumberList(marker: unknown): marker is number[] {
  return Array.isArray(marker) && typeof marker[0] === 'number';
}

function refuseMarkers(text: string): void {
  if (hasAnyToken(text)) throw lookalike(text);
}

function lookalike(text: unknown): BadInput {
  return new BadInput(
    'value',
    text,
    `${LOOKS_LIKE_TOKEN}, but is not one`,
    'Change the text, since CDKTF would take it for a token',
  );
}
