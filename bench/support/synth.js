/** Synthesizes one stack, with a provider, into a directory that is gone afterwards. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * @param fill puts constructs into the stack
 * @returns the stack
 */
exports.synth = function synth(fill) {
  const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
  const { App, TerraformStack } = require('cdktf');
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'bench');
    new DatadogProvider(stack, 'Datadog');
    fill(stack);
    app.synth();
    return stack;
  } finally {
    rmSync(outdir, { recursive: true });
  }
};

/** The most memory that this process has held so far, in bytes. */
exports.peakMemory = () => process.resourceUsage().maxRSS * 1024;
