import { resolve } from 'node:path';
import { openRepository, readFile } from '../repository/disk.ts';
import type { FileContent, Repository } from '../repository/repository.ts';

/**
 * Opens the repository that a command names, relative to `--cwd` or the current folder.
 * @throws UsageError if it is no folder.
 */
export function openPath(path: string, folder: string | undefined): Repository {
  return openRepository(resolve(folder ?? '.', path), path === '.' ? (folder ?? path) : path);
}

/** The content of a file that a command names; undefined if the path is no file. */
export function readPath(path: string, folder: string | undefined): FileContent | undefined {
  return readFile(resolve(folder ?? '.', path));
}
