import { AgentText, readAgentText } from '../../rookout/agent-text';
import { RunningInstance } from '../../rookout/running-instances';
import { FileValue } from './file-value';

/** What runs, as files tell it. */
export interface GivenInstance extends RunningInstance {
  /** What messages call it, for example `Deployment cart`. */
  readonly title: string;
  /** Its `ROOKOUT_LABELS`, where files tell that. */
  readonly agentText?: AgentText & { readonly at: FileValue };
  /** Whether its `ROOKOUT_LABELS` comes from elsewhere, so that it may have any label. */
  readonly open: boolean;
}

/** The text of `ROOKOUT_LABELS` at that place in a file. */
export function agentTextAt(at: FileValue, text: string): AgentText & { readonly at: FileValue } {
  return { ...readAgentText(text), at };
}
