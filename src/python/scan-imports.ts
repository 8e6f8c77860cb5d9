const word = Buffer.from('import');
const [space, tab, newline, carriageReturn, dot, underscore] = [0x20, 0x09, 0x0a, 0x0d, 0x2e, 0x5f];

/**
 * The first parts of the module names on a file's import lines, without parsing it: a superset of what it imports
 * absolutely, found by looking at the lines that hold the word `import`. It tells which files are worth parsing.
 */
export function scanImports(bytes: Uint8Array): Set<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + word.length)) {
    let start = at;
    while (start > 0 && buffer[start - 1] !== newline && buffer[start - 1] !== carriageReturn) start--;
    while (buffer[start] === space || buffer[start] === tab) start++;
    if (start === at) addModules(buffer, at + word.length, found);
    else addModules(buffer, start + 'from'.length, found);
  }
  return found;
}

/** Adds the first part of each name on the rest of the line. */
function addModules(buffer: Buffer, from: number, found: Set<string>): void {
  let at = from;
  let fresh = true;
  while (at < buffer.length && buffer[at] !== newline && buffer[at] !== carriageReturn) {
    const start = at;
    while (at < buffer.length && isNameByte(buffer[at] ?? 0)) at++;
    if (at > start) {
      if (fresh) found.add(buffer.toString('latin1', start, at));
      fresh = false;
    } else {
      fresh = buffer[at] !== dot;
      at++;
    }
  }
}

function isNameByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === underscore || byte > 127;
}
