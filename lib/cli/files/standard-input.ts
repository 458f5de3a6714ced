import { readSync } from 'fs';
import { pause } from './pipe';

const STANDARD_INPUT = 0;
const CHUNK = 64 * 1024;

/** All of the standard input. `process.stdin` is left alone: it would make reads fail where nothing has come yet. */
export function readAllOfStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readChunk(chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
  }
}

/** Waits where the program that started this one has made the pipe one that does not wait. */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(STANDARD_INPUT, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}
