// npm run conformance -- DIR [--python PYTHON]: compares our trees with an interpreter's own, for every .py below DIR.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, Worker } from 'node:worker_threads';
import { type Outcome, outcomeOf } from './compare.ts';
import { hasPositions, interpreterOracle, type Oracle } from './oracle.ts';
import { pyodideOracle } from './pyodide-oracle.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'python3' }, show: { type: 'string', default: '5' } },
});

/** `pyodide` and `pyodide@FOLDER` name the packages in oracles/; everything else is an interpreter. */
async function oracleFor(python: string): Promise<Oracle> {
  return python.startsWith('pyodide') ? pyodideOracle(python) : interpreterOracle(python);
}

function pythonFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function show(path: string, outcome: Outcome): void {
  console.log(`${path}: ${outcome.kind}\n  ${outcome.detail ?? ''}`);
}

async function main(): Promise<number> {
  const [directory] = positionals;
  if (directory === undefined) {
    console.error('usage: npm run conformance -- DIR [--python PYTHON] [--show N]');
    return 2;
  }
  const files = pythonFiles(resolve(directory));
  const oracle = await oracleFor(values.python);
  const counts = { equal: 0, 'both refuse': 0, newer: 0, older: 0, 'too deep there': 0, difference: 0 };
  let pending = oracle.parse(files[0] ?? '');
  for (const [index, path] of files.entries()) {
    const answer = await pending;
    // The interpreter works on the next file while we work on this one.
    pending = oracle.parse(files[index + 1] ?? '');
    const outcome = outcomeOf(readFileSync(path), answer, oracle.version);
    counts[outcome.kind]++;
    if (outcome.kind === 'difference' && counts.difference <= Number(values.show)) show(path, outcome);
  }
  oracle.close();
  const what = hasPositions(oracle.version) ? 'structure and positions' : 'structure';
  const summary = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  console.log(`Python ${oracle.version.join('.')}, ${what}: ${files.length} files: ${summary.join(', ')}`);
  return counts.difference === 0 && files.length > 0 ? 0 : 1;
}

/** Writing a tree recurses as deep as the tree is, so it gets a larger stack than the main thread has. */
const STACK_MEGABYTES = 64;

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
  });
  worker.on('exit', (code) => {
    process.exitCode = code;
  });
} else process.exitCode = await main();
