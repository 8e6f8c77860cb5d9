/**
 * Tells which of some files may hold a word, by one pass over their bytes: the hashes of the words, each with the files in
 * which it stands. Two words of one hash are taken for one, so that a file may be named that does not hold the word; no
 * file that does is left out.
 */
export class WordIndex {
  private readonly files: readonly string[];
  /** The hashes, in a table with open addressing; 0 is a free slot. */
  private hashes = new Int32Array(1 << 12);
  /** The last posting of each hash. */
  private heads = new Int32Array(1 << 12);
  private words = 0;
  /** Postings: a file and the posting before it; 0 is none. */
  private holders = new Int32Array(1 << 14);
  private links = new Int32Array(1 << 14);
  private postings = 1;

  constructor(files: readonly string[], bytesOf: (file: string) => Uint8Array | undefined) {
    this.files = files;
    for (const [index, file] of files.entries()) {
      const bytes = bytesOf(file);
      if (bytes !== undefined) this.scan(bytes, index);
    }
  }

  /** The files that hold a word, in their order; some more, seldom. */
  holding(word: string): string[] {
    const found: string[] = [];
    const hash = hashOf(word);
    for (let posting = this.heads[this.slotOf(hash)]!; posting !== 0; posting = this.links[posting]!) {
      found.push(this.files[this.holders[posting]!]!);
    }
    return found.reverse();
  }

  private scan(bytes: Uint8Array, file: number): void {
    let hash = start;
    let inside = false;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (inWord[byte] === 1) {
        hash = Math.imul(hash ^ byte, prime);
        inside = true;
      } else if (inside) {
        this.add(hash || 1, file);
        hash = start;
        inside = false;
      }
    }
    if (inside) this.add(hash || 1, file);
  }

  private add(hash: number, file: number): void {
    const slot = this.slotOf(hash);
    const head = this.heads[slot]!;
    if (head !== 0 && this.holders[head] === file) return;
    if (this.postings === this.holders.length) {
      this.holders = grown(this.holders);
      this.links = grown(this.links);
    }
    this.holders[this.postings] = file;
    this.links[this.postings] = head;
    this.heads[slot] = this.postings++;
    if (head !== 0) return;
    this.hashes[slot] = hash;
    if (++this.words * 2 > this.hashes.length) this.rehash();
  }

  private slotOf(hash: number): number {
    const { hashes } = this;
    const mask = hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (hashes[slot] !== hash && hashes[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private rehash(): void {
    const { hashes, heads } = this;
    this.hashes = new Int32Array(hashes.length * 2);
    this.heads = new Int32Array(hashes.length * 2);
    for (let old = 0; old < hashes.length; old++) {
      if (hashes[old] === 0) continue;
      const slot = this.slotOf(hashes[old]!);
      this.hashes[slot] = hashes[old]!;
      this.heads[slot] = heads[old]!;
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

// FNV-1a, from an offset that nobody outside can know, so that nobody can write files of words that collide.
const start = Math.trunc(Math.random() * 0x7fffffff) | 1;
const prime = 0x01000193;

/** Bytes of identifiers: letters, digits, the underscore, and all beyond ASCII. */
const inWord = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const lower = byte | 0x20;
  const isLetter = lower >= 0x61 && lower <= 0x7a;
  inWord[byte] = isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte > 127 ? 1 : 0;
}

const encoder = new TextEncoder();

function hashOf(word: string): number {
  let hash = start;
  for (const byte of encoder.encode(word)) hash = Math.imul(hash ^ byte, prime);
  return hash || 1;
}
