// https://packaging.python.org/en/latest/specifications/version-specifiers/#version-matching
import { parseSpecifier } from './version.ts';

/** True if one version at most satisfies the specifier: it has a clause `==1.2.3` without wildcard, or `===`. */
export function isPinned(specifier: string): boolean {
  const clauses = parseSpecifier(specifier);
  if (clauses === undefined) return /^={2,3}[^,*\s]+$/.test(specifier);
  return clauses.some(({ operator, wildcard }) => operator === '===' || (operator === '==' && !wildcard));
}
