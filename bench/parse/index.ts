// npm run bench:parse -- DIR [--python PYTHON] [--prototype FILE] [--rounds N]: one run over the same files, as ratios.
// Each round runs every candidate in turn; the figures are medians of the rounds after the first two.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { Kind, NONE, type Node, parseModule, type Tree } from '../../src/syntax/python/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string', default: 'python3' },
    prototype: { type: 'string' },
    rounds: { type: 'string', default: '9' },
  },
});

/** Something that is timed over all files, in milliseconds. */
interface Candidate {
  readonly name: string;
  run(): number | Promise<number>;
}

const WARM_UP = 2;
const scripts = fileURLToPath(new URL('ast_parse.py', import.meta.url));

function listed(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

let sink = 0;

/** Counts line ends: every byte is looked at once. */
function scan(bytes: Uint8Array): void {
  let lines = 0;
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 10) lines++;
  sink += lines;
}

/** Visits every node by its links. */
function visitAll(tree: Tree, first: Node): void {
  for (let node = first; node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) === Kind.Call) sink++;
    visitAll(tree, tree.firstChild(node));
  }
}

/** CPython's parser over the same files; it times itself, so that its start-up does not count. */
async function pythonRun(list: string): Promise<number> {
  const { stdout } = await promisify(execFile)(values.python, ['-W', 'ignore', scripts, list], { maxBuffer: 1 << 20 });
  return Number(stdout);
}

function candidates(directory: string, sources: readonly Uint8Array[], paths: readonly string[]): Candidate[] {
  const over = (work: (bytes: Uint8Array) => void) => (): number =>
    timed(() => {
      for (const bytes of sources) work(bytes);
    });
  const list: Candidate[] = [
    {
      name: 'read',
      run: () =>
        timed(() => {
          for (const path of paths) sink += readFileSync(path).length;
        }),
    },
    { name: 'byte scan', run: over(scan) },
    { name: 'parse', run: over((bytes) => (sink += parseModule(bytes).count)) },
    {
      name: 'parse and visit',
      run: over((bytes) => {
        const tree = parseModule(bytes);
        visitAll(tree, tree.root);
      }),
    },
    { name: 'ast.parse', run: () => pythonRun(directory) },
  ];
  if (values.prototype !== undefined) {
    const prototype = createRequire(import.meta.url)(resolve(values.prototype)) as { parse(bytes: Uint8Array): number };
    list.push({ name: 'prototype', run: over((bytes) => (sink += prototype.parse(bytes))) });
  }
  return list;
}

async function main(): Promise<number> {
  const [folder] = positionals;
  if (folder === undefined) {
    console.error('usage: npm run bench:parse -- DIR [--python PYTHON] [--prototype FILE] [--rounds N]');
    return 2;
  }
  const directory = resolve(folder);
  const paths = listed(directory);
  const sources = paths.map((path) => readFileSync(path));
  const size = sources.reduce((total, bytes) => total + bytes.length, 0);
  const list = candidates(directory, sources, paths);
  const figures = new Map<string, number[]>(list.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, run } of list) {
      const time = await run();
      if (round >= WARM_UP) figures.get(name)?.push(time);
    }
  }
  const of = (name: string): number => median(figures.get(name) ?? []);
  const floor = of('read') + of('byte scan');
  console.log(
    `${paths.length} files, ${(size / 1e6).toFixed(1)} MB, node ${process.version}, medians of paired rounds`,
  );
  for (const { name } of list) {
    const rate = size / 1000 / of(name);
    console.log(
      `${name.padEnd(16)} ${of(name).toFixed(0).padStart(6)} ms ${rate.toFixed(1).padStart(7)} MB/s ${(of(name) / floor).toFixed(2).padStart(6)} x floor`,
    );
  }
  console.log(`ast.parse / parse: ${(of('ast.parse') / of('parse')).toFixed(2)}`);
  if (figures.has('prototype')) console.log(`parse / prototype: ${(of('parse') / of('prototype')).toFixed(2)}`);
  console.log(`memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most, sources held (${sink % 2})`);
  return 0;
}

process.exitCode = await main();
