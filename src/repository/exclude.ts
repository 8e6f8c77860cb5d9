import ignore from 'ignore';
import type { Repository } from './repository.ts';
import { snapshot } from './snapshot.ts';

/** The repository without the files that the patterns (as in a .gitignore) match; an excluded file cannot be read. */
export function excludeFiles(repository: Repository, patterns: readonly string[]): Repository {
  if (patterns.length === 0) return repository;
  const rules = ignore().add([...patterns]);
  const files = repository.files.filter((file) => !rules.ignores(file));
  return snapshot(files, repository, repository.read, repository.glance);
}
