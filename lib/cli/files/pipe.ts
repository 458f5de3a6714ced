import { closeSync, constants, openSync, readSync } from 'fs';

const CHUNK = 64 * 1024;

/** How long a pipe waits for a program that writes to it, in milliseconds. */
const PATIENCE = 3000;

/** How long to wait before the next look, in milliseconds. */
const PAUSE = 10;

/**
 * All that programs write to a pipe.
 *
 * @throws if no program writes to it
 */
export function bytesOfPipe(absolute: string): Buffer {
  const pipe = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const chunks: Buffer[] = [];
    let hasWriter = false;
    for (let waited = 0; ;) {
      const chunk = readChunk(pipe);
      if (chunk === undefined) hasWriter = true;
      else if (chunk.length > 0) chunks.push(chunk);
      else if (hasWriter || chunks.length > 0) return Buffer.concat(chunks);
      else if (waited >= PATIENCE) throw new Error('it is a pipe that no program writes to');
      else waited += PAUSE;
      if (chunk === undefined || chunk.length === 0) pause();
    }
  } finally {
    closeSync(pipe);
  }
}

/** What is there: nothing at the end, undefined where more may come. */
function readChunk(pipe: number): Buffer | undefined {
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    return chunk.subarray(0, readSync(pipe, chunk));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Waits, where nothing can be done meanwhile. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
