import type { LogicalLine } from './line-reader.ts';
import type { Pair } from './model.ts';
import { type RawWord, skipBlanks, spanOf } from './words.ts';

/** The `name=value` pairs of ARG, ENV or LABEL; also of the old `ENV name value`, whose value is the rest of the line. */
export function pairsOf(keyword: string, words: readonly RawWord[], line: LogicalLine): Pair[] {
  const first = words[0];
  if (first === undefined) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) return [oldPair(first, line)];
  return words.map((word) => pairOf(word, line));
}

function pairOf(word: RawWord, line: LogicalLine): Pair {
  const { start, end } = word;
  const equals = word.text.indexOf('=');
  if (equals < 0) return { name: word.text, value: null, start, end };
  const valueFrom = line.text.indexOf('=', word.from) + 1;
  const value = { text: word.text.slice(equals + 1), ...spanOf(line, valueFrom, word.to) };
  return { name: word.text.slice(0, equals), value, start, end };
}

function oldPair(word: RawWord, line: LogicalLine): Pair {
  const from = skipBlanks(line.text, word.to);
  const place = spanOf(line, from, line.text.length);
  const value = from < line.text.length ? { text: line.text.slice(from), ...place } : null;
  return { name: word.text, value, start: word.start, end: value ? value.end : word.end };
}
