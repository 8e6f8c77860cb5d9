import { foldersOf } from '../../repository/paths.ts';
import type { Repository, UnreadableFile } from '../../repository/repository.ts';
import type { Tree } from '../../syntax/python/index.ts';
import { scanImportNames } from '../scan-imports.ts';
import { type Parse, parseOnce } from './parse-once.ts';

/** The Python files of a repository, as programs see them. */
export interface Sources {
  has(file: string): boolean;
  /** True if a Python file lies in the folder or below it. */
  hasPython(folder: string): boolean;
  /** The tree of a file; undefined if it cannot be read. Files with the same content share one. */
  tree(file: string): Tree | undefined;
  /** The names on the import lines of a file, by a byte scan: a superset of the parts of what it imports. */
  importNames(file: string): ReadonlySet<string>;
  /** The bytes of a file; undefined if it cannot be read. */
  bytes(file: string): Uint8Array | undefined;
  /** The files that were asked for and cannot be read. */
  readonly unreadable: readonly UnreadableFile[];
}

/** The Python files of a repository. Each is parsed once, when it is first asked for. */
export function openSources(repository: Repository, parse: Parse = parseOnce()): Sources {
  const folders = foldersOf(repository.files.filter((file) => /\.pyi?$/.test(file)));
  const byFile = new Map<string, Tree | undefined>();
  const contents = new Map<string, Buffer | undefined>();
  const names = new Map<string, ReadonlySet<string>>();
  const unreadable: UnreadableFile[] = [];
  const bytesOf = (file: string): Buffer | undefined => {
    if (!contents.has(file)) contents.set(file, load(file));
    return contents.get(file);
  };
  const load = (file: string): Buffer | undefined => {
    if (!repository.has(file)) return undefined;
    const content = repository.read(file);
    const message = content.ok
      ? content.bytes.includes(0)
        ? 'binary file (it has a NUL byte)'
        : null
      : content.message;
    if (!content.ok || message !== null) {
      unreadable.push({ file, message: message ?? '' });
      return undefined;
    }
    const { buffer, byteOffset, byteLength } = content.bytes;
    return Buffer.from(buffer, byteOffset, byteLength);
  };
  const read = (file: string): Tree | undefined => {
    const bytes = bytesOf(file);
    return bytes === undefined ? undefined : parse(bytes);
  };
  return {
    has: (file) => repository.has(file),
    hasPython: (folder) => folders.has(folder),
    unreadable,
    tree(file) {
      if (!byFile.has(file)) byFile.set(file, read(file));
      return byFile.get(file);
    },
    importNames(file) {
      let found = names.get(file);
      if (found === undefined) {
        const bytes = bytesOf(file);
        found = bytes === undefined ? new Set() : scanImportNames(bytes);
        names.set(file, found);
      }
      return found;
    },
    bytes: bytesOf,
  };
}
