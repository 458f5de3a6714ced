import { isLater } from './later-value';
import { matchesWildcards } from './wildcards';

/** A part of a condition that is applied to the values once all of them are known. */
export interface Test {
  readonly pattern: string;
  readonly wild: boolean;
  readonly negated: boolean;
}

/** The most characters of values to compare with those of wildcards. No real query has a thousandth of it. */
const MOST_COMPARED = 50_000_000;

/**
 * Tests that a value must pass, all of them. Datadog's pages do not say whether the case of letters counts, so a value may
 * pass in either way. Many excluded values are looked up at once.
 */
export class Tests {
  private readonly excluded: ReadonlySet<string>;
  private readonly excludedInAnyCase: ReadonlySet<string>;
  private readonly wildcards: readonly Test[];
  private readonly length: number;
  private compared = 0;

  /** @param tests each of a wildcard, or of a value that is excluded */
  public constructor(tests: readonly Test[]) {
    const values = tests.filter(({ wild }) => !wild).map(({ pattern }) => pattern);
    this.excluded = new Set(values);
    this.excludedInAnyCase = new Set(values.map((value) => value.toLowerCase()));
    this.wildcards = tests.filter(({ wild }) => wild);
    this.length = this.wildcards.reduce((sum, { pattern }) => sum + pattern.length, 0);
  }

  /** Whether the value passes the tests, with or without regard to the case of letters, or that is not known. */
  public mayPass(value: string): boolean {
    if (isLater(value)) return true;
    if (this.excluded.has(value)) return false;
    const small = value.toLowerCase();
    return (
      this.isTooLong(value) ||
      this.wildcards.every((test) => passes(value, test) || passes(small, inLowerCase(test)))
    );
  }

  /** Whether the value certainly passes the tests, with and without regard to the case of letters. */
  public mustPass(value: string): boolean {
    const small = value.toLowerCase();
    if (this.excludedInAnyCase.has(small)) return false;
    if (isLater(value)) return this.excluded.size + this.wildcards.length === 0;
    return (
      !this.isTooLong(value) &&
      this.wildcards.every((test) => passes(value, test) && passes(small, inLowerCase(test)))
    );
  }

  /** Whether so much was compared that the rest is left in doubt. */
  private isTooLong(value: string): boolean {
    this.compared += value.length * this.length;
    return this.compared > MOST_COMPARED;
  }
}

function inLowerCase(test: Test): Test {
  return { ...test, pattern: test.pattern.toLowerCase() };
}

function passes(value: string, { pattern, negated }: Test): boolean {
  return matchesWildcards(value, pattern) !== negated;
}
