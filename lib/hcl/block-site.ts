import { JsonObject } from '../json/value';
import { linkBlockOf } from '../terraform/link-blocks';
import { beginsLine, HclEdit, lineAt, Link, linksOf, quoted, textEdits, unitOf } from './edit';
import { isLook } from './looks';
import { Problem, Site } from './site';
import { Attribute, Block, Text } from './syntax';
import { computedIn, first, isPlainText } from './values';

/** The definition of a widget, as a block: `timeseries_definition { … }`. */
export class BlockSite implements Site {
  public readonly offset: number;
  public readonly problem?: Problem;
  private readonly type: string;

  public constructor(
    private readonly text: string,
    private readonly definition: Block,
  ) {
    this.offset = definition.offset;
    this.type = definition.type.slice(0, -'_definition'.length);
    this.problem = this.problemHere() ?? problemIn(definition);
  }

  public edits(before: JsonObject, after: JsonObject): HclEdit[] {
    const title = this.title?.value as Text | undefined;
    return [
      ...(title ? textEdits(title, String(before.title), String(after.title)) : []),
      ...linksOf(after).flatMap((link, index) => this.linkEdits(linksOf(before)[index], link as Link, index)),
    ];
  }

  private get title(): Attribute | undefined {
    return this.definition.body.attributes.find(({ name }) => name === 'title');
  }

  private get links(): readonly Block[] {
    return this.definition.body.blocks.filter(({ type }) => type === linkBlockOf(this.type));
  }

  private problemHere(): Problem | undefined {
    const { title } = this;
    return title && !isPlainText(title.value)
      ? { offset: title.value.offset, text: 'its title is not a text in quotes without ${…}' }
      : undefined;
  }

  private linkEdits(before: Partial<Link> | undefined, after: Link, index: number): HclEdit[] {
    if (!before) return [this.added(after)];
    const block = this.links[index];
    return (['label', 'link'] as const).flatMap((name) => {
      const node = block.body.attributes.find((attribute) => attribute.name === name)?.value as
        Text | undefined;
      return node ? textEdits(node, String(before[name]), after[name]) : [];
    });
  }

  /** A new block after the last link, else at the end. */
  private added({ label, link }: Link): HclEdit {
    const { text, definition } = this;
    const { attributes, blocks } = definition.body;
    const last = this.links.at(-1) ?? [...attributes, ...blocks].sort((a, b) => b.offset - a.offset)[0];
    const { indent, lineEnd } = lineAt(text, last.offset);
    const inner = indent + unitOf(lineAt(text, definition.offset).indent, indent);
    const isApart = blocks.length === 0 || hasBlankLineBefore(text, blocks.at(-1)!.offset);
    const lines = [
      ...(isApart ? [''] : []),
      `${indent}${linkBlockOf(this.type)} {`,
      `${inner}label = ${quoted(label)}`,
      `${inner}link  = ${quoted(link)}`,
      `${indent}}`,
    ];
    return { offset: last.lineEnd, end: last.lineEnd, content: lines.map((line) => lineEnd + line).join('') };
  }
}

/** The first part of a definition that only Terraform knows, and that may change what its graphs show. */
function problemIn(block: Block): Problem | undefined {
  const { attributes, blocks } = block.body;
  const computed = (attribute: Attribute): Problem | undefined => {
    if (isLook(attribute.name)) return undefined;
    const { value } = attribute;
    const isOpen = block.type.startsWith('custom_link') && value.kind !== 'literal' && !isPlainText(value);
    const span = isOpen ? value : computedIn(value);
    return span && { offset: span.offset, text: `only Terraform knows its ${attribute.name}` };
  };
  return (
    first(attributes, computed) ??
    first(blocks, (inner) => {
      if (inner.type === 'dynamic' && !isLook(inner.labels[0])) {
        return { offset: inner.offset, text: `it has a block dynamic "${inner.labels[0]}"` };
      }
      return isLook(inner.type) || inner.type === 'widget' ? undefined : problemIn(inner);
    })
  );
}

function hasBlankLineBefore(text: string, offset: number): boolean {
  if (!beginsLine(text, offset)) return false;
  const start = text.lastIndexOf('\n', offset - 1);
  return /\n[ \t\r]*$/.test(text.slice(Math.max(0, text.lastIndexOf('\n', start - 1)), start));
}
