/** The tags of a grouping, such as `service, env`. */
export function tagsIn(grouping: string): string[] {
  return grouping.split(',').map((tag) => tag.trim());
}
