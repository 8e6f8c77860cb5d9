// Compares our reader of requirements files with pip's own, over folders:
//   node tools/requirements-compare/index.ts [--python PYTHON] FOLDER …
// PYTHON is one that has pip. Every file with the name of a requirements or constraints file is read by both; each line
// that only one of them refuses, and each that they read differently, is printed. Ends with 1 if there is any.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isManifest, readManifest } from '../../src/manifests/index.ts';

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesOf(path);
    return entry.isFile() && isManifest(path.replaceAll('\\', '/')) === 'requirements' ? [path] : [];
  });
}

/** The text of a file in UTF-8 or UTF-16; undefined for any other, which pip reads by the locale. */
function textOf(file: string): string | undefined {
  const bytes = readFileSync(file);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const rows = positionals.flatMap(filesOf).flatMap((file) => {
  const text = textOf(file);
  if (text === undefined) return [];
  const { dependencies, options, faults } = readManifest(file, 'requirements', text);
  return [JSON.stringify({ file, dependencies, options, faults })];
});
const compare = join(import.meta.dirname, 'compare.py');
const { status } = spawnSync(values.python, [compare], {
  input: rows.join('\n'),
  stdio: ['pipe', 'inherit', 'inherit'],
  maxBuffer: 2 ** 30,
});
process.exitCode = status ?? 1;
