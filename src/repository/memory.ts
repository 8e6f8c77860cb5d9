import { byCodeUnits } from '../evidence/order.ts';
import { decodeText } from './decode.ts';
import { type FileContent, largestFileBytes, type Repository, tooLarge } from './repository.ts';

/** A repository in memory, the twin of the one on disk: paths to texts or bytes. For tests and for library users. */
export function memoryRepository(contents: Readonly<Record<string, string | Uint8Array>>): Repository {
  const files = Object.keys(contents).sort(byCodeUnits);
  const bytes = new Map(files.map((file) => [file, toBytes(contents[file] ?? '')]));
  const read = (path: string): FileContent => {
    const found = bytes.get(path);
    if (found === undefined) return { ok: false, message: 'no such file' };
    if (found.length > largestFileBytes) return { ok: false, message: tooLarge };
    return { ok: true, bytes: found };
  };
  return { files, unreadable: [], has: (path) => bytes.has(path), read, readText: (path) => decodeText(read(path)) };
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
