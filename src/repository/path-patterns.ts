import ignore from 'ignore';

/** Tells whether patterns (as in a .gitignore) match a path that is relative to the root; none match nothing. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignore().add([...patterns]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
