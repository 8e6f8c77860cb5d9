import { readSync } from 'node:fs';
import { type FileContent, largestFileBytes, tooLarge } from './repository.ts';

const chunkBytes = 65_536;

/** What is piped into the command, in full. */
export function readInput(): FileContent {
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const chunk = new Uint8Array(chunkBytes);
    const count = readChunk(chunk);
    if (count < 0) return { ok: false, message: 'nothing is piped in' };
    if (count === 0) return { ok: true, bytes: Buffer.concat(chunks) };
    size += count;
    if (size > largestFileBytes) return { ok: false, message: tooLarge };
    chunks.push(chunk.subarray(0, count));
  }
}

/** Bytes read, 0 at the end, -1 where nothing can be read. */
function readChunk(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') return -1;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10); // a pipe that has nothing yet
    }
  }
}
