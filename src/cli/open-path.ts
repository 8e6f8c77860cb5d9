import { resolve } from 'node:path';
import { openRepository } from '../repository/disk.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * Opens the repository that a command names, relative to `--cwd` or the current folder.
 * @throws UsageError if it is no folder.
 */
export function openPath(path: string, folder: string | undefined): Repository {
  return openRepository(resolve(folder ?? '.', path), path);
}
