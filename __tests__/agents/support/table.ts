import { page } from '../../docs/support/documents';

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, string>>;

/** The rows of the first table on a page that has these columns. */
export function tableWith(path: string, ...wanted: string[]): Row[] {
  const tables = page(path)
    .match(/(^\|.*\n)+/gm)!
    .map((table) => table.trim().split('\n').map(cells));
  const [columns, , ...rows] = tables.find(([head]) => wanted.every((column) => head.includes(column)))!;
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index], cell])));
}

function cells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** The texts in a cell that are written as code. */
export function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, code]) => code.replaceAll('␣', ' '));
}

/** The labels in a cell. */
export function labelsIn(cell: string): Record<string, string> {
  return Object.fromEntries(codes(cell).map((label) => label.split(':')));
}
