import { JsonObject } from '../json/value';
import { Text } from './syntax';

/** A part of a text, which may be empty, and the text that replaces it. */
export interface HclEdit {
  readonly offset: number;
  readonly end: number;
  readonly content: string;
}

/** The text with its edits, which may be in any order. */
export function edited(text: string, edits: readonly HclEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { offset, end, content } of [...edits].sort((a, b) => a.offset - b.offset)) {
    pieces.push(text.slice(position, offset), content);
    position = end;
  }
  return [...pieces, text.slice(position)].join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/** The text as HCL, in quotes. */
export function quoted(text: string): string {
  return `"${escapedText(text)}"`;
}

function escapedText(text: string): string {
  return text
    .replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign])
    .replace(/[\u0000-\u001f\u007f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/** A text that begins like the old one keeps its beginning as it is written. */
export function textEdits(node: Text, before: string, after: string): HclEdit[] {
  if (after === before) return [];
  // A dollar sign at the end and a brace at the beginning would become an expression.
  if (!after.startsWith(before) || /[$%]$/.test(before)) {
    return [{ offset: node.offset, end: node.end, content: quoted(after) }];
  }
  const offset = node.end - 1;
  return [{ offset, end: offset, content: escapedText(after.slice(before.length)) }];
}

/** A context link, as Datadog's JSON has it. */
export interface Link {
  readonly label: string;
  readonly link: string;
}

/** The context links of a definition. */
export function linksOf({ custom_links: links }: JsonObject): Partial<Link>[] {
  return Array.isArray(links) ? links : [];
}

/** The white space before the first character of the line, and what ends the lines around. */
export function lineAt(text: string, offset: number): { readonly indent: string; readonly lineEnd: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, offset))![0];
  const next = text.indexOf('\n', offset);
  const other = next < 0 ? start - 1 : next;
  return { indent, lineEnd: text[other - 1] === '\r' ? '\r\n' : '\n' };
}

/** Whether only white space is before it on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** One level of indentation: what the inner line has more than the outer one. */
export function unitOf(outer: string, inner: string): string {
  return inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : '  ';
}
