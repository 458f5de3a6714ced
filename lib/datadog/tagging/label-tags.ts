import { TaggingRules } from './settings';
import { Column } from './shown-instances';

/** The tag of each label key in a graph. */
export type LabelTags = ReadonlyMap<string, string>;

/** The tags of what is certain of a graph. */
export function tagsOfColumns(columns: readonly Column[]): LabelTags {
  return new Map(columns.map(({ key, tag }) => [key, tag]));
}

/**
 * The tag of a label key: that of the graph, else the first known one, else the key.
 *
 * @param tags the tags of the graph
 */
export function tagOfKey(key: string, tags: LabelTags, rules: Pick<TaggingRules, 'tagsOf'>): string {
  return tags.get(key) ?? rules.tagsOf.get(key)?.[0] ?? key;
}
