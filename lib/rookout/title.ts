import { mapAroundTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';
import { filterOf, LabelTokens } from './label-tokens';

/**
 * The text with each of the labels in brackets after it, except those that it has already: `CartService
 * Memory [k8s_deployment:cartservice]`. The values of tokens never add another label filter to the title.
 */
export function withLabels(text: string, labels: readonly RookoutLabel[], tokens: LabelTokens): string {
  const safeText = guarded(text, tokens);
  const present = new Set(RookoutLabel.inTitle(safeText).map((label) => `[${label}]`));
  const groups: string[] = [];
  for (const group of labels.map((label) => `[${filterOf(label, tokens)}]`)) {
    if (!present.has(group)) groups.push(group);
    present.add(group);
  }
  return [safeText, ...groups].filter((part) => part !== '').join(' ');
}

function guarded(title: string, tokens: LabelTokens): string {
  let inBrackets = false;
  return mapAroundTokens(
    title,
    (literal) => {
      const [bracket] = /[[\]](?=[^[\]]*$)/.exec(literal) ?? [];
      if (bracket !== undefined) inBrackets = bracket === '[';
      return literal;
    },
    (marker) => (inBrackets ? tokens.inFilter(marker) : tokens.inText(marker)),
  );
}
