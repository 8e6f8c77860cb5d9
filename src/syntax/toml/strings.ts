// https://toml.io/en/v1.1.0#string
import { type Cursor, TomlBreak } from './cursor.ts';

/** The content of a string in quotes on one line, from its opening quote on. */
export function readString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  const quote = cursor.next;
  const parts: string[] = [];
  let plain = start + 1;
  let at = plain;
  for (; ; at++) {
    const character = text[at];
    if (character === quote) break;
    if (character === undefined || character === '\n' || character === '\r') {
      throw new TomlBreak('the closing quote is missing', start);
    }
    if (character < ' ' && character !== '\t') throw new TomlBreak('a control character', at);
    if (character !== '\\' || quote === "'") continue;
    const [decoded, length] = readEscape(text, at);
    parts.push(text.slice(plain, at), decoded);
    at += length - 1;
    plain = at + 1;
  }
  cursor.at = at + 1;
  return parts.length === 0 ? text.slice(plain, at) : parts.join('') + text.slice(plain, at);
}

/** The content of a string in three quotes, from the first of them on. */
export function readLongString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  const mark = text.slice(start, start + 3);
  const parts: string[] = [];
  let plain = behindBreak(text, start + 3);
  let at = plain;
  while (true) {
    const character = text[at];
    if (character === undefined) throw new TomlBreak(`${mark} is missing`, start);
    if (character === mark[0] && text.startsWith(mark, at)) break;
    if (character !== '\\' || mark === "'''") {
      at++;
      continue;
    }
    const [decoded, length] = readLineEscape(text, at) ?? readEscape(text, at);
    parts.push(text.slice(plain, at), decoded);
    at += length;
    plain = at;
  }
  for (let more = 0; more < 2 && text[at + 3] === mark[0]; more++) at++; // quotes before the closing three belong to it
  cursor.at = at + 3;
  return (parts.join('') + text.slice(plain, at)).replaceAll('\r\n', '\n');
}

function behindBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' ? at + 1 : at;
}

const lineEscape = /\\[ \t]*\r?\n\s*/y;

/** A backslash at the end of a line takes all white space behind it. */
function readLineEscape(text: string, at: number): [decoded: string, length: number] | undefined {
  lineEscape.lastIndex = at;
  const found = lineEscape.exec(text)?.[0];
  return found === undefined ? undefined : ['', found.length];
}

const letters: Record<string, string> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001B',
  '"': '"',
  '\\': '\\',
};
const widths: Record<string, number> = { x: 2, u: 4, U: 8 };

function readEscape(text: string, at: number): [decoded: string, length: number] {
  const letter = text[at + 1] ?? '';
  const simple = letters[letter];
  if (simple !== undefined) return [simple, 2];
  const width = widths[letter] ?? 0;
  const digits = text.slice(at + 2, at + 2 + width);
  const code = digits.length === width && /^[\da-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw new TomlBreak('an unknown escape', at);
  return [String.fromCodePoint(code), 2 + width];
}
