// Mutants of Python sources, and what a mutation may and may not change in the tree.

import { Kind, NONE, type Node, type Tree } from '../../src/syntax/python/index.ts';

/** A changed source: the bytes `start` to `end` of the original have become `start` to `newEnd`. */
export interface Mutant {
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** A small fast generator with a fixed seed: numbers from 0 to below 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const INSERTED = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  '"',
  "'",
  '"""',
  '\n',
  '\\',
  '=',
  '.',
  ' ',
  '    ',
  '#',
  'def ',
];
const encoder = new TextEncoder();
const TOKEN = /[A-Za-z_]\w*|\d+|[^\s\w]/g;

function replaced(kind: string, source: Uint8Array, start: number, end: number, by: Uint8Array): Mutant {
  const bytes = new Uint8Array(source.length - (end - start) + by.length);
  bytes.set(source.subarray(0, start));
  bytes.set(by, start);
  bytes.set(source.subarray(end), start + by.length);
  return { kind, bytes, start, end, newEnd: start + by.length };
}

/** Swaps two neighbouring tokens near a place. */
function swapped(source: Uint8Array, at: number): Mutant {
  const text = Buffer.from(source.subarray(at, at + 80)).toString('latin1');
  const [first, second] = [...text.matchAll(TOKEN)].slice(1, 3);
  if (first === undefined || second === undefined) return replaced('swap', source, at, at, encoder.encode(' '));
  const end = second.index + second[0].length;
  const between = text.slice(first.index + first[0].length, second.index);
  const by = Buffer.from(second[0] + between + first[0], 'latin1');
  return replaced('swap', source, at + first.index, at + end, by);
}

/** One mutant of a source that is not empty. */
export function mutantOf(source: Uint8Array, next: () => number): Mutant {
  const at = Math.floor(next() * source.length);
  const length = 1 + Math.floor(next() * 30);
  const end = Math.min(at + length, source.length);
  switch (Math.floor(next() * 5)) {
    case 0:
      return replaced('flip', source, at, at + 1, Uint8Array.of(Math.floor(next() * 256)));
    case 1:
      return replaced('cut', source, at, end, new Uint8Array());
    case 2:
      return replaced('duplicate', source, end, end, source.slice(at, end));
    case 3:
      return swapped(source, at);
    default: {
      const text = INSERTED[Math.floor(next() * INSERTED.length)] ?? '';
      return replaced('insert', source, at, at, encoder.encode(text));
    }
  }
}

const COMPOUND: ReadonlySet<Kind> = new Set<Kind>([Kind.Module, Kind.Block]);

/** The byte range of the innermost statements on the lines of a range; of a compound statement only the header. */
function statementRange(tree: Tree, first: number, last: number): [number, number] {
  const start = first === 0 ? 0 : tree.source.lastIndexOf(10, first - 1) + 1;
  const lineEnd = tree.source.indexOf(10, last);
  const end = lineEnd < 0 ? tree.source.length : lineEnd;
  let from = start;
  let to = end;
  const visit = (list: Node): void => {
    for (let node = tree.firstChild(list); node !== NONE; node = tree.nextSibling(node)) {
      if (tree.start(node) > end || tree.end(node) < start) continue;
      const inner = blocksIn(tree, node);
      const headerEnd = inner.length === 0 ? tree.end(node) : tree.start(inner[0]!);
      if (start <= headerEnd) {
        from = Math.min(from, tree.start(node));
        to = Math.max(to, headerEnd);
      }
      for (const block of inner) {
        if (tree.start(block) <= end && tree.end(block) >= start) visit(block);
      }
    }
  };
  visit(tree.root);
  return [from, to];
}

function blocksIn(tree: Tree, node: Node): Node[] {
  const blocks: Node[] = [];
  for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child)) {
    const kind = tree.kind(child);
    if (COMPOUND.has(kind)) blocks.push(child);
    else if (CLAUSES.has(kind)) blocks.push(...blocksIn(tree, child));
  }
  return blocks;
}

const CLAUSES: ReadonlySet<Kind> = new Set<Kind>([
  Kind.Elif,
  Kind.Else,
  Kind.ExceptHandler,
  Kind.Finally,
  Kind.MatchCase,
]);

/** Start and end of each call in a tree, as `start * 2 ** 26 + end`. */
export function callsOf(tree: Tree): Set<number> {
  const calls = new Set<number>();
  for (let node = 1 as Node; node < tree.count; node++) {
    if (tree.kind(node) === Kind.Call) calls.add(tree.start(node) * SHIFT + tree.end(node));
  }
  return calls;
}

const SHIFT = 2 ** 26;

/** The calls of the original outside the mutated statement, and how many of them the mutant lacks. */
export function lostCalls(
  original: Tree,
  calls: Set<number>,
  mutant: Mutant,
  tree: Tree,
): { outside: number; lost: number } {
  const [from, to] = statementRange(original, mutant.start, mutant.end);
  const delta = mutant.newEnd - mutant.end;
  const found = callsOf(tree);
  let outside = 0;
  let lost = 0;
  for (const call of calls) {
    const start = Math.floor(call / SHIFT);
    const end = call % SHIFT;
    if (start < to && end > from) continue;
    outside++;
    const shift = start >= mutant.end ? delta : 0;
    if (!found.has((start + shift) * SHIFT + end + shift)) lost++;
  }
  return { outside, lost };
}
