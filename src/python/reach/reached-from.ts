import { callee, Kind, type NameId } from '../../syntax/python/index.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Module } from '../program/module.ts';
import { type Block, blockAround, blockKey, blocksOfScript, nameOf } from './block.ts';
import { ImportEdges } from './import-edges.ts';
import { type Mention, Mentions } from './mentions.ts';
import { gotByName, methodsByClass } from './nameless.ts';
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

/** From which entry points blocks are reached. */
export interface Reach {
  /** The labels of the entry points that reach a block: one of those asked for, or one on the way to them. */
  of(block: Block): ReadonlySet<string>;
  /** Those of them that reach it without calling a method by a name that is not known. */
  surely(block: Block): ReadonlySet<string>;
  /** The labels of those that start the function itself, or reach it by anything but calls in these blocks. */
  beside(block: Block, callers: readonly Block[]): ReadonlySet<string>;
}

/**
 * From which entry points some blocks are reached: by calls, but also by every other mention of a function (in a table,
 * as a callback), by making an object for what Python calls on objects, and by imports for the bodies of modules. Works
 * backwards from the blocks, so that code which does not lead there is not even parsed.
 */
export function reachedFrom(e: Evaluator, blocks: readonly Block[], search: ReachSearch): Reach {
  const { edges, sure, other, modules } = callersOf(e, blocks, search);
  const entries = new Map<string, EntryPoint>();
  for (const module of modules) {
    for (const entry of search.entryPoints(e, module)) entries.set(`${blockKey(entry)} ${entry.label}`, entry);
  }
  const starts = new Map<string, Set<string>>();
  for (const { module, node, label } of entries.values()) {
    const own =
      node === module.tree.root
        ? blocksOfScript(module)
        : [
            { module, node },
            { module, node: module.tree.root },
          ];
    for (const start of own) put(starts, blockKey(start), label);
  }
  return reachBy({ edges, sure, other }, starts);
}

function reachBy({ edges, sure, other }: Omit<Callers, 'modules'>, starts: Edges): Reach {
  const labels = labelsBy(edges, starts);
  const sureLabels = labelsBy(sure, starts);
  const into = new Map<string, Set<string>>();
  for (const [from, leads] of edges) for (const to of leads) put(into, to, from);
  return {
    of: (block) => labels.get(blockKey(block)) ?? nobody,
    surely: (block) => sureLabels.get(blockKey(block)) ?? nobody,
    beside(block, callers) {
      const key = blockKey(block);
      const known = new Set(callers.map(blockKey));
      const others = [...(into.get(key) ?? [])].filter(
        (from) => !known.has(from) || other.get(from)?.has(key) === true,
      );
      return new Set([...(starts.get(key) ?? []), ...others.flatMap((from) => [...(labels.get(from) ?? [])])]);
    },
  };
}

const nobody: ReadonlySet<string> = new Set();

function put(table: Map<string, Set<string>>, key: string, value: string): void {
  const known = table.get(key);
  if (known === undefined) table.set(key, new Set([value]));
  else known.add(value);
}

/** From each block the blocks that it leads to. */
type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function labelsBy(edges: Edges, starts: Edges): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const [start, names] of starts) for (const label of names) spread(start, label, edges, labels);
  return labels;
}

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
  /** Those of them that are not guesses. */
  readonly sure: Edges;
  /** Those of them that are not calls, or not calls alone: what is handed over, registered or stands inside. */
  readonly other: Edges;
  /** The modules that hold a block from which one of the blocks is reached. */
  readonly modules: ReadonlySet<Module>;
}

function callersOf(e: Evaluator, blocks: readonly Block[], search: ReachSearch): Callers {
  const edges = new Map<string, Set<string>>();
  const sure = new Map<string, Set<string>>();
  const other = new Map<string, Set<string>>();
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
    callers.each(fresh, (from, to, how) => {
      if (!edges.has(blockKey(from))) next.push(from);
      put(edges, blockKey(from), blockKey(to));
      if (how !== 'maybe') put(sure, blockKey(from), blockKey(to));
      if (how !== 'call') put(other, blockKey(from), blockKey(to));
    });
    round = next;
  }
  return { edges, sure, other, modules };
}

/** How a block leads to another: it calls it by its name, by a name that is not known, or leads there otherwise. */
type How = 'call' | 'maybe' | 'other';

type Found = (from: Block, to: Block, how: How) => void;

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
  each(blocks: readonly Block[], found: Found): void {
    const functions = blocks.filter(({ module, node }) => module.tree.kind(node) === Kind.FunctionDefinition);
    for (const block of functions) {
      const around = blockAround(block.module, block.node);
      if (around.node !== around.module.tree.root) found(around, block, 'other');
    }
    this.eachMention(functions, found);
    this.eachNameless(functions, found);
    for (const block of blocks) {
      if (block.node !== block.module.tree.root) continue;
      const files = this.e.importersOf(block.module).filter((file) => !this.leftOut(file));
      for (const from of this.imports.into(block.module, files)) found(from, block, 'other');
    }
  }

  /** `getattr(object, name)` may be any method that the name fits. */
  private eachNameless(functions: readonly Block[], found: Found): void {
    const methods = methodsByClass(functions);
    const [first] = functions;
    if (first === undefined || methods.size === 0) return;
    for (const mention of this.mentions.of(first.module.tree.names.idOf('getattr'))) {
      const from = blockAround(mention.module, mention.node);
      for (const { block, isTold } of gotByName(this.e, mention, methods))
        found(from, block, isTold ? 'other' : 'maybe');
    }
  }

  private eachMention(functions: readonly Block[], found: Found): void {
    const targets = targetsByName(this.e, functions);
    for (const [name, { modules }] of targets) {
      for (const module of modules) this.e.openUsers(module, name, this.leftOut);
    }
    for (const [name, ones] of targets) {
      for (const mention of this.mentions.of(name)) {
        const meant = ones.meant(mention);
        if (meant.size === 0) continue;
        const from = blockAround(mention.module, mention.node);
        for (const block of meant) found(from, block, calls(this.e, mention, name, block) ? 'call' : 'other');
      }
    }
  }
}

/** True for a mention that calls a function by its own name or one that an import gives it, or makes an object of its class. */
function calls(
  e: Evaluator,
  { module: { tree }, node }: Mention,
  name: NameId,
  { module, node: definition }: Block,
): boolean {
  const call = tree.parent(node);
  if (tree.kind(call) !== Kind.Call || callee(tree, call) !== node) return false;
  const own = nameOf(module.tree, definition);
  return own === name || tree.names.text(own) === '__init__' || e.uses.aliases(own).includes(name);
}
