import { editsBetween } from '../json/edit';
import { JsonNode } from '../json/node';
import { childOf, JsonText } from '../json/text';
import { isObject, JsonObject } from '../json/value';
import { HclEdit } from './edit';
import { Problem, Site } from './site';
import { Heredoc } from './syntax';
import { Values } from './values';

/** JSON in a heredoc, in which `${…}` stands for each expression, and the place of its parts in the file. */
export class HeredocJson {
  public readonly text: string;
  private readonly starts: { readonly from: number; readonly to: number }[] = [];

  public constructor(file: string, { parts }: Heredoc, values: Values) {
    let text = '';
    for (const part of parts) {
      this.starts.push({ from: text.length, to: part.offset });
      text += 'literal' in part ? file.slice(part.offset, part.end) : values.named(part.expression);
    }
    this.text = text;
  }

  /** The place in the file. It is exact for what is no expression. */
  public offsetOf(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle].from <= offset) low = middle;
      else high = middle;
    }
    const { from, to } = this.starts[low] ?? { from: 0, to: 0 };
    return to + offset - from;
  }
}

/** The definition of a widget in the JSON of a heredoc. */
export class JsonSite implements Site {
  public readonly offset: number;
  public readonly problem?: Problem;

  public constructor(
    private readonly heredoc: HeredocJson,
    private readonly json: JsonText,
    private readonly node: JsonNode,
    definition: JsonObject,
  ) {
    this.offset = heredoc.offsetOf(node.offset);
    this.problem = this.problemOf(definition);
  }

  public edits(before: JsonObject, after: JsonObject): HclEdit[] {
    return editsBetween(this.json, this.node, before, after).map(({ offset, length, content }) => ({
      offset: this.heredoc.offsetOf(offset),
      end: this.heredoc.offsetOf(offset + length),
      content: content.replace(/[$%](?=\{)/g, (sign) => sign + sign),
    }));
  }

  private problemOf({ title, custom_links: links }: JsonObject): Problem | undefined {
    const problem = (key: string, text: string): Problem => {
      const node = childOf(this.node, key) ?? this.node;
      return { offset: this.heredoc.offsetOf(node.offset), text };
    };
    if (isTemplate(title)) return problem('title', 'its title holds ${…} or %{…}');
    return isTemplate(links) ? problem('custom_links', 'its custom_links hold ${…} or %{…}') : undefined;
  }
}

/** Whether a text in it is a template of Terraform. */
function isTemplate(value: unknown): boolean {
  if (typeof value === 'string') return /[$%]\{/.test(value);
  if (Array.isArray(value)) return value.some(isTemplate);
  return isObject(value) && Object.values(value).some(isTemplate);
}
