import { wrap } from '../text.ts';

/**
 * A line of Markdown as several of at most `width` characters that mean the same: what stands in a list goes on below its
 * text, headings stay, and what stands between backquotes is on one line, be it longer.
 */
export function foldedMarkdown(line: string, width: number): string[] {
  if (line.startsWith('#')) return [line];
  const mark = /^(?:-|\d+\.) /.exec(line)?.[0] ?? '';
  const [first = '', ...others] = filled(line.slice(mark.length), width - mark.length);
  return [`${mark}${first}`, ...others.map((rest) => `${' '.repeat(mark.length)}${rest}`)];
}

/** Words between blanks; an escaped sign is one with its backslash, code with all between its backquotes. */
const word = /(?:\\.|`[^`]*`|[^\s`])+/g;
/** What would begin a list at the start of a line. */
const listMark = /^(?:[-+]|\d+[.)])$/;

function filled(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(word)?.flatMap((one) => (one.includes('`') ? [one] : wrap(one, width))) ?? []) {
    if (line === '') line = piece;
    else if (line.length + 1 + piece.length <= width || listMark.test(piece)) line = `${line} ${piece}`;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
}
