import { RookoutLabel } from '../../rookout/label';
import { LinkLabel } from '../../rookout/session-link';
import { InstanceRules } from './instance-rules';
import { ShownInstances } from './shown-instances';

/**
 * The labels that a link opens: the known ones, and those that Datadog fills in. If a key has several values
 * and each line has one of them, the clicked line decides.
 *
 * @param labels the known labels, in the order of the title
 * @param rules the order of the others
 */
export function linkLabels(
  labels: readonly RookoutLabel[],
  filled: ShownInstances['filled'],
  rules: InstanceRules,
): LinkLabel[] {
  const keys = [...rules.keyOf.values()];
  const rankOf = ({ key }: LinkLabel): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  const result: LinkLabel[] = labels.filter(({ key }) => !decidedByLine(key));
  for (const [key, { labels: own }] of filled) {
    if (counts.has(key) && !decidedByLine(key)) continue;
    const next = result.findIndex((label) => rankOf(label) > keys.indexOf(key));
    result.splice(next < 0 ? result.length : next, 0, ...own);
  }
  return result;

  function decidedByLine(key: string): boolean {
    return filled.get(key)?.by === 'line' && (counts.get(key) ?? 0) > 1;
  }
}
