/** The reader of YAML: it is bundled with its package into a file of its own, which is loaded when it is used. */
import { Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';

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
    if (errors.length > 0) return { problem: errors[0].message, offset: errors[0].pos[0] };
  }
  const read: YamlDocument[] = [];
  for (const document of documents) {
    try {
      // An alias is the same object as its anchor, so any number of them takes no room.
      const value: unknown = document.toJS({ maxAliasCount: -1 });
      read.push({ value, offsetOf: (keys) => offsetOf(document, keys) });
    } catch (error) {
      return { problem: (error as Error).message, offset: strayAlias(document) };
    }
  }
  return read;
}

function offsetOf(document: Document.Parsed, keys: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = document.range[0];
  for (const key of [undefined, ...keys]) {
    if (key !== undefined) node = childOf(node, key);
    if (!isNode(node) || !node.range) break;
    offset = node.range[0];
    if (isAlias(node)) node = node.resolve(document);
  }
  return offset;
}

function childOf(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[key as number];
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key)?.value;
}

/** The offset of the first alias without an anchor before it. */
function strayAlias(document: Document.Parsed): number {
  const anchors = new Set<string>();
  let offset = document.range[0];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        if (anchors.has(node.source)) return undefined;
        offset = node.range![0];
        return visit.BREAK;
      }
      if (node.anchor !== undefined) anchors.add(node.anchor);
      return undefined;
    },
  });
  return offset;
}
