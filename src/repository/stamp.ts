import type { Stats } from 'node:fs';

/**
 * What the file system says of a file without opening it, as git's index keeps it: size, times of change, inode. Equal
 * stamps mean equal content, unless the file was changed twice within one tick of the file system's clock.
 */
export interface Stamp {
  readonly text: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedMs: number;
}

/** The stamp of a file. The time of the last change to the inode is in it, which no program can set back. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changedMs: Math.max(mtimeMs, ctimeMs) };
}
