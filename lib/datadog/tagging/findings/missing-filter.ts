import { RookoutLabel } from '../../../rookout/label';
import { quotedTitle, Rule } from './rule';

export const MISSING_FILTER: Rule = {
  id: 'missing-filter',
  level: 'warning',
  fixable: true,
  summary: 'The queries of a graph name instances, but its title has no label filter.',
  help: 'Put the filter in the title, as in "Memory [k8s_deployment:cart]", or run "rookout-datadog tag".',
  check: ({ report: { outcome, before, after } }) => {
    if (outcome !== 'tagged') return [];
    const labels = RookoutLabel.inTitle(after.slice(before.length)).join(', ');
    const title = quotedTitle(before);
    return [
      `${title} shows ${labels}, but its title has no label filter. Change it to ${quotedTitle(after)}`,
    ];
  },
};
