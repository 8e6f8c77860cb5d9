import type { ReportEdit } from '../report/report.ts';
import { applyEdits } from '../syntax/edit.ts';
import { Lines } from '../syntax/lines.ts';

const mark = [0xef, 0xbb, 0xbf];

/**
 * The bytes of a text file with edits applied; everything else stays as it is, a byte order mark among it. Undefined for
 * what is no UTF-8: such a file is not edited.
 */
export function editBytes(bytes: Uint8Array, edits: readonly ReportEdit[]): Uint8Array | undefined {
  const hasMark = mark.every((byte, index) => bytes[index] === byte);
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  const lines = new Lines(text);
  const edited = applyEdits(
    text,
    edits.map(({ line, column, endLine, endColumn, text: written }) => ({
      start: lines.offset(line, column),
      end: lines.offset(endLine, endColumn),
      text: written,
    })),
  );
  return new TextEncoder().encode(hasMark ? `\uFEFF${edited}` : edited);
}

/** The text of UTF-8 bytes, without a byte order mark; undefined for others. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
