// https://packaging.python.org/en/latest/specifications/version-specifiers/
import type { Cursor } from './cursor.ts';

export type Operator = '===' | '==' | '~=' | '!=' | '<=' | '>=' | '<' | '>';

/** One clause of a version specifier, such as `>=1.2`. */
export interface Clause {
  readonly operator: Operator;
  /** The version without a wildcard. */
  readonly version: string;
  /** It ends in `.*`. */
  readonly wildcard: boolean;
  /** The version follows PEP 440; others were read by older installers alone. */
  readonly standard: boolean;
}

const suffixes = [
  '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?',
  '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?',
  '(?:[-_.]?dev[-_.]?[0-9]*)?',
].join('');
const local = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';
const release = 'v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)*';
const end = '(?=[\\s,;)\\]]|$)';

const standardVersion: Record<Operator, RegExp> = {
  '===': /[^\s,;)]+/y,
  '==': new RegExp(`${release}(?:\\.\\*|${suffixes}${local})${end}`, 'iy'),
  '!=': new RegExp(`${release}(?:\\.\\*|${suffixes}${local})${end}`, 'iy'),
  '~=': new RegExp(`v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)+${suffixes}${end}`, 'iy'),
  '<=': new RegExp(`${release}${suffixes}${end}`, 'iy'),
  '>=': new RegExp(`${release}${suffixes}${end}`, 'iy'),
  '<': new RegExp(`${release}${suffixes}${end}`, 'iy'),
  '>': new RegExp(`${release}${suffixes}${end}`, 'iy'),
};
const operator = /===|==|~=|!=|<=|>=|<|>/y;
const anyVersion = /[^,;\s)]+/y;

/** Reads one clause where the cursor stands; undefined where none does, and the cursor stays. */
export function readClause(cursor: Cursor): Clause | undefined {
  const start = cursor.offset;
  const found = cursor.take(operator) as Operator | undefined;
  if (found === undefined) return undefined;
  cursor.take(/\s*/y);
  const standard = cursor.take(standardVersion[found]);
  const written = standard ?? cursor.take(anyVersion);
  if (written === undefined) {
    cursor.offset = start;
    return undefined;
  }
  const wildcard = found !== '===' && written.endsWith('.*');
  return {
    operator: found,
    version: wildcard ? written.slice(0, -2) : written,
    wildcard,
    standard: standard !== undefined,
  };
}

/** Reads clauses separated by commas (a last comma is allowed, as installers do). */
export function readClauses(cursor: Cursor): Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    cursor.skipSpace();
    const clause = readClause(cursor);
    if (clause === undefined) return clauses;
    clauses.push(clause);
    cursor.skipSpace();
    if (!cursor.accept(',')) return clauses;
  }
}

/** The clauses as PEP 440 writes them: in the order given, without spaces. */
export function specifierText(clauses: readonly Clause[]): string {
  return clauses.map((clause) => clause.operator + clause.version + (clause.wildcard ? '.*' : '')).join(',');
}
