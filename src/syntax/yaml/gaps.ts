// What stands between the tokens that js-yaml reports: white space, comments, indicators and markers.
import type { Comment } from '../data-tree.ts';

/** True for a space, a tab or a line's end. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** The offset of the end of the line that `from` lies in, its line break excluded. */
export function endOfLine(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  return at;
}

/** The first offset from `from` on that is neither white space nor in a comment. */
export function skipBlank(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (source[at] === '#' && (at === 0 || isBlank(source[at - 1]))) at = endOfLine(source, at);
    else if (isBlank(source[at])) at++;
    else break;
  }
  return at;
}

/** Behind the next token if it is `mark` (the `:` of an empty value, the `-` of an empty item), else `from`. */
export function behindMark(source: string, from: number, mark: string): number {
  const at = skipBlank(source, from);
  return source[at] === mark && /^[\s,[\]{}]?$/.test(source[at + 1] ?? '') ? at + 1 : from;
}

/** The `|` or `>` of a block scalar whose indicators, comments and line break lie between `from` and `contentStart`. */
export function blockHeader(source: string, from: number, contentStart: number): number {
  let at = skipBlank(source, from);
  while (at < contentStart && source[at] !== '|' && source[at] !== '>') at = skipBlank(source, at + 1);
  return Math.min(at, contentStart);
}

/** The end of a block scalar's content: behind the last line that is not empty. */
export function blockEnd(source: string, header: number, contentStart: number, contentEnd: number): number {
  let end = contentEnd;
  while (end > contentStart && isBlank(source[end - 1])) end--;
  if (end > contentStart) return end;
  end = endOfLine(source, header);
  while (end > header && isBlank(source[end - 1])) end--;
  return end;
}

/** Walks from token to token and collects the comments that lie between them. */
export class Gaps {
  readonly #source: string;
  readonly #base: number;
  readonly #comments: Comment[];
  /** How far comments are collected. */
  done = 0;
  /** Behind the last token passed. */
  end = 0;
  #hash = -1;

  constructor(source: string, base: number, comments: Comment[]) {
    this.#source = source;
    this.#base = base;
    this.#comments = comments;
  }

  /** Goes over the gap before a token and over the token. */
  pass(start: number, end: number): void {
    this.passTo(start);
    this.done = Math.max(this.done, end);
    this.end = end;
  }

  /** Goes over the gap that ends at `until`. */
  passTo(until: number): void {
    while (this.done < until) {
      if (this.#hash < this.done) this.#hash = indexOrEnd(this.#source, '#', this.done);
      if (this.#hash >= until) break;
      if (this.#hash > 0 && !isBlank(this.#source[this.#hash - 1]) && this.#source[this.#hash - 1] !== '\uFEFF') {
        this.#hash = indexOrEnd(this.#source, '#', this.#hash + 1);
        continue;
      }
      const end = endOfLine(this.#source, this.#hash);
      this.#comments.push({ start: this.#base + this.#hash, end: this.#base + end });
      this.#hash = indexOrEnd(this.#source, '#', end);
    }
    this.done = Math.max(this.done, until);
  }
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index < 0 ? text.length : index;
}
