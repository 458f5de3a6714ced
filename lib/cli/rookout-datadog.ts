#!/usr/bin/env node
import './node-check';
import { run } from './run';
import { fileError } from './files/errors';
import { readAllOfStandardInput } from './files/standard-input';
import { FINE, FOUND } from './output/terminal';

// The reader of the output may stop early, as in `rookout-datadog check … | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? FINE);
    process.exitCode = FOUND;
    if (stream === process.stdout) {
      process.stderr.write(`${fileError('the output', 'can not be written', error).message}\n`);
    }
  });
}

process.exitCode = run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: readAllOfStandardInput,
  cwd: process.cwd(),
});
