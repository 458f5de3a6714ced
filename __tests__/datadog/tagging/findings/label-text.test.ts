import { labelTextProblem } from '../../../../lib/datadog/tagging/findings/label-text';
import { readAgentText } from '../../../../lib/rookout/agent-text';

const problem = (text: string) => labelTextProblem(readAgentText(text));

describe('label-text', () => {
  it('is a text that agents read differently, with the text to write', () => {
    expect(problem('service:cart,env:prod')).toBeUndefined();
    expect(problem('service:cart,,env')).toBe(
      'ROOKOUT_LABELS: "" is empty: a comma is only between two labels; ' +
        '"env" has no colon between key and value, and agents leave it out. Write "service:cart"',
    );
  });

  it('is a text to leave out where nothing of it can be kept', () => {
    expect(problem('service')).toBe(
      'ROOKOUT_LABELS: "service" has no colon between key and value, and agents leave it out. Leave it out',
    );
  });
});
