import stringWidth from 'string-width';

/** Longer cells do not push the next column further out. */
const WIDEST = 72;

/** Rows as lines of columns, the last of which is not padded. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const measured = rows.map((row) => row.map((text) => ({ text, width: widthOf(text) })));
  const widths: number[] = [];
  for (const row of measured) {
    row.forEach(({ width }, column) => {
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, width));
    });
  }
  return measured
    .map((row) => {
      const cells = row.map(
        ({ text, width }, column) => text + ' '.repeat(Math.max(0, widths[column] - width)),
      );
      return `${(indent + cells.join('  ')).trimEnd()}\n`;
    })
    .join('');
}

/** The columns that a terminal takes; for ASCII, which most text is, without the rules of Unicode. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
