import { Meaning } from './meaning';

/** Text that no page tells of. The library reads it all the same, as if it were written in a documented way. */
interface ReadAs {
  readonly what: string;
  readonly example: string;
  readonly from: RegExp;
  readonly to: string;
}

export const READ_AS: readonly ReadAs[] = [
  { what: 'an empty scope selects everything', example: ' ', from: /^\s*$/, to: '*' },
  {
    what: 'two signs cancel each other',
    example: '!!env:prod',
    from: /(?<=(?:^|[(,!])\s*)(?:!\s*){2}(?=[^\s,)])/g,
    to: '',
  },
  {
    what: 'two words cancel each other',
    example: 'NOT NOT (env:prod)',
    from: /(?<![\w$:.-])(NOT|not)\s+(NOT|not)(?=[\s(])(?!\s+(IN|in)\b)/g,
    to: '',
  },
  {
    what: 'one of two words is in lower case',
    example: 'env NOT in (prod)',
    from: /NOT(\s+)in\b/g,
    to: 'NOT$1IN',
  },
  {
    what: 'one of two words is in upper case',
    example: 'env not IN (prod)',
    from: /not(\s+)IN\b/g,
    to: 'not$1in',
  },
];

/** The text in the documented way. */
export function inDocumentedWay(text: string): string {
  return READ_AS.reduce((result, { from, to }) => result.replace(from, to), text);
}

/** A condition that no page tells of, and that the library takes for one all the same. */
interface Taken {
  readonly what: string;
  readonly example: string;
  is(condition: Meaning): boolean;
}

export const TAKEN: readonly Taken[] = [
  { what: 'an empty value', example: 'service:""', is: (one) => 'is' in one && one.is === '' },
  {
    what: 'a key that begins with no letter',
    example: '10.0.0.1:80',
    is: (one) => 'tag' in one && one.tag !== undefined && /^\P{L}/u.test(one.tag),
  },
];

/** Whether a part of it is a condition of that kind. */
export function isTaken(meaning: Meaning): boolean {
  if ('and' in meaning) return meaning.and.some(isTaken);
  if ('or' in meaning) return meaning.or.some(isTaken);
  return 'not' in meaning ? isTaken(meaning.not) : TAKEN.some(({ is }) => is(meaning));
}
