import { Pair, unreported } from './agent-labels';
import { BUILT_IN_KEYS } from './label';

/** What `ROOKOUT_LABELS` says. */
export interface AgentText {
  /** The value of each key, as the corrected text has it. */
  readonly labels: ReadonlyMap<string, string>;
  /** The parts that agents read differently or leave out, each with the reason as the rest of a sentence. */
  readonly problems: readonly { readonly part: string; readonly rule: string }[];
  /** The text to write instead. It is the same text if there are no problems. */
  readonly corrected: string;
}

/**
 * Reads the text of `ROOKOUT_LABELS`, and finds what agents read differently. The labels are those that the user
 * means: with `service:cart, env:prod` an agent may report the key `" env"`, but `env` is the label to compare with.
 *
 * Source: `docs/labels.md` has a table of what each agent reads, and `__tests__/agents` compares it with them.
 */
export function readAgentText(text: string): AgentText {
  const labels = new Map<string, string>();
  const problems: { part: string; rule: string }[] = [];
  for (const part of text.split(',')) {
    const rule = problemOf(part, labels);
    if (rule !== undefined) problems.push({ part, rule });
    const pair = correctedPair(part);
    if (pair) labels.set(pair.key, pair.value);
  }
  const corrected = Array.from(labels, ([key, value]) => `${key}:${value}`).join(',');
  return { labels, problems, corrected };
}

/** @param before the labels of the parts before this one */
function problemOf(part: string, before: ReadonlyMap<string, string>): string | undefined {
  if (part.trim() === '') return 'is empty: a comma is only between two labels';
  const [key, value, ...others] = part.split(':');
  if (value === undefined) return 'has no colon between key and value, and agents leave it out';
  if (others.length > 0) return 'has a second colon, and agents leave it out';
  if (key.trim() === '' || value.trim() === '') return 'has no key or no value, and most agents leave it out';
  if (key !== key.trim() || value !== value.trim()) {
    return 'has white space after a comma or beside the colon, which some agents take for a part of the label';
  }
  const broken = unreported({ key, value });
  if (broken) return broken.rule;
  return before.has(key) ? `has the key of another label, and agents take only the last one` : undefined;
}

/** The pair that a part means, in the form that all agents read alike. Undefined if no instance can have it. */
function correctedPair(part: string): Pair | undefined {
  const [key, ...values] = part.split(':').map((text) => readAlike(text.trim()));
  const pair = { key, value: values.join('_') };
  if (key === '' || pair.value === '' || BUILT_IN_KEYS.includes(part.split(':')[0].trim())) return undefined;
  return unreported(pair) ? undefined : pair;
}

/** Accents and quotes go, and what else agents read differently becomes `_`, as in Datadog's tags. */
function readAlike(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|["']|^\$+/gu, '')
    .replace(/(?:[^!-~]|[$%]\{|\$)+/g, '_');
}
