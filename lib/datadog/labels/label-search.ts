import { LabelFilter, labelFilter } from '../../rookout/label-filter';
import { LabelTokens } from '../../rookout/label-tokens';
import { LinkHole, LinkLabel, percentEncode } from '../../rookout/session-link';
import { hasPlaceholder } from '../../terraform/template';
import { hasToken, mapAroundTokens } from '../../terraform/tokens';
import { tagValue } from '../tags';

/** A value that needs no quotes. */
const PLAIN = /^[a-z0-9][a-z0-9_.-]*$/;

/**
 * The labels as a search of Datadog, percent-encoded: `service:cart env:(prod OR qa)`. Values are those that Datadog
 * stores in tags. Values that Datadog fills in stay as they are: that of a template variable in parentheses, since it
 * may have several, and that of the clicked line in quotes.
 *
 * Source: https://docs.datadoghq.com/logs/explorer/search_syntax/ and, for parentheses around variables,
 * https://docs.datadoghq.com/dashboards/guide/context-links/
 *
 * @param tagOf the Datadog tag of a label key
 * @throws LinkHole if Datadog stores nothing of a value
 */
export function labelSearch(
  labels: readonly LinkLabel[],
  tagOf: (key: string) => string,
  tokens: LabelTokens,
): string {
  const values = new Map<string, Set<string>>();
  for (const label of labels) {
    const own = values.get(label.key) ?? new Set();
    values.set(label.key, own.add(searched(label, tagOf(label.key), tokens)));
  }
  const terms = Array.from(values, ([key, own]) => `${percentEncode(`${tagOf(key)}:`)}${anyOf([...own])}`);
  return terms.join(percentEncode(' '));
}

function anyOf(values: readonly string[]): string {
  const [first] = values;
  if (values.length === 1 && !first.startsWith('{{$')) return first;
  return percentEncode('(') + values.join(percentEncode(' OR ')) + percentEncode(')');
}

function searched(label: LinkLabel, tag: string, tokens: LabelTokens): string {
  if ('filledBy' in label) {
    return label.filledBy.startsWith('{{$') ? label.filledBy : quoted(label.filledBy);
  }
  const stored = tagValue(tag, label.value);
  if (stored === '') {
    throw new LinkHole(
      'label',
      String(label),
      'has a value of which Datadog keeps nothing in a tag, so {search} can not find it',
      'Use a template with {labels}',
    );
  }
  const encoded = mapAroundTokens(stored, percentEncode, tokens.inSearch);
  return PLAIN.test(stored) && !isLater(stored) ? encoded : quoted(encoded);
}

/** Whether only Terraform knows the value. */
function isLater(value: string): boolean {
  return hasToken(value) || hasPlaceholder(value);
}

function quoted(encoded: string): string {
  return percentEncode('"') + encoded + percentEncode('"');
}

const TERM = /(?!-)([^\s:()"]+):(\([^()]*\)|"[^"]*"|[^\s()"]+)(?: |$)/y;

/**
 * The labels of a search: the opposite of `labelSearch`, after decoding.
 *
 * @param labelOf the label of a tag with a stored value
 * @returns undefined if the text is no such search
 */
export function labelsInSearch(
  text: string,
  labelOf: (tag: string, value: string) => { readonly key: string; readonly value: string },
): LabelFilter[] | undefined {
  const labels: LabelFilter[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const [, tag, values] = TERM.exec(text) ?? [];
    if (tag === undefined) return undefined;
    for (const one of values.replace(/^\(|\)$/g, '').split(' OR ')) {
      const { key, value } = labelOf(tag, one.replace(/^"|"$/g, ''));
      if (value === '') return undefined;
      labels.push(labelFilter(key, value));
    }
  }
  return labels;
}
