// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html#specifying-values
import { withoutComment } from '../requirement/comment.ts';

/** A part of a list, trimmed, with its offset in the file. */
export interface ValueLine {
  readonly line: string;
  readonly start: number;
}

/** The parts of a list in `text` from `start` to `end`: its lines without comments, or what `;` parts on its only line. */
export function valueLines(text: string, start: number, end: number): ValueLine[] {
  const value = text.slice(start, end);
  return Array.from(value.matchAll(/[\n\r]/.test(value) ? /[^\n\r]+/g : /[^;]+/g), ({ 0: written, index }) => ({
    line: withoutComment(written).trim(),
    start: start + index + written.length - written.trimStart().length,
  })).filter(({ line }) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
}
