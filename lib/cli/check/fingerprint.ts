import { createHash } from 'crypto';
import { Finding } from './result';

/**
 * A function that gives each finding a text by which the next check knows it again, also where lines or widgets were added
 * before it. What is alike in one file is counted.
 *
 * @param pathOf the path of a file in its repository
 */
export function fingerprints(pathOf: (path: string) => string): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ rule, path, resource, dashboard, title, instance }) => {
    const parts = [rule.id, pathOf(path), resource, dashboard, title, instance].map((part) => part ?? null);
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}
