// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
import { SyntaxBreak } from '../code/syntax-break.ts';
import { readName } from './collections.ts';
import { type Piece, trimIndentation } from './heredoc.ts';
import { nestPieces } from './nest.ts';
import type { Template } from './nodes.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scanner.ts';

/** A template from behind its opening quote or introducer on. */
export function readTemplate(reader: Reader, open: Token): Template {
  const quoted = open.kind === 'quote';
  const pieces = quoted
    ? readPieces(reader, open.end, quotedStop)
    : readPieces(reader, open.end, heredocStop(open.text));
  if (!quoted && reader.scanner.text[open.start + 2] === '-') trimIndentation(pieces);
  const style = quoted ? 'quoted' : 'heredoc';
  return { kind: 'template', style, parts: nestPieces(pieces), start: open.start, end: reader.scanner.lastEnd };
}

/** A template that goes from `start` to `end` of the scanner's text, as HCL's JSON has it. */
export function readBareTemplate(reader: Reader, start: number, end: number): Template {
  const pieces = readPieces(reader, start, (at) => (at >= end ? { next: at } : undefined));
  return { kind: 'template', style: 'json', parts: nestPieces(pieces), start, end };
}

/** Says whether a template ends at an offset, and where to go on then. `lineStart` is true where nothing but text precedes. */
type Stop = (at: number, text: string, lineStart: boolean) => { next: number } | undefined;

const quotedStop: Stop = (at, text) => {
  const character = text[at];
  if (character === '"') return { next: at + 1 };
  if (character === undefined || character === '\n') throw new SyntaxBreak('the closing quote is missing', at, at);
  return undefined;
};

function heredocStop(name: string): Stop {
  return (at, text, lineStart) => {
    if (at >= text.length) throw new SyntaxBreak(`${name} is missing at the end of the here-document`, at, at);
    if (!lineStart) return undefined;
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end);
    return line.trim() === name ? { next: at + line.replace(/\r$/, '').length } : undefined;
  };
}

function readPieces(reader: Reader, from: number, stop: Stop): Piece[] {
  const { scanner } = reader;
  const { text } = scanner;
  const pieces: Piece[] = [];
  const escapes = stop === quotedStop;
  let at = from;
  let lineStart = true;
  let trimNext = false;
  while (true) {
    const ending = stop(at, text, lineStart);
    if (ending) {
      scanner.seek(ending.next);
      return pieces;
    }
    if (opensSequence(text, at)) {
      const piece = readSequence(reader, at);
      if (text[at + 2] === '~') trimLast(pieces);
      pieces.push(piece);
      at = scanner.lastEnd;
      trimNext = text[at - 2] === '~';
      lineStart = false;
      continue;
    }
    const piece = readText(text, at, stop, escapes);
    at = piece.end;
    lineStart = text[at - 1] === '\n' && piece.text.endsWith('\n');
    pieces.push(trimNext ? { ...piece, text: piece.text.trimStart() } : piece);
    trimNext = false;
  }
}

function opensSequence(text: string, at: number): boolean {
  return (text[at] === '$' || text[at] === '%') && text[at + 1] === '{';
}

function trimLast(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text') pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
}

/** Text to the next sequence, the end of the template or the end of the line, with escapes decoded. */
function readText(text: string, from: number, stop: Stop, escapes: boolean): Extract<Piece, { kind: 'text' }> {
  let at = from;
  let plain = from;
  let decoded = '';
  while (at < text.length && !opensSequence(text, at) && (at === from || !stop(at, text, false))) {
    const character = text[at];
    if ((character === '$' || character === '%') && text[at + 1] === character && text[at + 2] === '{') {
      decoded += `${text.slice(plain, at)}${character}{`;
      at += 3;
      plain = at;
    } else if (escapes && character === '\\') {
      const [letter, length] = decodeEscape(text, at);
      decoded += text.slice(plain, at) + letter;
      at += length;
      plain = at;
    } else {
      at++;
      if (character === '\n') break;
    }
  }
  return { kind: 'text', text: decoded + text.slice(plain, at), start: from, end: at };
}

const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function decodeEscape(text: string, at: number): [decoded: string, length: number] {
  const letter = text[at + 1] ?? '';
  const simple = letters[letter];
  if (simple !== undefined) return [simple, 2];
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = text.slice(at + 2, at + 2 + length);
  const code = /^[\da-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff) throw new SyntaxBreak('an unknown escape', at, at + 2);
  return [String.fromCodePoint(code), 2 + length];
}

/** `${…}` or `%{…}` with what stands in it. */
function readSequence(reader: Reader, start: number): Piece {
  const { scanner } = reader;
  scanner.seek(start + (scanner.text[start + 2] === '~' ? 3 : 2));
  return reader.within(() => {
    const piece = scanner.text[start] === '$' ? readInterpolation(reader, start) : readDirective(reader, start);
    if (!scanner.skip('}') && !scanner.skip('~}')) throw reader.unexpected('} is missing');
    return { ...piece, end: scanner.lastEnd };
  });
}

function readInterpolation(reader: Reader, start: number): Piece {
  const expression = reader.read();
  return { kind: 'interpolation', expression, start, end: expression.end };
}

function readDirective(reader: Reader, start: number): Piece {
  const { scanner } = reader;
  const word = scanner.peek().text;
  const place = { start, end: scanner.peek().end };
  if (word === 'if') {
    scanner.take();
    return { kind: 'if', condition: reader.read(), ...place };
  }
  if (word === 'for') {
    scanner.take();
    const first = readName(reader);
    const second = scanner.skip(',') ? readName(reader) : undefined;
    if (!scanner.seesWord('in')) throw reader.unexpected('in is missing');
    scanner.take();
    const key = second === undefined ? null : first;
    return { kind: 'for', key, value: second ?? first, collection: reader.read(), ...place };
  }
  if (word !== 'else' && word !== 'endif' && word !== 'endfor') throw reader.unexpected('an unknown directive');
  scanner.take();
  return { kind: word, ...place };
}
