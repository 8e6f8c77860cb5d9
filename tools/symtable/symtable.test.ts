import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareScopes, type Table } from './compare.ts';

// Scopes against those of Python's own `symtable`, over modules of its standard library. `SYMTABLE=all` takes all of it.

const script = fileURLToPath(new URL('oracle.py', import.meta.url));
/** Later ones count the names of comprehensions among those of the function around. */
const versions = ['python3.11', 'python3.10', 'python3.9'];
const libraryOf = (python: string): string =>
  (
    spawnSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).stdout ??
    ''
  ).trim();
const python = versions.find((name) => libraryOf(name) !== '') ?? '';
const library = python === '' ? '' : libraryOf(python);

function modulesOf(folder: string): string[] {
  const all = process.env['SYMTABLE'] === 'all';
  const found = readdirSync(folder, { recursive: all, encoding: 'utf8' });
  const part = all ? found : [...found, ...readdirSync(join(folder, 'asyncio')).map((name) => `asyncio/${name}`)];
  return part.filter((name) => name.endsWith('.py')).map((name) => join(folder, name));
}

test.skipIf(library === '')('names live where Python says', { timeout: 300_000 }, () => {
  const files = modulesOf(library);
  const { stdout } = spawnSync(python, ['-W', 'ignore', script], {
    input: files.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const tables = stdout.trimEnd().split('\n');
  expect(tables).toHaveLength(files.length);
  let names = 0;
  const differences: string[] = [];
  for (const [index, file] of files.entries()) {
    const table: Table | null = JSON.parse(tables[index] ?? 'null');
    if (table === null) continue;
    const found = compareScopes(readFileSync(file), table);
    names += found.names;
    differences.push(...found.differences.map((difference) => `${file}: ${difference}`));
  }
  expect(differences).toEqual([]);
  expect(names).toBeGreaterThan(10_000);
  console.info(`${names} names of ${files.length} modules`);
});
