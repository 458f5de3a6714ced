import { table } from '../../../lib/cli/output/table';

describe('a table', () => {
  it('has columns as wide as their cells, but for the last', () => {
    expect(
      table([
        ['ID', 'TITLE', 'REASON'],
        ['a', 'Memory', ''],
        ['bcd', 'CPU', 'queries name no instances'],
      ]),
    ).toBe(
      ['  ID   TITLE   REASON', '  a    Memory', '  bcd  CPU     queries name no instances', ''].join('\n'),
    );
  });

  it('takes letters by the columns that a terminal shows them in', () => {
    const shown = table([
      ['注文サービス', '|'],
      ['Café 🚀', '|'],
      ['cafe\u0301', '|'],
      ['Memory → CPU', '|'],
    ]);
    expect(shown).toBe(
      ['  注文サービス  |', '  Café 🚀       |', '  cafe\u0301          |', '  Memory → CPU  |', ''].join(
        '\n',
      ),
    );
  });

  it('does not push a column out for one very long cell', () => {
    const [long, short] = table([
      ['x'.repeat(100), '|'],
      ['a', '|'],
    ]).split('\n');
    expect(long).toBe(`  ${'x'.repeat(100)}  |`);
    expect(short).toBe(`  ${'a'.padEnd(72)}  |`);
  });
});
