import { byCodeUnits } from '../evidence/order.ts';
import { isManifest, readManifest } from '../manifests/index.ts';
import type { ParseDocument, ParsedFile } from '../report/documents/parse.ts';
import { decodeText } from '../repository/decode.ts';
import type { FileContent } from '../repository/repository.ts';
import { formatOf, type ParsedText, parsePython, parseText } from '../syntax/formats.ts';

/** A file to read: what it is called, and a way to its bytes. */
export interface NamedFile {
  readonly file: string;
  read(): FileContent;
}

/** How files were read. One that is asked for by name and of no known format is reported; in a folder it is passed over. */
export async function parseFiles(
  named: readonly NamedFile[],
  found: readonly NamedFile[],
  tree: boolean,
): Promise<ParseDocument> {
  const files = new Map<string, ParsedFile>();
  for (const one of named) files.set(one.file, await parseFile(one, tree));
  for (const one of found) {
    const known = formatOf(one.file) ?? isManifest(one.file);
    if (known !== undefined && !files.has(one.file)) files.set(one.file, await parseFile(one, tree));
  }
  return { schemaVersion: 1, files: [...files.values()].sort((a, b) => byCodeUnits(a.file, b.file)) };
}

async function parseFile({ file, read }: NamedFile, tree: boolean): Promise<ParsedFile> {
  const content = read();
  const sizeBytes = content.ok ? content.bytes.length : 0;
  const format = formatOf(file) ?? isManifest(file);
  if (format === undefined) return failed(file, 'unknown', sizeBytes, 'no reader for a file of this name');
  if (!content.ok) return failed(file, format, sizeBytes, content.message);
  const parsed = await parseContent(file, content);
  if (typeof parsed === 'string') return failed(file, format, sizeBytes, parsed);
  const errors = parsed.faults.map(({ line, column, message }) => ({ line, column, message }));
  return { file, format, ok: errors.length === 0, sizeBytes, errors, ...(tree && { tree: parsed.tree() }) };
}

async function parseContent(file: string, content: Extract<FileContent, { ok: true }>): Promise<ParsedText | string> {
  const format = formatOf(file);
  if (format === 'python') return parsePython(content.bytes);
  const text = decodeText(content);
  if (!text.ok) return text.message;
  if (format !== undefined) return parseText(format, text.text);
  const manifest = isManifest(file);
  if (manifest === undefined) return 'no reader for a file of this name';
  const { faults, dependencies } = readManifest(file, manifest, text.text);
  return {
    faults: faults.map(({ place, message }) => ({ line: place.line, column: place.column, message })),
    tree: () =>
      dependencies.map(({ name, specifier, place }) => `dependency ${place.line}:${place.column} ${name}${specifier}`),
  };
}

function failed(file: string, format: string, sizeBytes: number, message: string): ParsedFile {
  return { file, format, ok: false, sizeBytes, errors: [{ line: 1, column: 1, message }] };
}
