const word = Buffer.from('import');
const [newline, open, close] = [0x0a, 0x28, 0x29];
const longestStatement = 4000;

/**
 * The dotted modules that a file seems to import absolutely, with the names imported from them behind, by its lines that begin with `import` or `from`, without parsing it: a superset,
 * for a text may hold such lines too.
 */
export function importLines(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  for (let at = buffer.indexOf(word); at >= 0; ) {
    const start = buffer.lastIndexOf(newline, at) + 1;
    const end = endOfStatement(buffer, at);
    if (at - start < 200) addImports(buffer.toString('latin1', start, end), found);
    at = buffer.indexOf(word, Math.max(end, at + word.length));
  }
  return found;
}

function endOfStatement(buffer: Buffer, from: number): number {
  const limit = Math.min(buffer.length, from + longestStatement);
  const line = buffer.indexOf(newline, from);
  const end = line < 0 || line > limit ? limit : line;
  const bracket = buffer.indexOf(open, from);
  if (bracket < 0 || bracket > end) return end;
  const closed = buffer.indexOf(close, bracket);
  return closed < 0 || closed > limit ? end : closed;
}

function addImports(statement: string, found: string[]): void {
  const match = /^[ \t]*(?:from[ \t]+([A-Za-z_][\w.]*)[ \t]+)?import[ \t(]+([^;]*)/.exec(
    statement.includes('#') ? statement.replaceAll(/#[^\n]*/g, '') : statement,
  );
  if (match === null) return;
  const [, module, names = ''] = match;
  for (const part of names.split(',')) {
    const name = /^[\s()\\]*([\w.]+)/.exec(part)?.[1];
    if (name === undefined) continue;
    found.push(module === undefined ? name : `${module}.${name}`);
  }
}
