import { describeWithOracle, Event, Found, foundBy } from './support/oracle';

const tagged = (...tags: string[]): Event => ({ tags });
const saying = (message: string): Event => ({ tags: [], message });

/** What Datadog's documentation does not tell. */
const UNTOLD: readonly (readonly [told: string, search: string, event: Event, finds: Found])[] = [
  ['"!" does not exclude', '!env:qa', tagged('env:prod'), 'refused'],
  ['"!=" does not exclude', 'env!=qa', tagged('env:prod'), 'refused'],
  ['"=" is part of a word', 'env=prod', tagged('env:prod'), false],
  ['"+" requires', '+env:prod', tagged('env:qa'), false],
  ['a no-break space is part of a word', 'hello\u00a0world', saying('hello world'), false],
  ['an ideographic space is part of a word', 'hello\u3000world', saying('hello world'), false],
  ['white space may follow a colon', 'env: prod', tagged('env:prod'), true],
  ['white space may follow the sign of an exclusion', '- env:prod', tagged('env:qa'), true],
  ['a key in capital letters is another key', 'ENV:prod', tagged('env:prod'), false],
  ['a condition in a group may have another key', 'env:(qa OR team:web)', tagged('team:web'), true],
  ['an operator may touch the next sign', 'env:prod AND-team:web', tagged('env:prod'), true],
  ['NOT may touch the next word', 'NOTenv:prod', tagged('env:qa'), true],
  ['a second NOT is a word', 'NOT NOT env:prod', { tags: ['env:prod'], message: 'NOT' }, false],
  ['an exclusion has one sign', '--env:prod', tagged('env:prod'), 'refused'],
  ['an operator in front is a word', 'AND env:prod', tagged('env:prod'), false],
  ['an operator can not stand at the end', 'env:prod AND', tagged('env:prod'), 'refused'],
  ['the sign of an exclusion can not stand at the end', 'env:prod -', tagged('env:prod'), 'refused'],
  ['a group is not empty', 'env:()', tagged('env:prod'), 'refused'],
  ['a whole tag can be in quotation marks', 'tags:"env:prod"', tagged('env:prod'), true],
  ['a whole tag must be in quotation marks', 'tags:env:prod', tagged('env:prod'), 'refused'],
  ['"_exists_" asks for any value of a tag', '_exists_:env', tagged('env:prod'), true],
  ['"_missing_" asks for no value of a tag', '_missing_:env', tagged('env:prod'), false],
];

describeWithOracle('the oracle', () => {
  it.each(UNTOLD)('holds that %s: %s', (_, search, event, finds) => {
    expect(foundBy(search, event)).toBe(finds);
  });
});
