/**
 * Whether the text matches the pattern, in which `*` stands for any text and `?` for one character. The time grows
 * with the product of the two lengths at most.
 */
export function matchesWildcards(text: string, pattern: string): boolean {
  const signs = [...text];
  const parts = [...pattern];
  let at = 0;
  let part = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < signs.length) {
    if (parts[part] === '*') {
      star = part++;
      resumeAt = at;
    } else if (parts[part] === '?' || parts[part] === signs[at]) {
      at++;
      part++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (parts[part] === '*') part++;
  return part === parts.length;
}
