import { FileValue } from './file-value';
import { agentTextAt, GivenInstance } from './given';

/** The environment variable with the labels. */
export const ROOKOUT_LABELS = 'ROOKOUT_LABELS';

/**
 * The longest variable with which Linux starts a program.
 *
 * Source: https://man7.org/linux/man-pages/man2/execve.2.html (MAX_ARG_STRLEN, 32 pages)
 */
const LONGEST = 131_072;

/** What the environment of a container says of labels. */
export type SaidLabels = Pick<GivenInstance, 'labels' | 'unknown' | 'open' | 'agentText'>;

/** Stands in a text for a variable's value that is not known. `@` has no meaning for agents. */
const UNKNOWN = /@\(([^()]*)\)/g;

/**
 * The labels in a container's environment. As in Kubernetes, `env` wins over `envFrom`, the last variable of a name
 * counts, and `$(NAME)` is the value of a variable before it.
 *
 * Source: https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function saidLabels(container: FileValue): SaidLabels {
  const mayHaveMore = container.get('envFrom').items.length > 0;
  const variables = new Map<string, string | undefined>();
  let labels: { readonly at: FileValue; readonly text?: string } | undefined;
  for (const variable of container.get('env').items) {
    const name = variable.get('name').text;
    if (name === undefined) throw variable.refused('has no name');
    const at = variable.get('value');
    const isKnown = variable.get('valueFrom').isMissing;
    const text = isKnown ? expanded(at.text ?? '', variables, mayHaveMore) : undefined;
    if (text !== undefined && text.length > LONGEST) {
      throw at.refused(
        `would be longer than ${LONGEST} characters, and Linux starts no program with that. Shorten it`,
      );
    }
    variables.set(name, text !== undefined && text.search(UNKNOWN) < 0 ? text : undefined);
    if (name === ROOKOUT_LABELS) labels = { at, text };
  }
  if (!labels) return { labels: new Map(), unknown: new Set(), open: mayHaveMore };
  const { at, text } = labels;
  return text === undefined || hasUnknownPart(text)
    ? { labels: new Map(), unknown: new Set(), open: true }
    : ofText(text, at);
}

function ofText(text: string, at: FileValue): SaidLabels {
  if (text.trim() === '') return { labels: new Map(), unknown: new Set(), open: false };
  const { corrected, ...said } = agentTextAt(at, text);
  const all = [...said.labels];
  return {
    labels: new Map(all.filter(([, value]) => value.search(UNKNOWN) < 0)),
    unknown: new Set(all.filter(([, value]) => value.search(UNKNOWN) >= 0).map(([key]) => key)),
    open: all.some(([key]) => key.search(UNKNOWN) >= 0),
    agentText: { ...said, corrected: corrected.replace(UNKNOWN, '$($1)') },
  };
}

/** Whether an unknown value may be whole labels. */
function hasUnknownPart(text: string): boolean {
  return text.split(',').some((part) => part.search(UNKNOWN) >= 0 && !part.includes(':'));
}

/** @param mayHaveMore whether there may be variables of other names */
function expanded(
  text: string,
  variables: ReadonlyMap<string, string | undefined>,
  mayHaveMore: boolean,
): string {
  return text.replace(/\$(\$|\(([^()]+)\))/g, (whole, sign: string, name: string) => {
    if (sign === '$') return '$';
    if (!variables.has(name) && !mayHaveMore) return whole;
    return variables.get(name) ?? `@(${name})`;
  });
}
