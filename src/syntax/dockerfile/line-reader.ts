// https://docs.docker.com/reference/dockerfile/#format and #escape
import type { Comment } from '../data-tree.ts';
import type { Heredoc } from './model.ts';

/** One instruction's text with continuations joined; `offset` gives the place in the file of a place in it. */
export interface LogicalLine {
  readonly text: string;
  readonly escape: string;
  readonly end: number;
  offset(at: number): number;
}

/** Cuts a Dockerfile into instructions and collects comments. */
export class LineReader {
  readonly #text: string;
  readonly #escape: string;
  readonly #comments: Comment[];
  #at: number;

  constructor(text: string, escape: string, comments: Comment[]) {
    this.#text = text;
    this.#escape = escape;
    this.#comments = comments;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The next instruction; undefined at the end. */
  next(): LogicalLine | undefined {
    const pieces: Piece[] = [];
    let length = 0;
    while (this.#at < this.#text.length) {
      const { start, end } = this.#line();
      const indent = leadingBlanks(this.#text, start, end);
      if (indent === end || this.#text[indent] === '#') {
        if (indent < end) this.#comments.push({ start: indent, end });
        continue; // also within a continuation
      }
      const stop = this.#continuation(start, end);
      const from = pieces.length === 0 ? indent : start;
      pieces.push({ joined: length, start: from, text: this.#text.slice(from, stop ?? end) });
      length += (stop ?? end) - from;
      if (stop === undefined) break;
    }
    return pieces.length === 0 ? undefined : join(pieces, this.#escape);
  }

  /** The bodies of the here-documents that the last instruction announces, and where they end. */
  heredoc(name: string, chomp: boolean, expands: boolean): { heredoc: Heredoc; closed: boolean; end: number } {
    const first = this.#at;
    const body: string[] = [];
    while (this.#at < this.#text.length) {
      const { start, end } = this.#line();
      const written = this.#text.slice(start, end);
      const line = chomp ? written.replace(/^\t+/, '') : written;
      if (line === name) {
        const heredoc = { name, expands, text: body.join(''), start: first, end: start };
        return { heredoc, closed: true, end };
      }
      body.push(line, '\n');
    }
    const end = this.#text.length;
    return { heredoc: { name, expands, text: body.join(''), start: first, end }, closed: false, end };
  }

  /** Goes to the next line, and gives the range of the one passed, its line break excluded. */
  #line(): { start: number; end: number } {
    const start = this.#at;
    const feed = this.#text.indexOf('\n', start);
    this.#at = feed < 0 ? this.#text.length : feed + 1;
    const end = feed < 0 ? this.#text.length : feed;
    return { start, end: end > start && this.#text[end - 1] === '\r' ? end - 1 : end };
  }

  /** Where the escape character at the end of a line stands; undefined where there is none. */
  #continuation(start: number, end: number): number | undefined {
    let last = end - 1;
    while (last > start && (this.#text[last] === ' ' || this.#text[last] === '\t')) last--;
    return this.#text[last] === this.#escape ? last : undefined;
  }
}

interface Piece {
  readonly joined: number;
  readonly start: number;
  readonly text: string;
}

function join(pieces: readonly Piece[], escape: string): LogicalLine {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  const offset = (at: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.joined ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece ? piece.start + at - piece.joined : 0;
  };
  return { text, escape, end: text === '' ? offset(0) : offset(text.length - 1) + 1, offset };
}

function leadingBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}
