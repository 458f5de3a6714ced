import fc from 'fast-check';

/** How many examples a property draws. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 2000);

/** What is found out about an example: what is wrong, or nothing. Undefined if it does not count. */
export type Verdict = { readonly problem?: string } | undefined;

/**
 * Expects that nothing is wrong with examples. All of them are judged at once, since each start of the oracle takes
 * longer than many searches.
 *
 * @param share how many of the usual number of examples are drawn, as a part of it
 * @throws Error with the smallest example that it finds, and what is wrong with it
 */
export function expectNoProblem<T>(
  examples: fc.Arbitrary<T>,
  verdictsOn: (examples: readonly T[]) => Verdict[],
  share = 1,
): void {
  const runs = Math.ceil(RUNS * share);
  const { seed } = fc.readConfigureGlobal();
  const drawn = fc.sample(examples, { seed, numRuns: runs });
  const verdicts = verdictsOn(drawn);
  const wrong = drawn.flatMap((example, index) =>
    verdicts[index]?.problem === undefined ? [] : [{ index, size: JSON.stringify(example).length }],
  );
  if (wrong.length > 0) {
    const [{ index }] = wrong.sort((one, other) => one.size - other.size);
    const refuses = (example: T) => {
      const problem = verdictsOn([example])[0]?.problem;
      if (problem !== undefined) throw new Error(problem);
    };
    fc.assert(fc.property(examples, refuses), { seed, path: String(index) });
  }
  expect(wrong).toEqual([]);
  expect(verdicts.filter((verdict) => verdict !== undefined).length).toBeGreaterThan(runs / 50);
}
