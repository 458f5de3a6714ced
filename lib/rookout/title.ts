import { RookoutLabel } from './label';

/**
 * The text followed by one bracket group for each label that it does not carry yet:
 * `CartService Memory [k8s_deployment:cartservice]`.
 */
export function withLabels(text: string, labels: readonly RookoutLabel[]): string {
  const present = new Set(RookoutLabel.inTitle(text).map(String));
  const groups: string[] = [];
  for (const label of labels.map(String)) {
    if (!present.has(label)) groups.push(`[${label}]`);
    present.add(label);
  }
  return [text, ...groups].filter((part) => part !== '').join(' ');
}
