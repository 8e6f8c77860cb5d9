/** A text that was made from another one, and where each of its characters stood there. */
export interface MappedText {
  readonly text: string;
  /** The offset in the source of the character at `index` (of the text's end, for its length). */
  origin(index: number): number;
}

/** A text that is its own source, `start` characters into it. */
export function wholeText(text: string, start = 0): MappedText {
  return { text, origin: (index) => start + index };
}

/** A part of a text. */
export function slice(of: MappedText, start: number, end: number): MappedText {
  return { text: of.text.slice(start, end), origin: (index) => of.origin(start + index) };
}

/** What was made from a text that was made from another one, seen from the first. */
export function through(inner: MappedText, outer: MappedText): MappedText {
  return { text: inner.text, origin: (index) => outer.origin(inner.origin(index)) };
}

/** Puts a text together from pieces of a source, keeping a note wherever the two do not go side by side. */
export class MappedTextBuilder {
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];
  #length = 0;
  #next = -1;

  get length(): number {
    return this.#length;
  }

  /** Adds `piece`, which stands in the source at `origin`, where it may be longer (an entity, an escape): `width` there. */
  add(piece: string, origin: number, width: number = piece.length): void {
    if (piece === '') return;
    if (origin !== this.#next) {
      this.#starts.push(this.#length);
      this.#origins.push(origin);
    }
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#next = width === piece.length ? origin + width : -1;
  }

  /** What has been put together. */
  build(): MappedText {
    const text = this.#pieces.join('');
    const starts = this.#starts;
    const origins = this.#origins;
    return {
      text,
      origin(index) {
        let low = 0;
        for (let high = starts.length - 1; low < high; ) {
          const middle = (low + high + 1) >> 1;
          if ((starts[middle] ?? 0) <= index) low = middle;
          else high = middle - 1;
        }
        return (origins[low] ?? 0) + index - (starts[low] ?? 0);
      },
    };
  }
}
