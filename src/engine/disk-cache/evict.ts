import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The cache's own files; no other file of the folder is touched. */
const ownFile = /^[0-9a-f]{40}\.cache(\.[0-9a-f-]{36}\.tmp)?$/;

/** Unfinished files of this age, in milliseconds, belong to a run that was killed. */
const abandonedMs = 60 * 60 * 1000;

/** Once the bound is reached, this share of it is kept, so that not every run has to clear. */
const keptShare = 0.75;

/** Removes what killed runs left and, if the files together weigh more than `most` bytes, those used longest ago but `fresh`. */
export function evictOldest(folder: string, most: number, fresh: string): void {
  const now = Date.now();
  const kept: Entry[] = [];
  for (const entry of entriesOf(folder)) {
    if (!entry.file.endsWith('.tmp')) kept.push(entry);
    else if (now - entry.usedMs > abandonedMs) remove(entry.file);
  }
  let total = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total <= most) return;
  for (const { file, sizeBytes } of kept.sort((a, b) => a.usedMs - b.usedMs)) {
    if (total <= most * keptShare) return;
    if (file === fresh) continue;
    remove(file);
    total -= sizeBytes;
  }
}

interface Entry {
  readonly file: string;
  readonly sizeBytes: number;
  readonly usedMs: number;
}

/** Other runs clear at the same time: what is gone is gone. */
function entriesOf(folder: string): Entry[] {
  return namesIn(folder).flatMap((name) => {
    if (!ownFile.test(name)) return [];
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true ? [{ file, sizeBytes: stats.size, usedMs: stats.mtimeMs }] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Open elsewhere (Windows): the next run tries again.
  }
}
