// https://pipenv.pypa.io/en/latest/specifiers.html
import { specifierText } from '../requirement/specifier.ts';
import { parseSpecifier } from '../requirement/version.ts';

/** A version of Pipenv as PEP 440 writes it; `*` is empty, and undefined is none. */
export function pipenvSpecifier(version: string): string | undefined {
  const text = version.trim();
  if (text === '*' || text === '') return '';
  const clauses = parseSpecifier(/^\d/.test(text) ? `==${text}` : text);
  return clauses === undefined ? undefined : specifierText(clauses);
}
