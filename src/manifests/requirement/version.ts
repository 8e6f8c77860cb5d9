// https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers
import { compare, explain } from '@renovatebot/pep440';
import { Cursor } from './cursor.ts';
import { type Clause, readClauses } from './specifier.ts';

const longestVersion = 500;

/** A version in its parts, as far as they are asked for: the declarations that ship name no package of others. */
export interface Version {
  /** Without its local label. */
  readonly public: string;
  /** Epoch and release alone. */
  readonly base_version: string;
  readonly is_prerelease: boolean;
  readonly is_postrelease: boolean;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: readonly (string | number)[];
  readonly local: string | null;
}

/** A version as PEP 440 understands it; undefined where the text is none. */
export function parseVersion(text: string): Version | undefined {
  return text.length > longestVersion ? undefined : (explain(text.trim()) ?? undefined);
}

/** The clauses of a specifier; undefined where it holds anything that PEP 440 does not know. */
export function parseSpecifier(text: string): Clause[] | undefined {
  const cursor = new Cursor(text);
  const clauses = readClauses(cursor);
  cursor.skipSpace();
  return cursor.atEnd && clauses.every((clause) => clause.standard) ? clauses : undefined;
}

/**
 * True if the version satisfies every clause of the specifier; undefined where either is not of PEP 440. A pre-release
 * satisfies only a specifier that names one, unless `preReleases` lets all in.
 */
export function satisfies(version: string, specifier: string, preReleases = false): boolean | undefined {
  const clauses = parseSpecifier(specifier);
  const parsed = parseVersion(version);
  if (clauses === undefined) return undefined;
  if (parsed === undefined) {
    const same = clauses.length > 0 && clauses.every((clause) => clause.operator === '===');
    return same ? clauses.every((clause) => matches(version, undefined, clause)) : undefined;
  }
  const allowed = preReleases || !parsed.is_prerelease || clauses.some(namesPreRelease);
  return allowed && clauses.every((clause) => matches(version.trim(), parsed, clause));
}

/** PEP 440: a clause that names a pre-release lets them in, unless it excludes. */
function namesPreRelease(clause: Clause): boolean {
  return clause.operator !== '!=' && !clause.wildcard && parseVersion(clause.version)?.is_prerelease === true;
}

function matches(version: string, parsed: Version | undefined, clause: Clause): boolean {
  if (clause.operator === '===') return version.toLowerCase() === clause.version.toLowerCase();
  const bound = parseVersion(clause.version);
  if (parsed === undefined || bound === undefined) return false;
  switch (clause.operator) {
    case '==':
      return clause.wildcard ? startsWith(parsed, bound) : equals(parsed, version, bound, clause.version);
    case '!=':
      return !(clause.wildcard ? startsWith(parsed, bound) : equals(parsed, version, bound, clause.version));
    case '<=':
      return compare(parsed.public, clause.version) <= 0;
    case '>=':
      return compare(parsed.public, clause.version) >= 0;
    case '~=':
      return compare(parsed.public, clause.version) >= 0 && startsWith(parsed, shortened(bound));
    case '<':
      return less(parsed, bound, clause.version);
    case '>':
      return greater(parsed, bound, clause.version);
    default:
      return clause.operator satisfies never;
  }
}

/** A local label of the version counts only where the clause gives one too. */
function equals(parsed: Version, version: string, bound: Version, wanted: string): boolean {
  return compare(bound.local === null ? parsed.public : version, wanted) === 0;
}

/** The version's release begins with the bound's, missing parts being zero. */
function startsWith(parsed: Version, bound: Pick<Version, 'epoch' | 'release'>): boolean {
  return parsed.epoch === bound.epoch && bound.release.every((part, at) => (parsed.release[at] ?? 0) === part);
}

function shortened(bound: Version): Pick<Version, 'epoch' | 'release'> {
  return { epoch: bound.epoch, release: bound.release.slice(0, -1) };
}

/** `<2` leaves out 2's own pre-releases, unless the bound is a pre-release itself. */
function less(parsed: Version, bound: Version, wanted: string): boolean {
  return compare(parsed.public, bound.is_prerelease ? wanted : `${bound.public}.dev0`) < 0;
}

/** `>2` leaves out 2's own post-releases, unless the bound is a post-release itself, and its local labels. */
function greater(parsed: Version, bound: Version, wanted: string): boolean {
  if (compare(parsed.public, wanted) <= 0) return false;
  const own = parsed.is_postrelease && compare(withoutPost(parsed), wanted) === 0;
  return bound.is_postrelease || !own;
}

function withoutPost(version: Version): string {
  return version.base_version + (version.pre?.join('') ?? '');
}
