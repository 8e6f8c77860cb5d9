import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Module } from '../program/module.ts';
import { type Block, blockAround, blockKey } from './block.ts';
import { ImportEdges } from './import-edges.ts';
import { Mentions } from './mentions.ts';
import { targetsByName } from './targets.ts';

/** A block that something outside of the code starts, and what it is called. */
export interface EntryPoint extends Block {
  readonly label: string;
}

/** What the search needs to know. */
export interface ReachSearch {
  /** The entry points that a module tells of, in itself or in others. */
  entryPoints(e: Evaluator, module: Module): readonly EntryPoint[];
  /** True for files in which nothing counts that leads on: tests. */
  leftOut(file: string): boolean;
}

/**
 * From which entry points some blocks are reached: by calls, but also by every other mention of a function (in a table,
 * as a callback), by making an object for what Python calls on objects, and by imports for the bodies of modules. Works
 * backwards from the blocks, so that code which does not lead there is not even parsed.
 */
export function reachedFrom(e: Evaluator, blocks: readonly Block[], search: ReachSearch): Map<string, string[]> {
  const { edges, modules } = callersOf(e, blocks, search);
  const entries = new Map<string, EntryPoint>();
  for (const module of modules) {
    for (const entry of search.entryPoints(e, module)) entries.set(`${blockKey(entry)} ${entry.label}`, entry);
  }
  const labels = new Map<string, Set<string>>();
  for (const entry of entries.values()) {
    for (const start of [entry, { module: entry.module, node: entry.module.tree.root }]) {
      spread(blockKey(start), entry.label, edges, labels);
    }
  }
  return new Map(blocks.map((block) => [blockKey(block), [...(labels.get(blockKey(block)) ?? [])].sort()]));
}

/** From each block the blocks that it leads to. */
type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function spread(start: string, label: string, edges: Edges, labels: Map<string, Set<string>>): void {
  const open = [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    let known = labels.get(key);
    if (known === undefined) labels.set(key, (known = new Set()));
    if (known.has(label)) continue;
    known.add(label);
    open.push(...(edges.get(key) ?? []));
  }
}

interface Callers {
  readonly edges: Edges;
  /** The modules that hold a block from which one of the blocks is reached. */
  readonly modules: ReadonlySet<Module>;
}

function callersOf(e: Evaluator, blocks: readonly Block[], search: ReachSearch): Callers {
  const edges = new Map<string, Set<string>>();
  const modules = new Set<Module>();
  const seen = new Set<string>();
  const callers = new CallerSearch(e, search);
  let round: readonly Block[] = blocks;
  while (round.length > 0) {
    const fresh: Block[] = [];
    for (const block of round) {
      if (seen.has(blockKey(block))) continue;
      seen.add(blockKey(block));
      modules.add(block.module);
      fresh.push(block);
    }
    const next: Block[] = [];
    callers.each(fresh, (from, to) => {
      const known = edges.get(blockKey(from));
      if (known === undefined) {
        edges.set(blockKey(from), new Set([blockKey(to)]));
        next.push(from);
      } else known.add(blockKey(to));
    });
    round = next;
  }
  return { edges, modules };
}

class CallerSearch {
  private readonly e: Evaluator;
  private readonly leftOut: (file: string) => boolean;
  private readonly mentions: Mentions;
  private readonly imports: ImportEdges;

  constructor(e: Evaluator, search: ReachSearch) {
    this.e = e;
    this.leftOut = (file) => search.leftOut(file);
    this.mentions = new Mentions(e.program, this.leftOut);
    this.imports = new ImportEdges(e.program);
  }

  /** Tells of each of some blocks those that lead to it directly. */
  each(blocks: readonly Block[], found: (from: Block, to: Block) => void): void {
    const functions = blocks.filter(({ module, node }) => node !== module.tree.root);
    for (const block of functions) {
      const around = blockAround(block.module, block.node);
      if (around.node !== around.module.tree.root) found(around, block);
    }
    this.eachMention(functions, found);
    for (const block of blocks) {
      if (block.node !== block.module.tree.root) continue;
      const files = this.e.importersOf(block.module).filter((file) => !this.leftOut(file));
      for (const from of this.imports.into(block.module, files)) found(from, block);
    }
  }

  private eachMention(functions: readonly Block[], found: (from: Block, to: Block) => void): void {
    const targets = targetsByName(this.e, functions);
    for (const [name, { modules }] of targets) {
      for (const module of modules) this.e.openUsers(module, name, this.leftOut);
    }
    for (const [name, ones] of targets) {
      for (const mention of this.mentions.of(name)) {
        const meant = ones.meant(mention);
        if (meant.size === 0) continue;
        const from = blockAround(mention.module, mention.node);
        for (const block of meant) found(from, block);
      }
    }
  }
}
