import { JsonObject } from '../json/value';
import { beginsLine, HclEdit, lineAt, Link, linksOf, quoted, textEdits, unitOf } from './edit';
import { isLook } from './looks';
import { Problem, Site } from './site';
import { Entry, Expression, ObjectValue, Span, Tuple } from './syntax';
import { computedIn, first, isPlainText } from './values';

/** The definition of a widget as an object in `jsonencode({ … })`. */
export class ObjectSite implements Site {
  public readonly offset: number;
  public readonly problem?: Problem;

  public constructor(
    private readonly text: string,
    private readonly definition: ObjectValue,
  ) {
    this.offset = definition.offset;
    this.problem = this.problemOf();
  }

  public edits(before: JsonObject, after: JsonObject): HclEdit[] {
    const title = entryOf(this.definition, 'title')?.value;
    const old = linksOf(before);
    const added = linksOf(after).slice(old.length) as Link[];
    return [
      ...(isPlainText(title) ? textEdits(title, String(before.title), String(after.title)) : []),
      ...old.flatMap((link, index) => this.linkEdits(link, linksOf(after)[index] as Link, index)),
      ...(added.length > 0 ? this.addedLinks(added) : []),
    ];
  }

  private problemOf(): Problem | undefined {
    const title = entryOf(this.definition, 'title')?.value;
    if (title && !isPlainText(title)) {
      return { offset: title.offset, text: 'its title is not a text in quotes without ${…}' };
    }
    const links = entryOf(this.definition, 'custom_links')?.value;
    const odd = links && oddLink(links);
    if (odd) return { offset: odd.offset, text: 'its custom_links are not a list of plain texts' };
    return first(this.definition.entries, ({ key, value }) => {
      const span = isLook(key) || key === 'widgets' ? undefined : computedIn(value);
      return span && { offset: span.offset, text: `only Terraform knows its ${key}` };
    });
  }

  private addedLinks(links: readonly Link[]): HclEdit[] {
    const list = entryOf(this.definition, 'custom_links')?.value;
    if (list?.kind !== 'tuple') return [this.addedEntry(links)];
    if (list.items.length === 0) return [this.filledList(list, links)];
    return links.map((link) => this.addedItem(list.items, list, link));
  }

  private linkEdits(before: Partial<Link>, after: Link, index: number): HclEdit[] {
    const list = entryOf(this.definition, 'custom_links')?.value as Tuple;
    const item = list.items[index] as ObjectValue;
    return (['label', 'link'] as const).flatMap((name) => {
      const node = entryOf(item, name)?.value;
      return isPlainText(node) ? textEdits(node, String(before[name]), after[name]) : [];
    });
  }

  /** A new entry after the last one, in its style. */
  private addedEntry(links: readonly Link[]): HclEdit {
    const { text, definition } = this;
    const last = definition.entries.at(-1)!;
    const style = styleOf(text, last);
    const key = `${style.quote}custom_links${style.quote}${style.sign}`;
    if (!beginsLine(text, last.offset)) {
      const inLine = links.map((link) => objectOn(this.pairs(link, style)));
      return inserted(last.end, `, ${key}[${inLine.join(', ')}]`);
    }
    const { indent, lineEnd } = lineAt(text, last.offset);
    const unit = unitOf(lineAt(text, definition.offset).indent, indent);
    const items = links.flatMap((link, index) => {
      const item = this.objectLines(link, style, unit);
      return index < links.length - 1 ? [...item.slice(0, -1), `${item.at(-1)},`] : item;
    });
    const lines = [`${key}[`, ...items.map((line) => unit + line), ']'];
    return this.after(last, lines.map((line) => lineEnd + indent + line).join(''), definition.entries);
  }

  private addedItem(items: readonly Expression[], list: Span, link: Link): HclEdit {
    const { text } = this;
    const last = items.at(-1)!;
    const style = styleOf(
      text,
      last.kind === 'object' ? (last.entries.at(-1) ?? this.lastEntry) : this.lastEntry,
    );
    const inLine = objectOn(this.pairs(link, style));
    const hasComma = /^\s*,/.test(text.slice(last.end, list.end));
    if (!beginsLine(text, last.offset)) return inserted(last.end, `, ${inLine}`);
    const { indent, lineEnd } = lineAt(text, last.offset);
    const inner =
      last.kind === 'object' && last.entries[0] ? lineAt(text, last.entries[0].offset).indent : indent;
    const lines = text.slice(last.offset, last.end).includes('\n')
      ? this.objectLines(link, style, unitOf(indent, inner))
      : [inLine];
    const content = lines.map((line) => lineEnd + indent + line).join('');
    if (!hasComma) return inserted(last.end, `,${content}`);
    const comma = text.indexOf(',', last.end) + 1;
    return inserted(comma, `${content},`);
  }

  private filledList(list: Span, links: readonly Link[]): HclEdit {
    const style = styleOf(this.text, this.lastEntry);
    const items = links.map((link) => objectOn(this.pairs(link, style)));
    return { offset: list.offset, end: list.end, content: `[${items.join(', ')}]` };
  }

  private get lastEntry(): Entry {
    return this.definition.entries.at(-1)!;
  }

  private pairs({ label, link }: Link, { quote, sign }: EntryStyle, aligned = ''): string[] {
    const name = (key: string, pad: string) => `${quote}${key}${quote}${pad}${sign}`;
    return [`${name('label', '')}${quoted(label)}`, `${name('link', aligned)}${quoted(link)}`];
  }

  private objectLines(link: Link, style: EntryStyle, unit: string): string[] {
    const aligned = style.sign.trim() === '=' ? ' ' : '';
    const [label, address] = this.pairs(link, style, aligned);
    const comma = style.sign.trim() === ':' ? ',' : '';
    return ['{', `${unit}${label}${comma}`, `${unit}${address}`, '}'];
  }

  /** Behind an entry, its comma and the comment on its line. With commas between entries, there is one before it. */
  private after(last: Entry, content: string, entries: readonly Entry[]): HclEdit {
    const { text } = this;
    const comma = last.hasComma ? text.indexOf(',', last.end) + 1 : last.end;
    if (last.hasComma) return inserted(comma, `${content},`);
    return inserted(last.end, `${entries.length > 1 && entries[0].hasComma ? ',' : ''}${content}`);
  }
}

interface EntryStyle {
  readonly quote: string;
  /** The sign and the white space around it. */
  readonly sign: string;
}

function styleOf(text: string, { keySpan, sign }: Entry): EntryStyle {
  const quote = text[keySpan.offset] === '"' ? '"' : '';
  const spaced = sign === '=' || /\s/.test(text[keySpan.end]);
  return { quote, sign: spaced ? ` ${sign} ` : `${sign} ` };
}

function objectOn(pairs: readonly string[]): string {
  return `{ ${pairs.join(', ')} }`;
}

function inserted(offset: number, content: string): HclEdit {
  return { offset, end: offset, content };
}

export function entryOf({ entries }: ObjectValue, key: string): Entry | undefined {
  return entries.filter((entry) => entry.key === key).at(-1);
}

function oddLink(links: Expression): Span | undefined {
  if (links.kind !== 'tuple') return links;
  return first(links.items, (item) => {
    if (item.kind !== 'object') return item;
    return first(item.entries, ({ value }) =>
      value.kind === 'text' && !isPlainText(value) ? value : undefined,
    );
  });
}
