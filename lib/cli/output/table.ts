/** The largest width of a column. A longer cell only moves the rest of its own row. */
const WIDEST = 72;

/** Rows as lines with columns. The last column is not padded. */
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

/** ASCII, the most common case, and the arrow between two titles do not need the rules of Unicode. */
const NARROW = /^[ -~→]*$/;

function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  return (require('./width') as typeof import('./width')).width(text);
}
