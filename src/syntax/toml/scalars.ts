// https://toml.io/en/v1.1.0#integer and below
import type { ScalarNode } from '../data-tree.ts';
import { type Cursor, TomlBreak } from './cursor.ts';
import { readLongString, readString } from './strings.ts';

const bareKey = /[\w-]+/y;
const date = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?(?![\w.+-])/y;
const time = /\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?![\w.+-])/y;
const word = /[\w.+-]+/y;
const decimal = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const based = /^0(?:x[\da-fA-F](?:_?[\da-fA-F])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const special = /^[+-]?(?:inf|nan)$/;

/** One part of a key: bare or in quotes. */
export function readKeyPart(cursor: Cursor): ScalarNode {
  const start = cursor.at;
  const quoted = cursor.next === '"' || cursor.next === "'";
  const style = !quoted ? 'plain' : cursor.next === '"' ? 'double' : 'single';
  const text = quoted ? readString(cursor) : cursor.match(bareKey);
  if (text === undefined) throw new TomlBreak('a key is missing', start);
  return { kind: 'scalar', start, end: cursor.at, tag: null, value: text, text, style };
}

/** A string, number, boolean, date or time. */
export function readScalar(cursor: Cursor): ScalarNode {
  const start = cursor.at;
  const quote = cursor.next;
  if (quote === '"' || quote === "'") {
    const text = cursor.text.startsWith(quote.repeat(3), start) ? readLongString(cursor) : readString(cursor);
    const style = quote === '"' ? 'double' : 'single';
    return { kind: 'scalar', start, end: cursor.at, tag: null, value: text, text, style };
  }
  const text = cursor.match(date) ?? cursor.match(time);
  if (text !== undefined) return plain(start, cursor.at, text, text);
  const written = cursor.match(word);
  if (written === undefined) throw new TomlBreak('a value is missing', start);
  const value = wordValue(written);
  if (value === undefined) throw new TomlBreak(`${written.slice(0, 40)} is no value`, start);
  return plain(start, cursor.at, value, written);
}

function plain(start: number, end: number, value: string | number | boolean, text: string): ScalarNode {
  return { kind: 'scalar', start, end, tag: null, value, text, style: 'plain' };
}

function wordValue(written: string): number | boolean | undefined {
  if (written === 'true' || written === 'false') return written === 'true';
  if (decimal.test(written) || based.test(written)) return Number(written.replaceAll('_', ''));
  if (!special.test(written)) return undefined;
  if (written.endsWith('nan')) return Number.NaN;
  return written.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
