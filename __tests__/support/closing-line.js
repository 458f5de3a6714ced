/** Closes a run with one plain line of counts, after the reasons why anything was skipped: for want of a provider, a browser, an agent or an oracle. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const reasons = JSON.parse(process.env.E2E_REASONS ?? '{}');
    const missing = Object.keys(reasons).filter((version) => reasons[version]);
    process.stderr.write('', () => {
      for (const version of missing) console.log(`Skipped with provider ${version}: ${reasons[version]}`);
      const { reasons: agents = {} } = JSON.parse(process.env.AGENTS_INSTALLED ?? '{}');
      for (const agent of Object.keys(agents)) console.log(`Skipped with agents, ${agent}: ${agents[agent]}`);
      if (process.env.BROWSER_REASON) console.log(`Skipped in a browser: ${process.env.BROWSER_REASON}`);
      if (process.env.ORACLE_REASON) console.log(`Skipped without the oracle: ${process.env.ORACLE_REASON}`);
      console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    });
  }
};
