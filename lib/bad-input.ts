/**
 * A value that breaks a rule. The message says what was given, which rule it breaks and how to mend it;
 * the constructs put their path in front of it.
 */
export class BadInput extends Error {
  /**
   * @param what what the value was given as, for example `service` or `layout.x`
   * @param value the value itself; long values are shortened in the message
   * @param rule the rule that it breaks, as the rest of a sentence that begins with the value
   * @param fix what to do about it, as a sentence of its own
   */
  public constructor(what: string, value: unknown, rule: string, fix: string) {
    super(`${what}: ${shown(value)} ${rule}. ${fix}.`);
    this.name = 'BadInput';
  }
}

const LONGEST_SHOWN = 160;

function shown(value: unknown): string {
  const text = printed(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function printed(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number' || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? 'an array' : 'an object';
  }
}

/**
 * Checks that a value is one of Datadog's (or this library's) words.
 *
 * @throws BadInput naming the words that are allowed
 */
export function oneOf(what: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw new BadInput(what, value, 'is not known', `Use one of: ${allowed.join(', ')}`);
  }
}
