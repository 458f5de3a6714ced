import { mapAroundTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';

/**
 * What titles and links have in place of CDKTF tokens. Their values are not known before Terraform runs, and
 * no value may make a second label filter.
 */
export interface LabelTokens {
  /** For a token in a title, outside of brackets: its value without brackets. */
  inText(marker: string): string;
  /** For a token in the brackets of a title: its value without characters that a filter can't contain. */
  inFilter(marker: string): string;
  /** For a token in a filter of a link: the same value as in a title, percent-encoded. */
  inLink(marker: string): string;
  /** For a token in a search of Datadog, in quotes: its value as Datadog stores it in a tag, percent-encoded. */
  inSearch(marker: string): string;
}

/** For text without tokens, as in files. */
export const NO_TOKENS: LabelTokens = {
  inText: (marker) => marker,
  inFilter: (marker) => marker,
  inLink: encodeURIComponent,
  inSearch: encodeURIComponent,
};

/** The label as `key:value`. It stays one filter for any values of its tokens. */
export function filterOf(label: RookoutLabel, tokens: LabelTokens): string {
  return mapAroundTokens(String(label), (text) => text, tokens.inFilter);
}
