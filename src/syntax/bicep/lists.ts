import type { Broken } from './nodes.ts';
import type { Reader } from './reader.ts';

/**
 * What stands in brackets from behind the opening one to behind `close`: elements parted by commas or the ends of
 * lines. An element with a fault is given as broken; a closing bracket that is missing is a fault.
 */
export function readList<T>(reader: Reader, open: number, close: string, read: () => T): (T | Broken)[] {
  const { scanner } = reader;
  const elements: (T | Broken)[] = [];
  while (true) {
    if (reader.atEnd()) return unclosed(reader, open, close, elements);
    scanner.skipNewlines();
    if (scanner.skip(close)) return elements;
    if (reader.atEnd()) return unclosed(reader, open, close, elements);
    const before = scanner.peek().start;
    elements.push(reader.attempt(read));
    readSeparator(reader, close);
    if (scanner.peek().start !== before || scanner.sees(close)) continue;
    const { start, end } = scanner.take(); // a bracket of another kind, which nothing here can take
    reader.fault(`${close} is missing`, start, end);
    return elements;
  }
}

function readSeparator(reader: Reader, close: string): void {
  const { scanner } = reader;
  const comma = scanner.skip(',');
  const next = scanner.peek();
  if (comma) {
    if (next.kind === 'newline') reader.fault('a line ends without a comma', comma.start, comma.end);
    return;
  }
  if (next.kind === 'newline' || next.kind === 'end' || scanner.sees(close)) return;
  reader.fault('a comma or the end of the line is missing', next.start, next.end);
  scanner.seek(next.start);
  reader.skipLine();
}

function unclosed<T>(reader: Reader, open: number, close: string, elements: T[]): T[] {
  reader.fault(`${close} is missing`, open, open + 1);
  return elements;
}

/** Elements parted by commas, in parentheses or `<>`; lines may end behind the opening one, a comma and the last. */
export function readArguments<T>(reader: Reader, close: string, read: () => T): T[] {
  const { scanner } = reader;
  const elements: T[] = [];
  scanner.skipNewlines();
  while (!scanner.skip(close)) {
    elements.push(read());
    scanner.skipNewlinesBefore((token) => token.text === close);
    if (scanner.sees(close)) continue;
    reader.expect(',');
    scanner.skipNewlines();
    if (scanner.sees(close)) throw reader.unexpected('nothing stands behind the comma');
  }
  return elements;
}
