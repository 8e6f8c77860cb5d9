/**
 * What the file system says of a file without opening it, as git's index keeps it: size, times of change, inode. Equal
 * stamps mean equal content, unless the file was changed twice within one tick of the file system's clock.
 */
export interface Stamp {
  readonly text: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedMs: number;
}

/** What of `node:fs`' Stats a stamp needs; named here, so that the types of the package need none of Node's. */
interface FileTimes {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** The stamp of a file. The time of the last change to the inode is in it, which no program can set back. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: FileTimes): Stamp {
  return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changedMs: Math.max(mtimeMs, ctimeMs) };
}
