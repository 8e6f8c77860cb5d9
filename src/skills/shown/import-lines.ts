/** What one name of an import statement means. */
export interface ImportLine {
  /** The dotted module with the name that is imported from it behind; relative to the file's folder where dots lead. */
  readonly path: string;
  /** What code uses it by: a name, in `import a.b` the dotted path, `*` for all names of a module. */
  readonly bound: string;
}

const word = Buffer.from('import');
const [newline, open, close] = [0x0a, 0x28, 0x29];
const longestStatement = 4000;

/**
 * What a file seems to import, by its lines that begin with `import` or `from`, without parsing it: a superset, for a text
 * may hold such lines too.
 */
export function importLines(bytes: Uint8Array): ImportLine[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: ImportLine[] = [];
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

function addImports(statement: string, found: ImportLine[]): void {
  const match = /^[ \t]*(?:from[ \t]+(\.*[A-Za-z_][\w.]*|\.+)[ \t]+)?import[ \t(]+([^;]*)/.exec(
    statement.includes('#') ? statement.replaceAll(/#[^\n]*/g, '') : statement,
  );
  if (match === null) return;
  const [, module, names = ''] = match;
  for (const part of names.split(',')) {
    const [, name, renamed] = /^[\s()\\]*([\w.]+|\*)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
    if (name === undefined) continue;
    found.push({ path: module === undefined ? name : memberPath(module, name), bound: renamed ?? name });
  }
}

/** The path of a name of a module, which may be dots alone. */
export function memberPath(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}
