import { decodeText } from './decode.ts';
import { foldersOf } from './paths.ts';
import type { FileContent, Repository } from './repository.ts';

const noSuchFile: FileContent = { ok: false, message: 'no such file' };

/** A repository of files that are listed (sorted by code units) and of a way to read one of them, and to glance at it. */
export function snapshot(
  files: readonly string[],
  { unreadable = [], links = new Set() }: Partial<Pick<Repository, 'unreadable' | 'links'>>,
  readListed: (path: string) => FileContent,
  glanceAtListed: (path: string) => FileContent = readListed,
): Repository {
  const known = new Set(files);
  let folders: ReadonlySet<string> | undefined;
  const read = (path: string): FileContent => (known.has(path) ? readListed(path) : noSuchFile);
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
    glance: (path) => (known.has(path) ? glanceAtListed(path) : noSuchFile),
    readText: (path) => decodeText(read(path)),
  };
}
