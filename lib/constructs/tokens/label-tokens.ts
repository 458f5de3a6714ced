import { Fn, Lazy } from 'cdktf';
import { LabelTokens } from '../../rookout/label-tokens';
import { percentEncode } from '../../rookout/session-link';
import { escapeForRawString } from '../../terraform/escape';
import { isExpression, piecesOf, registered } from './token-text';

/** Replaces a character that a label can't contain: U+FFFD, which no name of an instance contains. */
const REPLACEMENT = '\ufffd';

/**
 * The characters that a filter can't contain. The pattern means the same in JavaScript and in RE2, which
 * Terraform uses.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/replace
 */
const NOT_IN_FILTER = String.raw`[\[\],:$\p{Cc}\p{Zl}\p{Zp}]|^//|^\p{Z}|\p{Z}$`;

/** The characters that Datadog does not keep in a tag, as `tagValue` has them. */
const NOT_IN_TAG = String.raw`([^\p{L}\p{N}_\-:./]|_)+`;

/** The characters that agents do not read alike: any but printed ASCII, and some of that. */
const NOT_IN_AGENT_LABEL = `[^!-~]|["'$,:]`;

/** Replaces them: a bracket, which no filter of a title contains, so that no link opens such an instance. */
const AGENT_REPLACEMENT = ']';

/**
 * A change of a token's value: as a Terraform expression, and for values that CDKTF knows when it
 * synthesizes.
 */
interface Change {
  readonly expression: (token: string) => string;
  readonly text: (text: string) => string;
}

const WITHOUT_BRACKETS: Change = {
  expression: (token) => Fn.replace(Fn.replace(token, '[', '('), ']', ')'),
  text: (text) => text.replace(/\[/g, '(').replace(/\]/g, ')'),
};

const AS_FILTER = replacing(NOT_IN_FILTER, REPLACEMENT);
const TAG_SIGNS = replacing(NOT_IN_TAG, '_');
const AS_TAG_VALUE: Change = {
  expression: (token) => TAG_SIGNS.expression(Fn.lower(token)),
  text: (text) => TAG_SIGNS.text(text.toLowerCase()),
};
const AS_AGENT_LABEL = replacing(NOT_IN_AGENT_LABEL, AGENT_REPLACEMENT);

/** Terraform encodes a space as `+`, which only means a space in the query of a URL. */
const PERCENT_ENCODED: Change = {
  expression: (token) => Fn.replace(Fn.urlencode(token), '+', '%20'),
  text: percentEncode,
};

/** Changes tokens. The same token always becomes the same new token, and a new token is not changed again. */
class ChangedTokens {
  private readonly results = new Map<string, string>();
  private readonly made = new Map<string, string>();

  public constructor(private readonly change: Change) {}

  /** Whether it is a new token. */
  public has(marker: string): boolean {
    return this.made.has(marker);
  }

  public of(marker: string): string {
    if (this.has(marker)) return marker;
    const result = this.results.get(marker) ?? changedToken(marker, this.change);
    this.results.set(marker, result);
    this.made.set(result, marker);
    return result;
  }

  /** The token that it was made of. Undefined if it is not a new token. */
  public given(marker: string): string | undefined {
    return this.made.get(marker);
  }
}

const inText = new ChangedTokens(WITHOUT_BRACKETS);
const inFilter = new ChangedTokens(AS_FILTER);
const inTag = new ChangedTokens(AS_TAG_VALUE);
const inLink = new ChangedTokens(PERCENT_ENCODED);
const inAgent = new ChangedTokens(AS_AGENT_LABEL);

/** Tokens that Terraform's functions make safe. */
export const LABEL_TOKENS: LabelTokens = {
  inText: (marker) => (inFilter.has(marker) ? marker : inText.of(marker)),
  inFilter: (marker) => inFilter.of(marker),
  inLink: (marker) => inLink.of(inFilter.of(marker)),
  inSearch: (marker) => inLink.of(inTag.of(marker)),
};

/** For a token in `ROOKOUT_LABELS`: its value in the characters that all agents read alike. */
export function inAgentLabel(marker: string): string {
  return inAgent.of(marker);
}

/** The token that a token of a label was made of, else the token itself. */
export function givenToken(marker: string): string {
  for (const changed of [inLink, inTag, inFilter, inText]) {
    const given = changed.given(marker);
    if (given !== undefined) return givenToken(given);
  }
  return marker;
}

function replacing(pattern: string, replacement: string): Change {
  return {
    expression: (token) => Fn.replace(token, Fn.rawString(escapeForRawString(`/${pattern}/`)), replacement),
    text: (text) => text.replace(new RegExp(pattern, 'gu'), replacement),
  };
}

function changedToken(marker: string, { expression, text }: Change): string {
  if (isExpression(registered(marker))) return expression(marker);
  return Lazy.stringValue({
    produce: (context) =>
      piecesOf(marker, context)
        .pieces.map((piece) => (typeof piece === 'string' ? text(piece) : expression(String(piece))))
        .join(''),
  });
}
