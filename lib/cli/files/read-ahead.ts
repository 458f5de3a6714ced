import { statSync } from 'fs';
import { resolve } from 'path';
import { Terminal } from '../output/terminal';
import { bytesOfPipe } from './pipe';
import { STANDARD_INPUT } from './read';

/**
 * Reads the pipes among the paths now, and the standard input. A pipe may be silent for long, and work that has something to
 * take back hears of no signal while it waits: what is to be read is there before it begins. Whatever is wrong with one of them
 * is thrown where it is asked for.
 */
export function withPipesRead(paths: readonly string[], terminal: Terminal): Terminal {
  const pipes = new Map<string, () => Buffer>();
  for (const path of paths) {
    const absolute = resolve(terminal.cwd, path);
    if (path !== STANDARD_INPUT && isPipe(absolute))
      pipes.set(
        absolute,
        readNow(() => bytesOfPipe(absolute)),
      );
  }
  const stdin = paths.includes(STANDARD_INPUT) ? readNow(terminal.stdin) : terminal.stdin;
  return { ...terminal, stdin, pipes };
}

function isPipe(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isFIFO() ?? false;
  } catch {
    return false;
  }
}

function readNow(read: () => Buffer): () => Buffer {
  try {
    const bytes = read();
    return () => bytes;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
