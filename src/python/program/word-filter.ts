/**
 * Tells which words a file may hold, by one pass over its bytes: a Bloom filter (https://doi.org/10.1145/362686.362692)
 * with a bit for each byte of the file. It never denies a word that is there, and seldom affirms one that is not.
 */
export class WordFilter {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  constructor(bytes: Uint8Array) {
    let size = 64;
    while (size < bytes.length) size *= 2;
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
    let hash = start;
    let inside = false;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (word[byte] === 1) {
        hash = Math.imul(hash ^ byte, prime);
        inside = true;
      } else if (inside) {
        this.add(hash);
        hash = start;
        inside = false;
      }
    }
    if (inside) this.add(hash);
  }

  private add(hash: number): void {
    const first = hash & this.mask;
    const second = second32(hash) & this.mask;
    this.bits[first >>> 5]! |= 1 << (first & 31);
    this.bits[second >>> 5]! |= 1 << (second & 31);
  }

  /** False if the file does not hold the word whose hash (`wordHash`) it is. */
  mayHold(hash: number): boolean {
    const first = hash & this.mask;
    const second = second32(hash) & this.mask;
    return ((this.bits[first >>> 5]! >>> (first & 31)) & (this.bits[second >>> 5]! >>> (second & 31)) & 1) === 1;
  }
}

const start = 0x811c9dc5 | 0;
const prime = 0x01000193;
const second32 = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 13);

/** Bytes of identifiers: letters, digits, the underscore, and all beyond ASCII. */
const word = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const lower = byte | 0x20;
  const isLetter = lower >= 0x61 && lower <= 0x7a;
  word[byte] = isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte > 127 ? 1 : 0;
}

const encoder = new TextEncoder();

/** The hash of a word, for `WordFilter.mayHold`. */
export function wordHash(text: string): number {
  let hash = start;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, prime);
  return hash;
}
