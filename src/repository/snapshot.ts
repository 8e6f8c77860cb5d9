import { decodeText } from './decode.ts';
import { foldersOf } from './paths.ts';
import type { FileContent, Repository } from './repository.ts';

/** A repository of files that are listed (sorted by code units) and of a way to read one of them. */
export function snapshot(
  files: readonly string[],
  { unreadable = [], links = new Set() }: Partial<Pick<Repository, 'unreadable' | 'links'>>,
  readListed: (path: string) => FileContent,
): Repository {
  const known = new Set(files);
  let folders: ReadonlySet<string> | undefined;
  const read = (path: string): FileContent =>
    known.has(path) ? readListed(path) : { ok: false, message: 'no such file' };
  return {
    files,
    unreadable,
    links,
    has: (path) => known.has(path),
    hasFolder: (path) => {
      folders ??= foldersOf(files);
      return folders.has(path);
    },
    read,
    readText: (path) => decodeText(read(path)),
  };
}
