import { basename, dirname } from 'path';

/** Where the library's files are: all in one, or each in its room. */
const LIBRARY = basename(__dirname) === 'constructs' ? dirname(__dirname) : __dirname;

/** Between the user's line and the mistake may be more calls than a stack has. */
const DEEP = 60;
/** More lines of the user's than these say no more. */
const SHOWN_CALLS = 5;

/**
 * The message, and below it the calls in the user's own files: nobody looks for a mistake in those of packages.
 */
export function stackOfUser(error: Error): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEEP;
  const { stack = '' } = new Error(error.message);
  Error.stackTraceLimit = limit;
  const calls = stack.split('\n').filter((line) => /^ +at /.test(line));
  const own = calls.filter((call) => !isOfPackage(call));
  return [`${error.name}: ${error.message}`, ...own.slice(0, SHOWN_CALLS)].join('\n');
}

function isOfPackage(call: string): boolean {
  return call.includes(LIBRARY) || /node:|[\\/]node_modules[\\/]/.test(call);
}
