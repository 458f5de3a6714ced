import { LABEL_TEXT, labelTextProblem } from '../../datadog/tagging/findings/label-text';
import { Level } from '../../datadog/tagging/findings/rule';
import { GivenInstance } from '../instances/given';
import { Finding } from './result';

/** What is wrong with the texts of `ROOKOUT_LABELS` of what runs. */
export function labelTextFindings(instances: readonly GivenInstance[], level: Level): Finding[] {
  return instances.flatMap(({ title, agentText }) => {
    const message = agentText && labelTextProblem(agentText);
    if (message === undefined) return [];
    const { path, place: start } = agentText!.at;
    return [{ rule: LABEL_TEXT, level, path, start, instance: title, message }];
  });
}
