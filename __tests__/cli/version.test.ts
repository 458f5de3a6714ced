import { problemOfNode } from '../../lib/cli/version';

describe('an older Node', () => {
  it.each(['18.20.8', '20.20.2', '21.7.3'])('is told what is needed: %s', (running) => {
    expect(problemOfNode(running)).toBe(
      `cdktf-datadog-rookout needs Node 22 or later, but this is ${running}. It continues, but it is not tested with this version.`,
    );
  });

  it.each(['22.0.0', '24.21.0', '100.0.0'])('is not %s', (running) => {
    expect(problemOfNode(running)).toBeUndefined();
  });
});
