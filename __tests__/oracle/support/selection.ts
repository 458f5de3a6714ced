import { Instance, LABEL_OF } from './universe';

const TAG_OF = new Map(Object.entries(LABEL_OF).map(([tag, key]) => [key, tag]));

/** Values by tag: several of one tag are alternatives, different tags narrow down. */
export type Selection = ReadonlyMap<string, readonly string[]>;

/** A value for each of some tags. */
export type Choice = ReadonlyMap<string, string>;

/** What labels select. */
export function selectionOf(labels: readonly string[]): Selection {
  const selection = new Map<string, string[]>();
  for (const label of labels) {
    const [key, value] = label.split(':');
    const tag = TAG_OF.get(key)!;
    selection.set(tag, [...(selection.get(tag) ?? []), value]);
  }
  return selection;
}

export function isSelected({ values }: Instance, selection: Selection): boolean {
  return [...selection].every(([tag, wanted]) => values[tag].some((value) => wanted.includes(value)));
}

/** Every way to take one value of each tag. */
export function choices(tags: Iterable<readonly [string, readonly string[]]>): Choice[] {
  return [...tags].reduce<Choice[]>(
    (all, [tag, values]) => all.flatMap((one) => values.map((value) => new Map(one).set(tag, value))),
    [new Map()],
  );
}

export function nameOf(choice: Choice): string {
  return Array.from(choice, (pair) => pair.join(':')).join(' ');
}
