import { byCodeUnits } from '../evidence/order.ts';
import { largestFileBytes, type Repository, tooLarge } from './repository.ts';
import { snapshot } from './snapshot.ts';

/** A repository in memory, the twin of the one on disk: paths to texts or bytes. For tests and for library users. */
export function memoryRepository(contents: Readonly<Record<string, string | Uint8Array>>): Repository {
  return snapshot(Object.keys(contents).sort(byCodeUnits), {}, (path) => {
    const content = contents[path] ?? '';
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return bytes.length > largestFileBytes ? { ok: false, message: tooLarge } : { ok: true, bytes };
  });
}
