import ignore from 'ignore';
import type { Repository } from './repository.ts';

/** The repository without the files that the patterns (as in a .gitignore) match; an excluded file cannot be read. */
export function excludeFiles(repository: Repository, patterns: readonly string[]): Repository {
  if (patterns.length === 0) return repository;
  const rules = ignore().add([...patterns]);
  const files = repository.files.filter((file) => !rules.ignores(file));
  const kept = new Set(files);
  const missing = { ok: false, message: 'no such file' } as const;
  return {
    files,
    unreadable: repository.unreadable,
    has: (path) => kept.has(path),
    read: (path) => (kept.has(path) ? repository.read(path) : missing),
    readText: (path) => (kept.has(path) ? repository.readText(path) : missing),
  };
}
