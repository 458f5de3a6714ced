/** Longer cells do not push the next column further out. */
const WIDEST = 72;

/** Rows as lines of columns, the last of which is not padded. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, width(cell)));
    });
  }
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column])).join('  ');
  return rows.map((row) => `${(indent + line(row)).trimEnd()}\n`).join('');
}

function pad(cell: string, to: number): string {
  return cell + ' '.repeat(Math.max(0, to - width(cell)));
}

function width(text: string): number {
  return [...text].length;
}
