#!/usr/bin/env node
import './node-check';
import { setFlagsFromString } from 'v8';
import { stepsOf } from './run';
import { fileError } from './files/errors';
import { readAllOfStandardInput } from './files/standard-input';
import { FINE, FOUND } from './output/terminal';
import { finishedInTurns, Interrupted } from './steps';

// Many files make V8 enlarge the space of new objects, which then takes more memory than all that is kept.
setFlagsFromString('--semi-space-growth-factor=1');

let isRunning = true;
let hasReader = true;

// The reader of the output may stop early, as in `rookout-datadog check … | head`. What is written is written all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      hasReader = false;
      if (!isRunning) process.exit(process.exitCode ?? FINE);
      return;
    }
    process.exitCode = FOUND;
    if (stream === process.stdout) {
      process.stderr.write(`${fileError('the output', 'can not be written', error).message}\n`);
    }
  });
}

void main();

async function main(): Promise<void> {
  const cwd = currentDirectory();
  if (cwd === undefined) return;
  const { stdout, stderr } = process;
  const steps = stepsOf(process.argv.slice(2), { stdout, stderr, stdin: readAllOfStandardInput, cwd });
  try {
    const exitCode = await finishedInTurns(steps);
    process.exitCode ??= exitCode;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.kill(process.pid, error.signal);
  }
  isRunning = false;
  if (!hasReader) process.exit(process.exitCode);
}

function currentDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch (error) {
    process.stderr.write(`${fileError('the current directory', 'can not be used', error).message}\n`);
    process.exitCode = FOUND;
    return undefined;
  }
}
