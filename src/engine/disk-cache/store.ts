import { hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { evictOldest } from './evict.ts';

/** Texts on disk, one file for each key. Nothing that happens to the files, and nobody else's file, is ever an error. */
export interface Store {
  /** The text that was kept last; undefined if there is none, or none that is whole and ours. */
  get(key: string): string | undefined;
  /** Keeps a text in the place of the last one; false if the folder does not let us. */
  set(key: string, text: string): boolean;
}

/** The largest text that is kept or read, in bytes. */
export const largestEntryBytes: number = 32 * 1024 * 1024;

/** What all files of the cache may weigh together, in bytes; those that were not used for longest go. */
export const largestCacheBytes: number = 256 * 1024 * 1024;

/** The first line of each file: what it is, the format of the rest, and a digest by which a damaged file is known. */
const magic = 'skyworthy-cache 1';
const headBytes = magic.length + 2 + 64;

/** A store in a folder, which is made when something is kept. Several processes may use it at once. */
export function openStore(folder: string, most: number = largestCacheBytes): Store {
  const fileOf = (key: string): string => join(folder, `${hash('sha256', key).slice(0, 40)}.cache`);
  return {
    get(key) {
      try {
        return readWhole(fileOf(key), key);
      } catch {
        return undefined;
      }
    },
    set(key, text) {
      const whole = Buffer.from(headOf(key, text) + text);
      if (whole.length > largestEntryBytes) return false;
      const file = fileOf(key);
      if (!replaceFile(folder, file, whole)) return false;
      evictOldest(folder, most, file);
      return true;
    },
  };
}

/** The digest covers the key, so that a file under another's name is none. */
function headOf(key: string, text: string): string {
  return `${magic} ${hash('sha256', `${key}\0${text}`)}\n`;
}

/** Opened so that a pipe of that name cannot stop us. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function readWhole(file: string, key: string): string | undefined {
  const handle = openSync(file, readOnly);
  try {
    const stats = fstatSync(handle);
    if (!isOurs(stats) || stats.size < headBytes || stats.size > largestEntryBytes) return undefined;
    const bytes = Buffer.alloc(stats.size);
    if (readSync(handle, bytes, 0, stats.size, 0) !== stats.size) return undefined;
    const text = bytes.toString('utf8', headBytes);
    if (bytes.toString('latin1', 0, headBytes) !== headOf(key, text)) return undefined;
    markUsed(handle);
    return text;
  } finally {
    closeSync(handle);
  }
}

/** What somebody else can have written is not read: where users have numbers, the file is ours and ours alone to write. */
function isOurs(stats: Stats): boolean {
  const user = process.getuid?.();
  return stats.isFile() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0));
}

function markUsed(handle: number): void {
  const now = Date.now() / 1000;
  try {
    futimesSync(handle, now, now);
  } catch {
    // A folder that is only read is never cleared by us either.
  }
}

/** Writes a file that others see whole or not at all. */
function replaceFile(folder: string, file: string, bytes: Uint8Array): boolean {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
    return true;
  } catch {
    removeQuietly(temporary);
    return false;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be removed stays; a later run tries again.
  }
}
