import fc from 'fast-check';
import { describeWithOracle, matches } from './support/oracle';

const prod = [{ tags: ['env:prod'] }, { tags: ['env:qa'] }];
const qa = [{ tags: ['env:qa', 'env:prod'] }];

describeWithOracle('matches', () => {
  it('answers each question, in order', () => {
    const asked = ['env:prod', '-env:prod', '', '*'].map((search) => ({ search, events: prod }));
    expect(matches([...asked, { search: 'env:prod', events: qa }])).toEqual([
      { matches: [true, false] },
      { matches: [false, true] },
      { matches: [true, true] },
      { matches: [true, true] },
      { matches: [true] },
    ]);
    expect(matches([])).toEqual([]);
  });

  it('says why a search can not be read, and answers the next one', () => {
    const [refused, next] = matches(['(env:prod', 'env:prod'].map((search) => ({ search, events: qa })));
    expect(refused).toEqual({ error: expect.stringContaining('expected') });
    expect(next).toEqual({ matches: [true] });
  });

  it('takes any text as it is', () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), 500);
    const quoted = (text: string) => `@a:"${text.replace(/["\\]/g, '\\$&')}"`;
    const answers = matches(
      texts.map((text) => ({
        search: quoted(text),
        events: [
          { tags: [], a: text },
          { tags: [], a: `${text}.` },
        ],
      })),
    );
    expect(answers).toEqual(texts.map(() => ({ matches: [true, false] })));
  });
});
