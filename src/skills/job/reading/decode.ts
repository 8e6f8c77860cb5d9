/** The text of an advertisement, or why it has none. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/**
 * The text of a file: by its byte order mark, by what an HTML page says of itself, as UTF-8, else as Windows-1252, which
 * is what mail programs and older sites write. A file with NUL bytes that is not UTF-16 is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, message: 'it is empty' };
  const encoding = markedEncoding(bytes);
  if (encoding === undefined && bytes.subarray(0, 64 * 1024).includes(0))
    return { ok: false, message: 'it is no text' };
  const text = new TextDecoder(encoding ?? statedEncoding(bytes) ?? guessedEncoding(bytes)).decode(bytes);
  if (text.trim() === '') return { ok: false, message: 'it is empty' };
  return isProse(text) ? { ok: true, text } : { ok: false, message: 'it is no text' };
}

function markedEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // Without a mark, a first character of ASCII tells.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : undefined;
}

/** The encoding that a page names in its first kilobyte, as browsers look for it; undefined if it is none that is known. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const name = /<meta\b[^>]{0,200}\bcharset\s{0,4}=\s{0,4}["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (name === undefined || /^utf-?16/i.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function guessedEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** False where control characters or faults of decoding are more than a text holds by accident. */
function isProse(text: string): boolean {
  const sample = text.slice(0, 64 * 1024);
  const strange = sample.match(/(?![\t-\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return strange < 10 || strange * 50 < sample.length;
}
