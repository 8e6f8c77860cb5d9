import type { SyntaxFault } from '../data-tree.ts';
import { parseJson } from '../json/read.ts';
import { addFault } from '../limits.ts';
import type { LineReader, LogicalLine } from './line-reader.ts';
import type { Flag, Heredoc, Instruction, Word } from './model.ts';
import { pairsOf } from './pairs.ts';
import { type RawWord, skipBlanks, spanOf, wordsOf } from './words.ts';

const keywords = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
const withPairs = new Set(['ARG', 'ENV', 'LABEL']);
const withHeredocs = new Set(['ADD', 'COPY', 'RUN']);

/** The instruction on a logical line; here-documents are taken from the reader. */
export function readInstruction(line: LogicalLine, reader: LineReader, faults: SyntaxFault[]): Instruction {
  return readFrom(line, 0, reader, faults);
}

function readFrom(line: LogicalLine, from: number, reader: LineReader, faults: SyntaxFault[]): Instruction {
  const keywordEnd = from + (/^[^ \t]*/.exec(line.text.slice(from))?.[0].length ?? 0);
  const keyword = line.text.slice(from, keywordEnd).toUpperCase();
  const place = spanOf(line, from, keywordEnd);
  if (!keywords.has(keyword)) addFault(faults, `unknown instruction ${keyword.slice(0, 40)}`, place.start, place.end);
  const { flags, at } = readFlags(line, keywordEnd);
  const command = line.text.slice(at);
  if (command === '') addFault(faults, `${keyword.slice(0, 40)} lacks its arguments`, place.start, place.end);
  const texts = keyword === 'ONBUILD' ? undefined : execForm(line, at);
  const raw = texts ? [] : [...wordsOf(line, at)];
  const heredocs = withHeredocs.has(keyword) ? readHeredocs(raw, line, reader, faults) : { found: [], end: 0 };
  const inner = innerOf(keyword, raw);
  return {
    keyword,
    start: place.start,
    end: Math.max(line.end, heredocs.end),
    flags,
    command,
    commandStart: line.offset(at),
    words: texts ?? raw.map(({ text, start, end }) => ({ text, start, end })),
    form: texts ? 'exec' : 'shell',
    pairs: withPairs.has(keyword) ? pairsOf(keyword, raw, line) : [],
    heredocs: heredocs.found,
    inner: inner === undefined ? null : readFrom(line, inner, reader, faults),
  };
}

/** Where the instruction within ONBUILD, or within HEALTHCHECK its CMD, begins. ONBUILD holds no other ONBUILD. */
function innerOf(keyword: string, words: readonly RawWord[]): number | undefined {
  const first = words[0];
  if (first === undefined) return undefined;
  const name = first.text.toUpperCase();
  if (keyword === 'ONBUILD') return name === 'ONBUILD' ? undefined : first.from;
  return keyword === 'HEALTHCHECK' && name === 'CMD' ? first.from : undefined;
}

function readFlags(line: LogicalLine, from: number): { flags: Flag[]; at: number } {
  const flags: Flag[] = [];
  let at = skipBlanks(line.text, from);
  while (line.text.startsWith('--', at)) {
    const word = wordsOf(line, at).next().value;
    if (!word || word.text === '--') break;
    const equals = word.text.indexOf('=');
    const name = word.text.slice(2, equals < 0 ? undefined : equals);
    flags.push({ name, value: equals < 0 ? null : word.text.slice(equals + 1), start: word.start, end: word.end });
    at = skipBlanks(line.text, word.to);
  }
  return { flags, at };
}

/** The texts of a JSON array; undefined where it is none, and Docker takes the shell form. */
function execForm(line: LogicalLine, at: number): Word[] | undefined {
  if (line.text[at] !== '[') return undefined;
  const tree = parseJson(line.text.slice(at));
  const array = tree.documents[0];
  if (tree.faults.length > 0 || array?.kind !== 'sequence') return undefined;
  const words: Word[] = [];
  for (const item of array.items) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return undefined;
    words.push({ text: item.value, ...spanOf(line, at + item.start, at + item.end) });
  }
  return words;
}

const announcement = /^\d*<<(-?)(["']?)([^<"']+)\2$/;

function readHeredocs(
  words: readonly RawWord[],
  line: LogicalLine,
  reader: LineReader,
  faults: SyntaxFault[],
): { found: Heredoc[]; end: number } {
  const found: Heredoc[] = [];
  let last = 0;
  for (const word of words) {
    const match = announcement.exec(word.text);
    if (match === null || !match[0].startsWith(line.text.slice(word.from, word.from + 2))) continue; // quoted as a whole
    const [, dash = '', , name = ''] = match;
    const { heredoc, closed, end } = reader.heredoc(name, dash !== '', !word.quoted);
    if (!closed) addFault(faults, `the here-document ${name.slice(0, 40)} is not closed`, word.start, word.end);
    found.push(heredoc);
    last = end;
  }
  return { found, end: last };
}
