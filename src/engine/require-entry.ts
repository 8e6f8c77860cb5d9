import { UsageError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import { isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import type { EntryRequest } from './request.ts';

/** @throws UsageError if the entry point's file or code root is not in the repository. */
export function requireEntry({ root, file }: EntryRequest, repository: Repository): void {
  if (!repository.has(file)) {
    const modules = repository.files.filter((path) => path.endsWith('.py'));
    throw new UsageError(`--entry: there is no file ${file}.${didYouMean(file, modules)}`);
  }
  if (!isBelow(file, root)) throw new UsageError(`--root: ${file} is not below ${root}.`);
}
