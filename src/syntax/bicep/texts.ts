// https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings
import { SyntaxBreak } from '../code/syntax-break.ts';
import type { Expression, StringExpression, StringPart } from './nodes.ts';
import type { Reader } from './reader.ts';

/** A text from its opening quote on; `read` reads an expression in it. */
export function readText(reader: Reader, read: () => Expression): StringExpression {
  const { scanner } = reader;
  const open = scanner.take();
  const multiline = open.text !== "'";
  const dollars = multiline ? open.text.length - 3 : 1;
  const parts: StringPart[] = [];
  let at = multiline ? behindFirstBreak(scanner.text, open.end) : open.end;
  while (true) {
    const piece = multiline ? multilinePiece(scanner.text, at, dollars) : linePiece(scanner.text, at);
    if (piece.end > at) parts.push({ kind: 'text', text: piece.text, start: at, end: piece.end });
    if (piece.closes) {
      scanner.seek(piece.next);
      return { kind: 'string', multiline, parts, start: open.start, end: piece.next };
    }
    scanner.seek(piece.next);
    const expression = read();
    reader.expect('}');
    at = scanner.lastEnd;
    parts.push({ kind: 'interpolation', expression, start: piece.end, end: at });
  }
}

/** Text up to `end`; `next` is behind the quote that closes it, or behind `${`. */
interface Piece {
  readonly text: string;
  readonly end: number;
  readonly next: number;
  readonly closes: boolean;
}

const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", $: '$' };
const unicode = /\\u\{([\da-fA-F]{1,6})\}/y;

function linePiece(text: string, from: number): Piece {
  let decoded = '';
  let plain = from;
  let at = from;
  while (true) {
    const character = text[at];
    if (character === undefined || character === '\n' || character === '\r') {
      throw new SyntaxBreak('the closing quote is missing', from - 1, at);
    }
    if (character === "'") return { text: decoded + text.slice(plain, at), end: at, next: at + 1, closes: true };
    if (character === '$' && text[at + 1] === '{') {
      return { text: decoded + text.slice(plain, at), end: at, next: at + 2, closes: false };
    }
    if (character !== '\\') {
      at++;
      continue;
    }
    const [letter, length] = decodeEscape(text, at);
    decoded += text.slice(plain, at) + letter;
    at += length;
    plain = at;
  }
}

function decodeEscape(text: string, at: number): [decoded: string, length: number] {
  const simple = letters[text[at + 1] ?? ''];
  if (simple !== undefined) return [simple, 2];
  unicode.lastIndex = at;
  const match = unicode.exec(text);
  const code = Number.parseInt(match?.[1] ?? '', 16);
  if (match === null || code > 0x10ffff) throw new SyntaxBreak('an unknown escape', at, at + 2);
  return [String.fromCodePoint(code), match[0].length];
}

/** Three quotes end it, the last three of a longer row; `dollars` of `$` before a brace begin an expression. */
function multilinePiece(text: string, from: number, dollars: number): Piece {
  const stop = /'{3,}|\$+\{/g;
  stop.lastIndex = from;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const [mark] = match;
    const behind = match.index + mark.length;
    if (mark.startsWith("'"))
      return { text: text.slice(from, behind - 3), end: behind - 3, next: behind, closes: true };
    const end = behind - 1 - dollars;
    if (dollars > 0 && end >= match.index) return { text: text.slice(from, end), end, next: behind, closes: false };
  }
  throw new SyntaxBreak("''' is missing", from, from);
}

function behindFirstBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' ? at + 1 : at;
}

/** The content of a text without interpolation; undefined where it has any. */
export function plainText(text: StringExpression): string | undefined {
  const texts = text.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}
