// https://git-scm.com/docs/gitignore, https://github.com/git/git/blob/master/wildmatch.c

/** A part of a pattern that stands for one character. */
type Letter = string | LetterClass | typeof anyLetter;
const anyLetter = Symbol('?');
const star = Symbol('*');

/** Letters from one to another, or all but those. */
interface LetterClass {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [from: string, to: string])[];
}

/** One name of a path, as a pattern says it. */
type NamePattern = readonly (Letter | typeof star)[];

/** A pattern, taken apart: each part is one name of a path or `**`. */
export type Glob = readonly (NamePattern | typeof star)[];

/** Takes a pattern apart at its slashes. `**` at its end stands for anything below, but not for the folder itself. */
export function readGlob(pattern: string): Glob {
  const parts = pattern.split('/').map((part) => (/^\*{2,}$/.test(part) ? star : readName(part)));
  return parts.length > 1 && parts.at(-1) === star ? [...parts, [star]] : parts;
}

/** True if the names of a path are what the pattern says. It takes time linear in each of them for the other's length. */
export function fitsGlob(glob: Glob, names: readonly string[]): boolean {
  return fitsRow(glob, names, (pattern, name) => pattern !== star && fitsRow(pattern, name, fitsLetter));
}

function fitsLetter(letter: Letter | typeof star, found: string): boolean {
  if (typeof letter !== 'object') return letter === found || letter === anyLetter;
  return letter.ranges.some(([from, to]) => from <= found && found <= to) !== letter.negated;
}

/** True if the items are what a row of patterns says, in which each star stands for any number of items. */
function fitsRow<Pattern>(
  row: readonly Pattern[],
  items: ArrayLike<string>,
  fits: (pattern: Pattern, item: string) => boolean,
): boolean {
  let at = 0;
  let lastStar = -1;
  let starEnd = 0;
  for (let index = 0; index < items.length; ) {
    const pattern = row[at];
    if (pattern === star) {
      lastStar = at++;
      starEnd = index;
    } else if (pattern !== undefined && fits(pattern, items[index] ?? '')) {
      at++;
      index++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      index = ++starEnd;
    } else return false;
  }
  while (row[at] === star) at++;
  return at === row.length;
}

function readName(text: string): NamePattern {
  const letters: (Letter | typeof star)[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '*') letters.push(star);
    else if (letter === '?') letters.push(anyLetter);
    else if (letter === '\\') letters.push(text[++at] ?? '');
    else if (letter === '[') {
      const { found, end } = readClass(text, at);
      letters.push(found);
      at = end;
    } else letters.push(letter);
  }
  return letters;
}

/** `[a-z]` or `[!a-z]`, and the offset of its last bracket; without one it is nothing. */
function readClass(text: string, start: number): { found: LetterClass; end: number } {
  const negated = text[start + 1] === '!' || text[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const ranges: (readonly [string, string])[] = [];
  let before: string | undefined;
  let at = first;
  for (; at < text.length && (text[at] !== ']' || at === first); at++) {
    const named = /^\[:(\w+):\]/.exec(text.slice(at, at + 12));
    const isRange = text[at] === '-' && before !== undefined && at + 1 < text.length && text[at + 1] !== ']';
    if (named !== null) {
      ranges.push(...(namedClasses[named[1] ?? ''] ?? []));
      at += named[0].length - 1;
      before = undefined;
      continue;
    }
    if (isRange) at++;
    const letter = text[at] === '\\' ? (text[++at] ?? '') : (text[at] ?? '');
    ranges.push([isRange ? (before ?? '') : letter, letter]);
    before = isRange ? undefined : letter;
  }
  return at < text.length
    ? { found: { negated, ranges }, end: at }
    : { found: { negated: false, ranges: [] }, end: at };
}

const namedClasses: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  alpha: [
    ['A', 'Z'],
    ['a', 'z'],
  ],
  digit: [['0', '9']],
  alnum: [
    ['0', '9'],
    ['A', 'Z'],
    ['a', 'z'],
  ],
  upper: [['A', 'Z']],
  lower: [['a', 'z']],
  space: [
    ['\t', '\r'],
    [' ', ' '],
  ],
};
