import type { FileContent, TextContent } from './repository.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8, dropping a byte order mark; NUL bytes and malformed UTF-8 make it a value that says so. */
export function decodeText(content: FileContent): TextContent {
  if (!content.ok) return content;
  if (content.bytes.includes(0)) return { ok: false, message: 'binary file (it has a NUL byte)' };
  try {
    return { ok: true, text: strict.decode(content.bytes) };
  } catch {
    return { ok: false, message: 'not UTF-8' };
  }
}
