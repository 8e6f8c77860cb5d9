/** The id of a name in a `Names` table. 0 is no name. Two ids of one table are equal exactly if the names are. */
export type NameId = number & { readonly nameId: unique symbol };

const KEYWORDS = [
  'False None True and as assert async await break class continue def del elif else except finally for from global if',
  'import in is lambda nonlocal not or pass raise return try while with yield',
]
  .join(' ')
  .split(' ');

/** The number of keywords: they have the ids 1 to this, in each table. */
export const KEYWORD_COUNT: number = KEYWORDS.length;

const SOFT = ['match', 'case', 'type', 'lazy', 'print', 'exec', '_', '*'];
const soft = (name: string): NameId => (KEYWORD_COUNT + 1 + SOFT.indexOf(name)) as NameId;

/** Names with the same id in each table. */
export const WellKnown: Readonly<
  Record<'match' | 'case' | 'type' | 'lazy' | 'print' | 'exec' | 'underscore' | 'star', NameId>
> = {
  match: soft('match'),
  case: soft('case'),
  type: soft('type'),
  lazy: soft('lazy'),
  print: soft('print'),
  exec: soft('exec'),
  underscore: soft('_'),
  star: soft('*'),
};

// Unpredictable from outside, so that nobody can write a file of names that collide.
const SEED = Math.trunc(Math.random() * 0x7fffffff);

/** Start value for `hashStep`. */
export const HASH_START: number = SEED | 1;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * An interning table: UTF-8 spelling to id. It grows with the number of distinct names only; drop the table to drop them.
 * The parser calls `intern` for each identifier, with a hash made as FNV-1a from `HASH_START`.
 */
export class Names {
  private slots = new Int32Array(1 << 14);
  private hashes = new Int32Array(1 << 13);
  private offsets = new Int32Array((1 << 13) + 1);
  private pool: Uint8Array = new Uint8Array(1 << 16);
  private readonly texts: (string | undefined)[] = [''];
  private count = 1;

  constructor() {
    for (const name of [...KEYWORDS, ...SOFT]) this.idOf(name);
  }

  /** How many ids are in use; ids run from 1 to below this. */
  get size(): number {
    return this.count;
  }

  /** The name's text; '' for 0. */
  text(id: NameId): string {
    const known = this.texts[id];
    if (known !== undefined) return known;
    const text = decoder.decode(this.pool.subarray(this.offsets[id]!, this.offsets[id + 1]!));
    this.texts[id] = text;
    return text;
  }

  /** The id of a text, added if it is new. The text must be NFKC-normalised, as Python compares identifiers. */
  idOf(text: string): NameId {
    const bytes = encoder.encode(text);
    let hash = HASH_START;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return this.intern(bytes, 0, bytes.length, hash);
  }

  /** The id of `bytes[start..end)`, added if it is new. `hash` is FNV-1a over those bytes from `HASH_START`. */
  intern(bytes: Uint8Array, start: number, end: number, hash: number): NameId {
    const { slots, hashes, offsets, pool } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const id = slots[slot]!;
      if (id === 0) return this.add(bytes, start, end, hash, slot);
      if (hashes[id] === hash) {
        const offset = offsets[id]!;
        const length = offsets[id + 1]! - offset;
        if (length === end - start) {
          let index = 0;
          while (index < length && pool[offset + index] === bytes[start + index]) index++;
          if (index === length) return id as NameId;
        }
      }
      slot = (slot + 1) & mask;
    }
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): NameId {
    const id = this.count++;
    this.grow(id, end - start);
    const offset = this.offsets[id]!;
    this.pool.set(bytes.subarray(start, end), offset);
    this.offsets[id + 1] = offset + end - start;
    this.hashes[id] = hash;
    this.slots[slot] = id;
    this.texts.push(undefined);
    if (this.count * 2 > this.slots.length) this.rehash();
    return id as NameId;
  }

  private grow(id: number, length: number): void {
    if (id + 2 > this.hashes.length) {
      const hashes = new Int32Array(this.hashes.length * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
      const offsets = new Int32Array(hashes.length + 1);
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
    const needed = this.offsets[id]! + length;
    if (needed > this.pool.length) {
      const pool = new Uint8Array(Math.max(needed, this.pool.length * 2));
      pool.set(this.pool);
      this.pool = pool;
    }
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id < this.count; id++) {
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}

/** The table of `parseModule` when none is given. It lives as long as the process. */
export const processNames: Names = new Names();
