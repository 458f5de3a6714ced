import { BadInput } from '../bad-input';
import { mapAroundTokens, maskTokens } from '../terraform/tokens';
import { BUILT_IN_KEYS, RookoutLabel } from './label';

/** A key and a value, which may be no label yet. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Why an instance can't have a label, as the rest of a sentence that begins with the label. */
interface Rule {
  readonly breaks: (pair: Pair) => boolean;
  readonly rule: string;
  readonly fix: string;
}

const FIX_TEXT = 'Name it with ASCII letters, digits, "_", "-", "." and "/"';
const FIX_KEY = 'Use another key';

function has(pattern: RegExp): (pair: Pair) => boolean {
  return ({ key, value }) => pattern.test(maskTokens(`${key}:${value}`));
}

/**
 * What agents do not read alike or replace, and what would not reach them as it is.
 *
 * Source: the agents for Node (rookout 0.144.0), Python (rook 0.1.209) and Java (com.rookout:rook 0.1.266), which
 * `__tests__/agents` starts; `docs/labels.md` tells what each of them does. White space:
 * https://docs.datadoghq.com/getting_started/tagging/#define-tags. `$`:
 * https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
const RULES: readonly Rule[] = [
  {
    breaks: has(/["']/),
    rule: 'has a quote in it, which some agents leave out',
    fix: FIX_TEXT,
  },
  {
    breaks: has(/\s/),
    rule: 'has white space in it, which no tag in Datadog has',
    fix: FIX_TEXT,
  },
  {
    breaks: has(/[^!-~]/),
    rule: 'has a character beyond ASCII in it, which the agent for Java only reads with a locale that has it',
    fix: FIX_TEXT,
  },
  {
    breaks: has(/\$/),
    rule: 'has a "$" in it, with which Kubernetes puts other variables into an environment variable',
    fix: FIX_TEXT,
  },
  {
    breaks: has(/%\{/),
    rule: 'has "%{" in it, which Terraform reads as a directive',
    fix: FIX_TEXT,
  },
  {
    breaks: ({ key }) => /^(live_logger$|rookout_)/.test(key),
    rule: 'has a key that agents use for themselves, and some agents replace its value',
    fix: FIX_KEY,
  },
  {
    breaks: ({ key }) => ['__proto__', 'hasOwnProperty'].includes(key),
    rule: 'has a key with a meaning in JavaScript: the agent for Node does not report it, or does not start',
    fix: FIX_KEY,
  },
];

/**
 * The text for the environment variable `ROOKOUT_LABELS`, which gives an instance these labels: `key:value`,
 * joined by commas. It is in the only form that all agents read alike.
 *
 * Rookout's built-in labels, such as `$hostname`, are left out: agents report them by themselves, and most
 * refuse to start with a key that begins with `$`.
 *
 * @param inLabel makes a token whose value all agents read alike from a CDKTF token
 * @throws BadInput if agents would not report one of the labels as it is
 */
export function agentLabels(labels: readonly RookoutLabel[], inLabel: (marker: string) => string): string {
  const byKey = new Map<string, RookoutLabel>();
  for (const label of labels) {
    if (BUILT_IN_KEYS.includes(label.key)) continue;
    checkReported(label, byKey.get(label.key));
    byKey.set(label.key, label);
  }
  const text = [...byKey.values()].join(',');
  return mapAroundTokens(text, (literal) => literal, inLabel);
}

/** Why agents would not report a pair as it is, and what to do about it. Undefined if they all would. */
export function unreported(pair: Pair): { readonly rule: string; readonly fix: string } | undefined {
  return RULES.find(({ breaks }) => breaks(pair));
}

function checkReported(label: RookoutLabel, other = label): void {
  const broken = unreported(label);
  if (broken) throw new BadInput('label', String(label), broken.rule, broken.fix);
  if (label.value !== other.value) {
    throw new BadInput(
      'label',
      String(label),
      `has the key of "${other}", and an instance has one value of a key`,
      'Leave one of them out',
    );
  }
}
