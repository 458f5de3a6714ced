/** The reader of YAML: it is bundled with its package into a file of its own, which is loaded when it is used. */
import {
  Alias,
  Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Node,
  parseAllDocuments,
  visit,
} from 'yaml';

/** A document, with the offset of everything in it. */
export interface YamlDocument {
  readonly value: unknown;
  /** The offset of the value under these keys. If there is no such value, that of the nearest one around it. */
  offsetOf(keys: readonly (string | number)[]): number;
}

/** What is wrong with a text. It is no class, since that would be another one in the command's own file. */
export interface YamlProblem {
  readonly problem: string;
  readonly offset: number;
}

/** Kubernetes does not read times and dates, and takes them for text. */
const NOT_IN_KUBERNETES = /^tag:yaml\.org,2002:(timestamp|binary|omap|pairs|set)$/;

/**
 * Reads YAML as Kubernetes does: version 1.1, in which `on` is true and `0644` a number.
 *
 * Source: https://pkg.go.dev/sigs.k8s.io/yaml, which has go-yaml's rules
 */
export function readYaml(text: string): readonly YamlDocument[] | YamlProblem {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: (tags) =>
      tags.filter(
        (tag) => typeof tag === 'string' || (tag.format !== 'TIME' && !NOT_IN_KUBERNETES.test(tag.tag)),
      ),
    prettyErrors: false,
    logLevel: 'error',
  });
  for (const { errors } of documents) {
    if (errors.length > 0) return { problem: problemOf(errors[0]), offset: errors[0].pos[0] };
  }
  const read: YamlDocument[] = [];
  for (const document of documents) {
    const { anchored, stray } = aliasesIn(document);
    if (stray) return { problem: `there is no anchor &${stray.source} before it`, offset: stray.range![0] };
    // An alias is the same object as its anchor, so any number of them takes no room.
    const value: unknown = document.toJS({ maxAliasCount: -1 });
    read.push({ value, offsetOf: (keys) => offsetOf(document, anchored, keys) });
  }
  return read;
}

function offsetOf(
  document: Document.Parsed,
  anchored: ReadonlyMap<Alias, Node>,
  keys: readonly (string | number)[],
): number {
  let node: unknown = document.contents;
  let offset = document.range[0];
  for (const key of [undefined, ...keys]) {
    if (key !== undefined) node = childOf(node, key);
    if (!isNode(node) || !node.range) break;
    offset = node.range[0];
    if (isAlias(node)) node = anchored.get(node);
  }
  return offset;
}

/** The package takes the end of the stack for a mistake in the text. */
function problemOf({ message }: Error): string {
  return /call stack/.test(message) ? 'it is nested too deep' : message;
}

function childOf(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[key as number];
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key)?.value;
}

/** The aliases of a document, each with what it stands for. */
interface Aliases {
  readonly anchored: ReadonlyMap<Alias, Node>;
  /** The first one without an anchor before it. */
  readonly stray?: Alias;
}

/** Looks at the whole document once: `Alias.resolve` would do so for each alias. */
function aliasesIn(document: Document.Parsed): Aliases {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  let stray: Alias | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) anchored.set(node, target);
        else stray ??= node;
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return { anchored, stray };
}
