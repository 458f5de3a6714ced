/** Synthesizes one stack into a directory that is gone afterwards. */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * @param fill puts constructs into the stack
 * @returns the stack's Terraform JSON as text, read only when asked for
 */
exports.synth = function synth(fill, { read = false } = {}) {
  const { App, TerraformStack } = require('cdktf');
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const app = new App({ outdir });
    fill(new TerraformStack(app, 'bench'));
    app.synth();
    return read ? readFileSync(join(outdir, 'stacks/bench/cdk.tf.json'), 'utf8') : undefined;
  } finally {
    rmSync(outdir, { recursive: true });
  }
};

/** The most memory that this process has held so far, in bytes. */
exports.peakMemory = () => process.resourceUsage().maxRSS * 1024;
