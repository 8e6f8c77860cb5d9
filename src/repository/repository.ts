import type { Stamp } from './stamp.ts';

/** A file that was read, or why it was not; with its stamp, taken before it was read, where it has one. */
export type FileContent =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly stamp?: Stamp }
  | { readonly ok: false; readonly message: string; readonly stamp?: Stamp };

/** A text file that was read as UTF-8 (a byte order mark is dropped), or why it was not. */
export type TextContent =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** A file or folder that could not be read, and why. */
export interface UnreadableFile {
  readonly file: string;
  readonly message: string;
}

/**
 * A snapshot of a repository's files. Paths are relative to its root, with `/`, and never lead out of it: neither by
 * `..` nor by a symbolic link. On disk (`openRepository`) or in memory (`memoryRepository`).
 */
export interface Repository {
  /** The files that ignore rules leave, sorted by code units. */
  readonly files: readonly string[];
  /** Symbolic links to files and folders: left out, so what they point at may be missing here. */
  readonly links: ReadonlySet<string>;
  /** Folders that could not be listed. */
  readonly unreadable: readonly UnreadableFile[];
  /** True if the path is one of `files`. */
  has(path: string): boolean;
  /** True if one of `files` lies below the path; `.` is the root. */
  hasFolder(path: string): boolean;
  /** The bytes of one of `files`; a file that is missing, too large or unreadable is a value. */
  read(path: string): FileContent;
  /** The same for a short look: the bytes are good until the next glance, and nothing is kept of them. */
  glance(path: string): FileContent;
  /** The same as text; a file with NUL bytes or that is not UTF-8 is a value too. */
  readText(path: string): TextContent;
  /** Where it lies on disk; in memory it lies nowhere. */
  readonly disk?: DiskPlace;
}

/** A folder on disk, and what its file system says of the files in it now. */
export interface DiskPlace {
  /** The absolute path of the root. */
  readonly root: string;
  /** The stamp of one of the files; undefined if it is gone or cannot be looked at. */
  stamp(path: string): Stamp | undefined;
}

/** The largest file that is read, in bytes; a larger one is reported as unreadable. */
export const largestFileBytes: number = 16 * 1024 * 1024;

/** What is said of a file above that size. */
export const tooLarge: string = `larger than ${largestFileBytes / (1024 * 1024)} MiB`;
