import { describeWithOracle, Event, Found, foundBy } from './support/oracle';

const tagged = (...tags: string[]): Event => ({ tags });
const saying = (message: string): Event => ({ tags: [], message });

/**
 * Where the oracle finds the opposite of what is documented, or refuses what is documented.
 *
 * Source: https://docs.datadoghq.com/logs/explorer/search_syntax/, in these sections, and for the case of words
 * https://docs.datadoghq.com/observability_pipelines/search_syntax/logs/
 */
const DEVIATIONS: readonly (readonly [
  section: string,
  documented: string,
  search: string,
  event: Event,
  finds: Found,
])[] = [
  ['overview', 'curly quotation marks are ignored', '“hello world”', saying('hello world'), false],
  ['overview', 'a word may begin like an operator', 'env:prod ORANGE', tagged('env:prod'), true],
  ['overview', 'AND is the default in groups', 'env:(prod qa)', tagged('env:prod', 'env:qa'), false],
  ['full-text-search', 'words may stand apart', 'hello world', saying('hello dear world'), false],
  ['full-text-search', '"*:" searches everything', '*:hello', saying('hello'), 'refused'],
  ['full-text-search', '"*:" searches for several', '*:(hello OR bye)', saying('hello'), 'refused'],
  ['free-text-search', 'words are found in either case', 'Hello', saying('hello'), false],
  ['escape-special-characters-and-spaces', '"\\*" is a star', 'env:*a\\*', tagged('env:bar'), true],
  ['search-using-cidr-notation', 'CIDR is a function', 'CIDR(@ip,13.0.0.0/8)', has('ip', '13.1.2.3'), false],
  ['multi-character-wildcard', 'a pattern is about all of the message', 'web*', saying('the website'), true],
  ['multi-character-wildcard', '"*" in quotation marks is a star', '"te*t"', saying('the tent'), true],
  ['search-wildcard', '"?" is one special character', '@a:hello?world', has('a', 'hello world'), false],
  ['numerical-values', '">" compares numbers', 'env:>prod', tagged('team:web'), true],
  ['tags', 'each tag can be searched', 'service:cart', tagged('service:cart'), false],
  ['arrays', 'an array has each of its values', '@names:Peter', has('names', ['Peter']), false],
];

function has(attribute: string, value: unknown): Event {
  return { tags: [], [attribute]: value };
}

describeWithOracle('the oracle', () => {
  it.each(DEVIATIONS)('does not hold to "%s": %s: %s', (_section, _documented, search, event, finds) => {
    expect(foundBy(search, event)).toBe(finds);
  });
});
