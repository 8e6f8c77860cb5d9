import type { Names } from '../names.ts';
import type { FeatureId, FeatureUse } from '../versions.ts';

/** A syntax error: a byte range and what is wrong. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const INITIAL_TOKENS = 1 << 15;
const INITIAL_COMMENTS = 1 << 10;
const PADDING = 16;

/** Tokens kept in typed arrays between parses; longer ones are dropped after use. */
const KEPT_TOKENS = 1 << 20;

/**
 * The tokens of one module in parallel arrays, and what scanning finds beside them: errors, comments, new syntax.
 * The arrays are scratch: they are used again for the next module.
 */
export class TokenBuffer {
  /** The source with at least 16 zero bytes behind it, so that scanning needs no length checks. */
  bytes: Uint8Array = new Uint8Array(1 << 16);
  /** The length of the source in `bytes`. */
  length = 0;
  kinds: Uint8Array = new Uint8Array(INITIAL_TOKENS);
  starts: Int32Array = new Int32Array(INITIAL_TOKENS);
  ends: Int32Array = new Int32Array(INITIAL_TOKENS);
  /** Name id of a name or keyword, `StringFlag`s of a string, `SPECIFICATION_COLON`; else 0. */
  data: Int32Array = new Int32Array(INITIAL_TOKENS);
  count = 0;
  errors: SyntaxFault[] = [];
  /** Start and end of each comment; `commentWords` of the array are in use. */
  comments: Int32Array = new Int32Array(INITIAL_COMMENTS);
  commentWords = 0;
  featureUses: FeatureUse[] = [];
  names: Names;
  /** The source holds bytes that are not UTF-8. */
  malformed = false;

  constructor(names: Names) {
    this.names = names;
  }

  /** Starts over with another source. */
  protected load(source: Uint8Array, names: Names): void {
    const needed = source.length + PADDING;
    if (this.bytes.length < needed) this.bytes = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    this.bytes.set(source);
    this.bytes.fill(0, source.length, needed);
    this.length = source.length;
    this.names = names;
    this.clear();
  }

  /** Forgets what scanning has found. */
  protected clear(): void {
    this.count = 0;
    this.errors = [];
    this.commentWords = 0;
    this.featureUses = [];
  }

  /** Drops arrays that an unusually large module has made. */
  protected release(): void {
    if (this.kinds.length <= KEPT_TOKENS) return;
    this.kinds = new Uint8Array(INITIAL_TOKENS);
    this.starts = new Int32Array(INITIAL_TOKENS);
    this.ends = new Int32Array(INITIAL_TOKENS);
    this.data = new Int32Array(INITIAL_TOKENS);
    this.bytes = new Uint8Array(1 << 16);
  }

  protected push(kind: number, start: number, end: number, data: number): void {
    const index = this.count++;
    if (index >= this.kinds.length) this.growTokens();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.data[index] = data;
  }

  protected pushComment(start: number, end: number): void {
    if (this.commentWords + 2 > this.comments.length) this.comments = grown(this.comments, this.comments.length * 2);
    this.comments[this.commentWords++] = start;
    this.comments[this.commentWords++] = end;
  }

  private growTokens(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.starts = grown(this.starts, size);
    this.ends = grown(this.ends, size);
    this.data = grown(this.data, size);
  }

  /** Records a syntax error at a byte range. */
  protected report(start: number, end: number, message: string): void {
    this.errors.push({ start, end, message });
  }

  /** Records the use of a construct newer than Python 3.7. */
  protected uses(feature: FeatureId, start: number): void {
    this.featureUses.push({ feature, start });
  }
}

/** A copy of the array with another length. */
export function grown(array: Int32Array, size: number): Int32Array {
  const copy = new Int32Array(size);
  copy.set(array);
  return copy;
}
