import { ConfigurationError } from '../evidence/errors.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * Sees to it that what stands under the name of a configuration file, if anything, is one that is read.
 * @throws ConfigurationError for a symbolic link, a folder, and what ignore rules leave out.
 */
export function requireFile(file: string, repository: Repository): void {
  const fault = faultOf(file, repository);
  if (fault !== undefined) throw new ConfigurationError({ file, line: 1, column: 1 }, fault);
}

function faultOf(file: string, repository: Repository): string | undefined {
  if (repository.links.has(file)) return 'it is a symbolic link, which is not followed: put the file here.';
  if (repository.hasFolder(file)) return 'it is a folder: put a file of that name here.';
  if (repository.has(file) || repository.disk?.stamp(file) === undefined) return undefined;
  return 'it is an empty folder, or left out by ignore rules: put a file here that git keeps.';
}
