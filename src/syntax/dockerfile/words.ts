import type { LogicalLine } from './line-reader.ts';
import type { Word } from './model.ts';

/** A word of a logical line: `from` and `to` are places in it. */
export interface RawWord extends Word {
  readonly from: number;
  readonly to: number;
  /** Some of it stands in quotes. */
  readonly quoted: boolean;
}

/** The words of a logical line from `from` on, cut at blanks outside quotes; quotes and escapes are removed. */
export function* wordsOf(line: LogicalLine, from: number): Generator<RawWord> {
  let at = from;
  while (true) {
    at = skipBlanks(line.text, at);
    if (at >= line.text.length) return;
    const word = readWord(line, at);
    yield word;
    at = word.to;
  }
}

/** The first place from `from` on that is not blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function readWord(line: LogicalLine, from: number): RawWord {
  let at = from;
  let quoted = false;
  const parts: string[] = [];
  while (at < line.text.length && line.text[at] !== ' ' && line.text[at] !== '\t') {
    const character = line.text[at] ?? '';
    if (character === '"' || character === "'") {
      quoted = true;
      at = readQuoted(line, at, parts);
    } else if (character === line.escape && at + 1 < line.text.length) {
      parts.push(line.text[at + 1] ?? '');
      at += 2;
    } else {
      parts.push(character);
      at++;
    }
  }
  return { text: parts.join(''), ...spanOf(line, from, at), from, to: at, quoted };
}

/** Reads from a quote to behind its partner, or to the end of the line. */
function readQuoted(line: LogicalLine, from: number, parts: string[]): number {
  const quote = line.text[from];
  let at = from + 1;
  while (at < line.text.length && line.text[at] !== quote) {
    const next = line.text[at + 1];
    if (quote === '"' && line.text[at] === line.escape && (next === '"' || next === '$' || next === line.escape)) at++;
    parts.push(line.text[at] ?? '');
    at++;
  }
  return Math.min(at + 1, line.text.length);
}

/** The place in the file of a stretch of a logical line. */
export function spanOf(line: LogicalLine, from: number, to: number): { start: number; end: number } {
  const start = line.offset(from);
  return { start, end: to > from ? line.offset(to - 1) + 1 : start };
}
