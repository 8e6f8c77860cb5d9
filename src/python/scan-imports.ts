const word = Buffer.from('import');
const [newline, carriageReturn, dot, underscore, backslash] = [0x0a, 0x0d, 0x2e, 0x5f, 0x5c];

/**
 * The first parts of the module names on a file's import lines, without parsing it: a superset of what it imports
 * absolutely, found by looking at the lines that hold the word `import`. It tells which files are worth parsing.
 */
export function scanImports(bytes: Uint8Array): Set<string> {
  return namesOnImportLines(bytes, false);
}

/** All names on a file's import lines, found in the same way: a superset of the parts of the modules that it imports. */
export function scanImportNames(bytes: Uint8Array): Set<string> {
  return namesOnImportLines(bytes, true);
}

function namesOnImportLines(bytes: Uint8Array, all: boolean): Set<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at)) {
    while (at > 0 && !endsLine(buffer, at - 1)) at--;
    at = addNames(buffer, at, found, all);
  }
  return found;
}

/** Adds the first part of each dotted name up to the end of the line, or all of them, and gives that end. */
function addNames(buffer: Buffer, from: number, found: Set<string>, all: boolean): number {
  let at = from;
  let fresh = true;
  while (at < buffer.length && !endsLine(buffer, at)) {
    const start = at;
    while (at < buffer.length && isNameByte(buffer[at] ?? 0)) at++;
    if (at > start) {
      // Python compares names in their NFKC form.
      if (fresh || all) found.add(buffer.toString('utf8', start, at).normalize('NFKC'));
      fresh = false;
    } else {
      fresh = buffer[at] !== dot;
      at++;
    }
  }
  return at;
}

/** True for a line break that no backslash joins to the next line. */
function endsLine(buffer: Buffer, at: number): boolean {
  const byte = buffer[at];
  if (byte !== newline && byte !== carriageReturn) return false;
  const before = byte === newline && buffer[at - 1] === carriageReturn ? at - 2 : at - 1;
  return buffer[before] !== backslash;
}

function isNameByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === underscore || byte > 127;
}
