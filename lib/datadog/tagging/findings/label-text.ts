import { AgentText } from '../../../rookout/agent-text';
import { RuleText } from './rule';

export const LABEL_TEXT: RuleText = {
  id: 'label-text',
  level: 'error',
  needsInstances: true,
  summary: 'Agents read the text of ROOKOUT_LABELS differently, or leave out a part of it.',
  help: 'Write key:value pairs, joined by commas, in ASCII: no white space, no quotes, no "$", each key once.',
};

/** What is wrong with a text of `ROOKOUT_LABELS`, and what to write instead. Undefined if it is right. */
export function labelTextProblem({ problems, corrected }: AgentText): string | undefined {
  if (problems.length === 0) return undefined;
  const parts = problems.map(({ part, rule }) => `${JSON.stringify(part)} ${rule}`);
  const fix = corrected === '' ? 'Leave it out' : `Write ${JSON.stringify(corrected)}`;
  return `ROOKOUT_LABELS: ${parts.join('; ')}. ${fix}`;
}
