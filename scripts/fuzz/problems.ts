import { isDeepStrictEqual } from 'util';
import { Ended } from '../../__tests__/cli/support/built';

/** No input takes the command longer, in milliseconds. */
export const LONGEST = 20_000;

type Content = Readonly<Record<string, string>>;

/** What is wrong with how the command has ended. */
export function problemsOf(
  { code, signal, stdout, stderr, took }: Ended,
  sent: NodeJS.Signals | undefined,
): string[] {
  const problems: string[] = [];
  if (took > LONGEST) problems.push(`it hung: ended after ${Math.round(took)} ms`);
  if (/^ {2,}at .*:\d+:\d+\)?$/m.test(stderr)) problems.push('a raw stack');
  if (stderr.includes('please report')) problems.push('an error that nobody foresaw');
  if (signal !== null && signal !== sent) problems.push(`ended by ${signal}`);
  if (signal === null && ![0, 1, 2].includes(code!)) problems.push(`exit code ${code}`);
  if (code === 2 && !/^error: /m.test(stderr)) problems.push('exit code 2 without an error of usage');
  if (code === 1 && sent === undefined && (stdout + stderr).trim() === '')
    problems.push('exit code 1 without a word');
  return problems;
}

/** What is wrong with the files that are left. */
export function problemsOfFiles(left: Content, before: Content, after: Content): string[] {
  if (isDeepStrictEqual(left, before) || isDeepStrictEqual(left, after)) return [];
  const names = new Set([...Object.keys(left), ...Object.keys(before), ...Object.keys(after)]);
  const odd = [...names].filter((name) => left[name] !== before[name] && left[name] !== after[name]);
  return [`half done: ${(odd.length > 0 ? odd : [...names]).slice(0, 5).join(', ')}`];
}
