#!/usr/bin/env node
import './node-check';
import { run } from './run';
import { FINE } from './output/terminal';

// The reader of the output may stop early, as in `rookout-datadog check … | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? FINE);
  });
}

process.exitCode = run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
});
