import { Recent } from '../../../lib/datadog/query/recent';

describe('texts that were read', () => {
  it('are not read again, until there are more than 1000', () => {
    const read: string[] = [];
    const recent = new Recent((text) => {
      read.push(text);
      return { text };
    });
    const texts = Array.from({ length: 1000 }, (_, index) => `text ${index}`);
    const results = texts.map((text) => recent.of(text));
    expect(results).toEqual(texts.map((text) => ({ text })));
    texts.forEach((text, index) => expect(recent.of(text)).toBe(results[index]));
    expect(read).toEqual(texts);
    recent.of('one more');
    expect(recent.of(texts[0])).not.toBe(results[0]);
    expect(read).toEqual([...texts, 'one more', texts[0]]);
  });

  it('are the same if their key is', () => {
    const recent = new Recent((text) => text.toUpperCase());
    expect(recent.of('a', 'key')).toBe('A');
    expect(recent.of('b', 'key')).toBe('A');
    expect(recent.of('b')).toBe('B');
  });
});
