import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from './compare.ts';
import { interpreterOracle, type Oracle } from './oracle.ts';
import { hasPyodide, pyodideOracle } from './pyodide-oracle.ts';

// Right and wrong spellings of each construct, separated by lines of three hyphens.
const snippets = readFileSync(new URL('snippets.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n---\n');
const samples = ['orders.py', 'syntax.py'].map((name) =>
  fileURLToPath(new URL(`../../tests/python-fuzz/samples/${name}`, import.meta.url)),
);

function isInstalled(python: string): boolean {
  try {
    execFileSync(python, ['-c', ''], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A snippet alone, without its line end, in a block, and with other line ends. */
const variants = (text: string): string[] => [
  `${text}\n`,
  text,
  `if q:\n    ${text.replaceAll('\n', '\n    ')}\nz = 1\n`,
  `${text}\n`.replaceAll('\n', '\r\n'),
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The texts that an interpreter reads otherwise than we do, each with the difference. */
async function differences(oracle: Oracle): Promise<string[]> {
  const found: string[] = [];
  const path = join(folder, 'snippet.py');
  const sources = [...snippets.flatMap(variants), ...samples.map((sample) => readFileSync(sample, 'utf8'))];
  for (const source of sources) {
    writeFileSync(path, source);
    const outcome = outcomeOf(readFileSync(path), await oracle.parse(path), oracle.version);
    if (outcome.kind === 'difference') found.push(`${JSON.stringify(source)}: ${outcome.detail}`);
  }
  oracle.close();
  return found;
}

describe.each(['python3', 'python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13'])(
  'trees equal those of %s',
  (python) => {
    it.skipIf(!isInstalled(python))('for each snippet', { timeout: 120_000 }, async () => {
      expect(await differences(await interpreterOracle(python))).toEqual([]);
    });
  },
);

describe.each(['pyodide', 'pyodide-315'])('trees equal those of %s', (name) => {
  it.skipIf(!hasPyodide(name))('for each snippet', { timeout: 120_000 }, async () => {
    expect(await differences(await pyodideOracle(name))).toEqual([]);
  });
});
