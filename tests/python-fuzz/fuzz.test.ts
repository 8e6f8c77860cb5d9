// Mutants of real Python files: the parser neither fails nor hangs, and what stands outside the mutation keeps its calls.
// FUZZ_MUTANTS=300000 FUZZ_FILES=/usr/lib/python3 npx vitest run tests/python-fuzz runs longer, over other files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseModule, type Tree, walk } from '../../src/syntax/python/index.ts';
import { callsOf, lostCalls, type Mutant, mutantOf, random } from './mutants.ts';

const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 3000);
const FOLDER = process.env['FUZZ_FILES'] ?? fileURLToPath(new URL('samples', import.meta.url));
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const MUTANTS_PER_FILE = 20;
const LARGEST = 100_000;
/** A parse of at most `LARGEST` bytes takes a few milliseconds; this allows for a busy machine. */
const HANG = 2000;

interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly tree: Tree;
}

function sourceOf(path: string): Source | undefined {
  const bytes = readFileSync(path);
  if (bytes.length === 0 || bytes.length > LARGEST) return undefined;
  const tree = parseModule(bytes);
  return tree.errors.length === 0 && tree.encoding === 'utf-8' ? { path, bytes, tree } : undefined;
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every node is reached once, in a range inside the source. */
function isWhole(tree: Tree): boolean {
  let visited = 0;
  let inside = true;
  walk(tree, tree.root, (node) => {
    visited++;
    inside &&= tree.start(node) <= tree.end(node) && tree.end(node) <= tree.source.length;
  });
  return inside && visited === tree.count - 1;
}

const describeMutant = (source: Source, mutant: Mutant): string =>
  `${source.path}: ${mutant.kind} at byte ${mutant.start} to ${mutant.end}`;

it(`keeps its head over ${MUTANTS} mutants`, { timeout: MUTANTS * 20 + 60_000 }, () => {
  const next = random(SEED);
  const paths = pathsBelow(FOLDER);
  const broken: string[] = [];
  let done = 0;
  let kept = 0;
  let calls = 0;
  let lost = 0;
  let slowest = 0;
  while (done < MUTANTS) {
    const source = sourceOf(paths[Math.floor(next() * paths.length)]!);
    if (source === undefined) continue;
    const original = callsOf(source.tree);
    for (let index = 0; index < MUTANTS_PER_FILE; index++) {
      const mutant = mutantOf(source.bytes, next);
      const start = performance.now();
      const tree = parseModule(mutant.bytes);
      slowest = Math.max(slowest, performance.now() - start);
      if (!isWhole(tree)) broken.push(describeMutant(source, mutant));
      const outcome = lostCalls(source.tree, original, mutant, tree);
      calls += outcome.outside;
      lost += outcome.lost;
      if (outcome.lost === 0) kept++;
      done++;
    }
  }
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;
  console.log(
    `seed ${SEED}, ${done} mutants: ${share(kept, done)} keep all calls outside the mutated statement, ` +
      `${share(calls - lost, calls)} of ${calls} calls kept, slowest parse ${slowest.toFixed(0)} ms`,
  );
  expect(broken).toEqual([]);
  expect(slowest).toBeLessThan(HANG);
  expect(kept / done).toBeGreaterThan(0.995);
});

it('reads any bytes', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => isWhole(parseModule(bytes)));
  expect(() => fc.assert(property, { numRuns: 2000, seed: SEED })).not.toThrow();
});

const WORDS =
  '( ) [ ] { } : , ; . = == := -> + - * ** / @ | if else elif for in while def class lambda not and or is async await ' +
  'yield from import as with try except finally match case type lazy return raise del pass print a b _ 1 1.5 2j "s" \' ' +
  '""" f" f\' t" {x} {x!r:>{y}} \\ # ... None True';
const tokens = [...WORDS.split(' '), '\n', '\n    ', '\n  ', '\n\t', ' '];

it('reads any sequence of tokens', () => {
  const source = fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((words) => words.join(' '));
  const property = fc.property(source, (text) => isWhole(parseModule(new TextEncoder().encode(text))));
  expect(() => fc.assert(property, { numRuns: 5000, seed: SEED })).not.toThrow();
});
