// https://peps.python.org/pep-0263/

/** A source as UTF-8. */
export interface DecodedSource {
  /** The bytes given if they are UTF-8 by declaration, else a transcoded copy. A byte order mark stays. */
  readonly source: Uint8Array;
  /** The encoding declared, as Python normalises its name. */
  readonly encoding: string;
  /** Why Python refuses the encoding, if it does. */
  readonly fault?: string;
}

const HASH = 35;
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/** Reads the encoding declaration in the first two lines and transcodes what is not UTF-8. */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const declared = declaredEncoding(bytes, hasBom ? 3 : 0);
  const encoding = declared === undefined ? 'utf-8' : normalized(declared);
  if (encoding === 'utf-8') return { source: bytes, encoding };
  // CPython compares the name as it is written, before it looks for aliases.
  if (hasBom) return { source: bytes, encoding, fault: `encoding problem: ${encoding} with BOM` };
  if (encoding === 'iso-8859-1') return { source: fromLatin1(bytes), encoding };
  return transcoded(bytes, encoding);
}

function declaredEncoding(bytes: Uint8Array, from: number): string | undefined {
  let start = from;
  for (let line = 0; line < 2; line++) {
    const end = lineEnd(bytes, start);
    if (bytes.subarray(start, end).includes(HASH) || line === 0) {
      const text = latin1(bytes.subarray(start, end));
      const match = DECLARATION.exec(text);
      if (match !== null) return match[1];
      if (!BLANK.test(text)) return undefined;
    }
    start = end + 1;
    if (bytes[end] === 13 && bytes[end + 1] === 10) start++;
  }
  return undefined;
}

function lineEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return end;
}

/** As CPython's tokenizer normalises the names of its two built-in encodings. */
function normalized(name: string): string {
  const lower = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (lower === 'utf-8' || lower.startsWith('utf-8-')) return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(lower)) return 'iso-8859-1';
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
  return aliases.get(plain) ?? plain;
}

/** Python's aliases that name an encoding which the platform's decoder knows by another label. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['utf', 'utf8'],
  ['u8', 'utf8'],
  ['cp65001', 'utf8'],
  ['latin1', 'iso-8859-1'],
  ['latin', 'iso-8859-1'],
  ['l1', 'iso-8859-1'],
  ['iso8859-1', 'iso-8859-1'],
  ['iso8859', 'iso-8859-1'],
  ['8859', 'iso-8859-1'],
  ['cp819', 'iso-8859-1'],
  ['ascii', 'us-ascii'],
  ['us-ascii', 'us-ascii'],
  ['646', 'us-ascii'],
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['mskanji', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['s-jis', 'shift_jis'],
  ['eucjp', 'euc-jp'],
  ['ujis', 'euc-jp'],
  ['u-jis', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['latin9', 'iso-8859-15'],
  ['koi8-r', 'koi8-r'],
  ['koi8-u', 'koi8-u'],
  ['mac-cyrillic', 'x-mac-cyrillic'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['mac-roman', 'macintosh'],
  ['macroman', 'macintosh'],
]);

function fromLatin1(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(latin1(bytes));
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return text;
}

const CHUNK = 8192;

function transcoded(bytes: Uint8Array, encoding: string): DecodedSource {
  if (encoding === 'us-ascii') {
    const isAscii = bytes.every((byte) => byte < 128);
    return isAscii ? { source: bytes, encoding } : { source: bytes, encoding, fault: 'source is not ASCII' };
  }
  const decoder = decoderFor(encoding);
  if (decoder === undefined) return { source: bytes, encoding, fault: `unknown encoding: ${encoding}` };
  try {
    return { source: new TextEncoder().encode(decoder.decode(bytes)), encoding };
  } catch {
    return { source: bytes, encoding, fault: `source is not ${encoding}` };
  }
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  const label = encoding.replace(/^cp(125\d|874)$/, 'windows-$1').replace(/^cp866$/, 'ibm866');
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
