/** Whether the pattern matches the text. `*` matches any text, and case does not matter. */
export function matches(text: string, pattern: string): boolean {
  const whole = text.toLowerCase();
  const [first, ...others] = pattern.toLowerCase().split('*');
  const last = others.pop();
  if (last === undefined) return whole === first;
  if (!whole.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = whole.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return whole.length - last.length >= position && whole.endsWith(last);
}
