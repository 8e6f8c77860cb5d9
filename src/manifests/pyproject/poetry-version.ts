// https://python-poetry.org/docs/dependency-specification/#version-constraints

/** A constraint of Poetry, translated. */
export interface PoetryVersion {
  /** As PEP 440 writes it; for alternatives the range that holds them all. */
  readonly specifier: string;
  /** Why the specifier says less than what is written, or null. */
  readonly fault: string | null;
}

const longest = 1000;
const release = /^v?((?:\d+!)?)(\d+(?:\.\d+)*)/;

/** Translates `^1.2`, `~1.2`, `1.2.*`, `>=1 <2`, `1.2`, `*` and alternatives (`^2.7 || ^3.6`) into PEP 440. */
export function translatePoetryVersion(text: string): PoetryVersion {
  const alternatives =
    text.length > longest ? [undefined] : text.split(/\|\|?/).map((part) => translateAll(part.trim()));
  if (alternatives.includes(undefined))
    return { specifier: '', fault: `${text.slice(0, 100)} is no version constraint of Poetry` };
  const known = alternatives.filter((alternative) => alternative !== undefined);
  const [only] = known;
  if (known.length === 1 && only !== undefined) return { specifier: only.join(','), fault: null };
  if (known.some((clauses) => clauses.length === 0)) return { specifier: '', fault: null };
  const { specifier, exact } = hull(known.map((clauses) => clauses.flatMap(boundsOf)));
  const fault = `${text}: alternatives have no form in PEP 440, so the range that holds them all is taken`;
  return { specifier, fault: exact ? null : fault };
}

/** The clauses of constraints that all hold; undefined where one can't be read. */
function translateAll(text: string): string[] | undefined {
  const joined = text.replaceAll(/([\^~<>=!]+)\s+/g, '$1');
  const parts = joined.split(/[\s,]+/).filter(Boolean);
  const clauses = parts.map(translateOne);
  return clauses.every((clause) => clause !== undefined) ? clauses.flat() : undefined;
}

function translateOne(part: string): string[] | undefined {
  if (part === '*' || /^[xX]$/.test(part)) return [];
  const [, operator = '', version = ''] = /^(\^|~=|~|===?|=|!=|<>|>=|<=|>|<)?(.*)$/s.exec(part) ?? [];
  if (!release.test(version)) return undefined;
  const plain = version.replace(/^v/, '');
  if (/\.[xX*]$/.test(plain)) return wildcard(operator, plain.replace(/(?:\.[xX*])+$/, ''));
  switch (operator) {
    case '^':
      return [`>=${plain}`, `<${caretEnd(plain)}`];
    case '~':
      return [`>=${plain}`, `<${bumped(plain, partsOf(plain).length === 1 ? 0 : 1)}`];
    case '~=':
      return partsOf(plain).length === 1 ? translateOne(`~${plain}`) : [`~=${plain}`];
    case '':
    case '=':
      return [`==${plain}`];
    case '<>':
      return [`!=${plain}`];
    default:
      return [`${operator}${plain}`];
  }
}

function wildcard(operator: string, version: string): string[] | undefined {
  if (operator === '' || operator === '=' || operator === '==') return [`==${version}.*`];
  if (operator === '!=' || operator === '<>') return [`!=${version}.*`];
  return operator === '>=' || operator === '<' || operator === '>' || operator === '<=' || operator === '^'
    ? translateOne(operator + version)
    : undefined;
}

function partsOf(version: string): number[] {
  return (release.exec(version)?.[2] ?? '0').split('.').map(Number);
}

/** A caret keeps the first part that is not zero: `^0.2.3` ends before 0.3.0, `^0.0` before 0.1. */
function caretEnd(version: string): string {
  const parts = partsOf(version);
  const [major = 0, minor, patch] = parts;
  if (major > 0 || minor === undefined) return bumped(version, 0);
  return minor > 0 || patch === undefined ? bumped(version, 1) : bumped(version, 2);
}

/** The next version at a part, the parts after it zero, as many parts as were written. */
function bumped(version: string, at: number): string {
  const epoch = release.exec(version)?.[1] ?? '';
  const parts = partsOf(version).map((part, index) => (index < at ? part : index === at ? part + 1 : 0));
  return epoch + parts.join('.');
}

interface Bound {
  readonly version: string;
  readonly operator: '>=' | '>' | '<' | '<=';
}

/**
 * The lowest lower bound and the highest upper bound, where every alternative has one. Exact if what lies between the
 * alternatives are single versions: `>=3.9,<3.9.7 || >3.9.7,<3.14` is `>=3.9,<3.14,!=3.9.7`.
 */
function hull(alternatives: readonly (readonly Bound[])[]): { specifier: string; exact: boolean } {
  const side = (sign: '>' | '<'): Bound[] =>
    alternatives.flatMap((bounds) => bounds.find(({ operator }) => operator.startsWith(sign)) ?? []).sort(byVersion);
  const [lower, upper] = [side('>'), side('<')];
  const gaps = lower.slice(1).map(({ operator, version }, index) => {
    const before = upper[index];
    return operator === '>' && before?.operator === '<' && before.version === version ? `!=${version}` : undefined;
  });
  const [first, last] = [lower[0], upper.at(-1)];
  const clauses = [
    ...(first !== undefined && lower.length === alternatives.length ? [first.operator + first.version] : []),
    ...(last !== undefined && upper.length === alternatives.length ? [last.operator + last.version] : []),
  ];
  const whole = alternatives.every((bounds) => bounds.length === 2) && gaps.every((gap) => gap !== undefined);
  return { specifier: [...clauses, ...(whole ? gaps : [])].join(','), exact: whole };
}

/** What a clause bounds: `==1.2.*` from 1.2 to before 1.3. */
function boundsOf(clause: string): Bound[] {
  const [, operator = '', version = '', star] = /^([~=<>!]+)(.*?)(\.\*)?$/.exec(clause) ?? [];
  const last = partsOf(version).length - 1;
  switch (operator) {
    case '>=':
    case '>':
    case '<':
    case '<=':
      return [{ operator, version }];
    case '==':
      return [
        { operator: '>=', version },
        star === undefined ? { operator: '<=', version } : { operator: '<', version: bumped(version, last) },
      ];
    case '~=':
      return [
        { operator: '>=', version },
        { operator: '<', version: bumped(version, last - 1) },
      ];
    default:
      return [];
  }
}

function byVersion(a: Bound, b: Bound): number {
  const [left, right] = [partsOf(a.version), partsOf(b.version)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
