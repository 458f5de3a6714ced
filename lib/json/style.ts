import { asciiJson } from './ascii';
import { JsonNode } from './node';

/** How the entries of an object or array are written. */
export interface JsonStyle {
  /** The text between two entries: a comma and white space. */
  readonly separator: string;
  /** The text between a name and its value. */
  readonly colon: string;
  /** How to write the values in it. */
  readonly item: ValueStyle;
}

/** How a value is written. */
export interface ValueStyle {
  /** The characters that end a line. Undefined if everything is on one line. */
  readonly lineEnd?: string;
  /** The white space at the beginning of the value's line. */
  readonly indent: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly colon: string;
  /** The text between entries on one line. */
  readonly comma: string;
  /** The white space inside the brackets, on one line. */
  readonly padding: string;
}

const COMPACT: ValueStyle = { indent: '', unit: '', colon: ':', comma: ',', padding: '' };

const LINE_END = /\r\n|\n|\r/;

/** The style of an object or array with entries, taken from its last ones. */
export function styleInside(text: string, node: JsonNode): JsonStyle {
  const entries = node.children;
  const lead = text.slice(node.offset + 1, entries[0].offset);
  const colon = colonOf(text, entries[entries.length - 1], lead);
  const separator = separatorOf(text, entries) ?? guessedSeparator(text, entries[0], lead, colon);
  const lineEnd = LINE_END.exec(separator)?.[0];
  if (lineEnd === undefined) {
    const padding = LINE_END.test(lead) ? '' : lead;
    const comma = separator.replace(/\s+/g, ' ');
    return { separator, colon, item: { indent: '', unit: '', colon, comma, padding } };
  }
  const indent = /^[ \t]*/.exec(separator.split(LINE_END).at(-1)!)![0];
  const outer = indentAt(text, node.offset);
  const unit = indent.startsWith(outer) && indent !== outer ? indent.slice(outer.length) : '  ';
  return { separator, colon, item: { lineEnd, indent, unit, colon, comma: ', ', padding: '' } };
}

function separatorOf(text: string, entries: readonly JsonNode[]): string | undefined {
  if (entries.length < 2) return undefined;
  const [previous, last] = entries.slice(-2);
  return text.slice(previous.offset + previous.length, last.offset);
}

/**
 * The separator if there is only one entry. The white space before the entry shows the style, else the entry
 * itself.
 */
function guessedSeparator(text: string, entry: JsonNode, lead: string, colon: string): string {
  if (lead !== '') return `,${lead}`;
  const inner = entry.type === 'object' ? separatorOf(text, entry.children) : undefined;
  if (inner !== undefined && !LINE_END.test(inner)) return inner;
  return colon.endsWith(' ') ? ', ' : ',';
}

function colonOf(text: string, entry: JsonNode, lead: string): string {
  if (entry.type !== 'property') return lead === '' ? ':' : ': ';
  const [name, value] = entry.children;
  const colon = text.slice(name.offset + name.length, value.offset);
  return LINE_END.test(colon) ? ': ' : colon;
}

function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** The value as JSON in that style. */
export function printJson(value: unknown, style: ValueStyle = COMPACT, ascii = false): string {
  if (Array.isArray(value)) {
    return bracketed('[', ']', style, value, (item, inner) => printJson(item, inner, ascii));
  }
  if (typeof value === 'object' && value !== null) {
    return bracketed('{', '}', style, Object.entries(value), ([name, item], inner) => {
      return `${printJson(name, inner, ascii)}${style.colon}${printJson(item, inner, ascii)}`;
    });
  }
  const text = JSON.stringify(value);
  return ascii ? asciiJson(text) : text;
}

function bracketed<T>(
  open: string,
  close: string,
  style: ValueStyle,
  entries: readonly T[],
  print: (entry: T, style: ValueStyle) => string,
): string {
  if (entries.length === 0) return open + close;
  const { lineEnd, indent, unit, comma, padding } = style;
  if (lineEnd === undefined) {
    const pad = open === '{' ? padding : '';
    return `${open}${pad}${entries.map((entry) => print(entry, style)).join(comma)}${pad}${close}`;
  }
  const inner = { ...style, indent: indent + unit };
  const lines = entries.map((entry) => lineEnd + inner.indent + print(entry, inner));
  return `${open}${lines.join(',')}${lineEnd}${indent}${close}`;
}
