import type { Broken } from './nodes.ts';
import type { Reader } from './reader.ts';

/**
 * What stands in brackets from behind the opening one to behind `close`: elements parted by commas or the ends of
 * lines. An element with a fault is given as broken; a closing bracket that is missing is a fault.
 */
export function readList<T>(reader: Reader, open: number, close: string, read: () => T): (T | Broken)[] {
  reader.closers.push(close);
  const elements = readElements(reader, close, read);
  reader.closers.pop();
  if (!reader.scanner.skip(close)) reader.fault(`${close} is missing`, open, open + 1);
  return elements;
}

function readElements<T>(reader: Reader, close: string, read: () => T): (T | Broken)[] {
  const { scanner } = reader;
  const elements: (T | Broken)[] = [];
  while (!reader.atEnd()) {
    scanner.skipNewlines();
    if (scanner.sees(close) || reader.atEnd()) break;
    const before = scanner.peek();
    elements.push(reader.attempt(read));
    readSeparator(reader, close);
    if (scanner.peek().start !== before.start) continue;
    if (reader.closers.includes(before.text)) break; // the bracket of a list around this one
    scanner.take();
  }
  return elements;
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
