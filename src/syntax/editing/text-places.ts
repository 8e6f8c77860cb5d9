import type { DataTree } from '../data-tree.ts';

/** What is read of any language: its text, lines and comments. */
type Commented = Pick<DataTree, 'text' | 'lines' | 'comments'>;

/** A text with its comments, and the questions that edits ask of it. Offsets are UTF-16 units. */
export class TextPlaces {
  readonly text: string;
  /** The line break that the text uses. */
  readonly eol: string;
  readonly #tree: Commented;

  constructor(tree: Commented) {
    this.text = tree.text;
    this.eol = tree.text.includes('\r\n') ? '\r\n' : '\n';
    this.#tree = tree;
  }

  /** The offset at which the line of `offset` begins. */
  lineStart(offset: number): number {
    const { line } = this.#tree.lines.position(offset);
    const start = this.#tree.lines.starts[line - 1] ?? 0;
    return start === 0 && this.text.startsWith('\uFEFF') ? 1 : start;
  }

  /** The offset at which the line of `offset` ends, its line break excluded. */
  lineEnd(offset: number): number {
    const found = /[\r\n]/g;
    found.lastIndex = offset;
    return found.exec(this.text)?.index ?? this.text.length;
  }

  /** The offset behind the line break of the line of `offset`. */
  nextLine(offset: number): number {
    const end = this.lineEnd(offset);
    return this.text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, this.text.length);
  }

  /** What stands on the line before `offset`. */
  before(offset: number): string {
    return this.text.slice(this.lineStart(offset), offset);
  }

  /** True if nothing but white space stands on the line before `offset`. */
  startsLine(offset: number): boolean {
    return this.before(offset).trim() === '';
  }

  /** White space as wide as what stands on the line before `offset`. */
  indentAt(offset: number): string {
    return this.before(offset).replaceAll(/[^\t]/g, ' ');
  }

  /** The first offset from `from` on that is neither white space nor in a comment. */
  skip(from: number): number {
    let at = from;
    while (at < this.text.length) {
      const comment = this.#commentAt(at);
      if (comment !== undefined) at = comment;
      else if (/\s/.test(this.text[at] ?? '')) at++;
      else break;
    }
    return at;
  }

  /** The end of what belongs to a line from `from` on if that is blank or a comment; undefined if more stands there. */
  restOfLine(from: number): number | undefined {
    const end = this.lineEnd(from);
    let at = from;
    while (at < end) {
      const comment = this.#commentAt(at);
      if (comment !== undefined && comment <= end) at = comment;
      else if (this.text[at] === ' ' || this.text[at] === '\t') at++;
      else return undefined;
    }
    return end;
  }

  /** The end of the comment that begins at an offset. */
  #commentAt(offset: number): number | undefined {
    const { comments } = this.#tree;
    let low = 0;
    let high = comments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const comment = comments[middle];
      if (comment === undefined || comment.start === offset) return comment?.end;
      if (comment.start < offset) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
