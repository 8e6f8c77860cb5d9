// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#collection-values and #for-expressions
import type { Expression, ObjectEntry } from './nodes.ts';
import type { Reader } from './reader.ts';

/** A tuple, an object, or a `for` expression of either, from its bracket on. */
export function readCollection(reader: Reader): Expression {
  const open = reader.scanner.take();
  const makes = open.text === '[' ? 'tuple' : 'object';
  const isFor = reader.within(() => reader.scanner.seesWord('for'));
  if (isFor) return reader.within(() => readFor(reader, open.start, makes));
  if (makes === 'tuple') {
    const items = reader.within(() => readItems(reader));
    return { kind: 'tuple', items, start: open.start, end: reader.scanner.lastEnd };
  }
  const entries = reader.within(() => readEntries(reader), true);
  return { kind: 'object', entries, start: open.start, end: reader.scanner.lastEnd };
}

function readItems(reader: Reader): Expression[] {
  const items: Expression[] = [];
  while (!reader.scanner.skip(']')) {
    items.push(reader.read());
    if (!reader.scanner.sees(']')) reader.expect(',');
  }
  return items;
}

function readEntries(reader: Reader): ObjectEntry[] {
  const entries: ObjectEntry[] = [];
  while (!reader.scanner.skip('}')) {
    if (reader.scanner.peek().kind === 'newline') {
      reader.scanner.take();
      continue;
    }
    const key = reader.read();
    if (!reader.scanner.skip('=') && !reader.scanner.skip(':')) throw reader.unexpected('= is missing');
    entries.push({ name: nameOf(key), key, value: reader.read() });
    if (reader.scanner.sees('}') || reader.scanner.skip(',')) continue;
    if (reader.scanner.peek().kind !== 'newline') throw reader.unexpected('a comma or the end of the line is missing');
  }
  return entries;
}

/** The name that a key stands for: a bare word (`null` and `true` are words here) or a text without interpolation. */
function nameOf(key: Expression): string | null {
  if (key.kind === 'variable') return key.name;
  if (key.kind === 'literal') return key.text;
  if (key.kind !== 'template') return null;
  const texts = key.parts.map((part) => (part.kind === 'text' ? part.text : null));
  return texts.includes(null) ? null : texts.join('');
}

function readFor(reader: Reader, start: number, makes: 'tuple' | 'object'): Expression {
  const { scanner } = reader;
  scanner.take(); // for
  const first = readName(reader);
  const second = scanner.skip(',') ? readName(reader) : undefined;
  if (!scanner.seesWord('in')) throw reader.unexpected('in is missing');
  scanner.take();
  const collection = reader.read();
  reader.expect(':');
  const one = reader.read();
  const two = scanner.skip('=>') ? reader.read() : undefined;
  const grouped = scanner.skip('...') !== undefined;
  const condition = scanner.seesWord('if') ? (scanner.take(), reader.read()) : null;
  if (makes === 'object' && !two) throw reader.unexpected('=> is missing');
  if (makes === 'tuple' && (two || grouped)) throw reader.unexpected('a tuple has neither keys nor groups');
  reader.expect(makes === 'tuple' ? ']' : '}');
  return {
    kind: 'for-expression',
    makes,
    keyName: second === undefined ? null : first,
    valueName: second ?? first,
    collection,
    key: two ? one : null,
    value: two ?? one,
    grouped,
    condition,
    start,
    end: scanner.lastEnd,
  };
}

/** A name that must be next. */
export function readName(reader: Reader): string {
  if (reader.scanner.peek().kind !== 'identifier') throw reader.unexpected('a name is missing');
  return reader.scanner.take().text;
}
