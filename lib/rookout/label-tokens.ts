import { mapAroundTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';

/**
 * What stands in titles and links for CDKTF tokens: nobody knows their values before Terraform runs, and none of
 * them may make a label filter beside the one that it stands in.
 */
export interface LabelTokens {
  /** For a token in a title, outside of brackets: its value without brackets. */
  inText(marker: string): string;
  /** For a token in the brackets of a title: its value without what ends a filter, or makes it none. */
  inFilter(marker: string): string;
  /** For a token in a filter of a link: the value that it has in a title, percent-encoded. */
  inLink(marker: string): string;
}

/** Where there are no tokens, as in files. */
export const NO_TOKENS: LabelTokens = {
  inText: (marker) => marker,
  inFilter: (marker) => marker,
  inLink: encodeURIComponent,
};

/** The label as `key:value`, for any values of its tokens. */
export function filterOf(label: RookoutLabel, tokens: LabelTokens): string {
  return mapAroundTokens(String(label), (text) => text, tokens.inFilter);
}
