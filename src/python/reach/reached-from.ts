import { definitionName, Kind, type NameId, NONE, type Node } from '../../syntax/python/index.ts';
import { enclosingClass } from '../evaluate/enclosing.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Module } from '../program/module.ts';
import { classValue } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { ClassValue, Value } from '../values/value.ts';
import { type Block, blockAround, blockKey, nameOf } from './block.ts';
import { ImportEdges } from './import-edges.ts';
import { type Mention, mentionsOf } from './mentions.ts';

/** A block that something outside of the code starts, and what it is called. */
export interface EntryPoint extends Block {
  readonly label: string;
}

/** What the search needs to know. */
export interface ReachSearch {
  /** The entry points that a module tells of, in itself or in others. */
  entryPoints(e: Evaluator, module: Module): readonly EntryPoint[];
  /** True for modules in which nothing counts that leads on: tests. */
  leftOut(module: Module): boolean;
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
type Edges = ReadonlyMap<string, readonly string[]>;

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
  const edges = new Map<string, string[]>();
  const modules = new Set<Module>();
  const seen = new Set<string>();
  const imports = new ImportEdges(e.program);
  let round: readonly Block[] = blocks;
  while (round.length > 0) {
    const fresh = round.filter((block) => !seen.has(blockKey(block)));
    for (const block of fresh) {
      seen.add(blockKey(block));
      modules.add(block.module);
    }
    const next: Block[] = [];
    for (const [from, to] of edgesInto(e, fresh, imports)) {
      if (search.leftOut(from.module)) continue;
      const list = edges.get(blockKey(from));
      if (list === undefined) edges.set(blockKey(from), [blockKey(to)]);
      else list.push(blockKey(to));
      next.push(from);
    }
    round = next;
  }
  return { edges, modules };
}

/** The blocks that lead to some others directly. */
function edgesInto(e: Evaluator, blocks: readonly Block[], imports: ImportEdges): [Block, Block][] {
  const found: [Block, Block][] = [];
  const functions = blocks.filter(({ module, node }) => node !== module.tree.root);
  const targets = functions.map((block) => targetOf(e, block));
  for (const { block, names } of targets) for (const name of names) e.openUsers(block.module, name);
  const mentions = mentionsOf(e.program.opened, new Set(targets.flatMap(({ names }) => [...names])));
  for (const target of targets) {
    const around = blockAround(target.block.module, target.block.node);
    if (around.node !== around.module.tree.root) found.push([around, target.block]);
    for (const name of target.names) {
      for (const mention of mentions.get(name) ?? []) {
        if (target.isMeant(mention)) found.push([blockAround(mention.module, mention.node), target.block]);
      }
    }
  }
  for (const block of blocks) {
    if (block.node !== block.module.tree.root) continue;
    e.openImporters(block.module);
    for (const from of imports.into(block.module)) found.push([from, block]);
  }
  return found;
}

/** A function, the names by which it is mentioned, and whether a mention means it. */
interface Target {
  readonly block: Block;
  readonly names: ReadonlySet<NameId>;
  isMeant(mention: Mention): boolean;
}

function targetOf(e: Evaluator, block: Block): Target {
  const { module, node } = block;
  const { tree } = module;
  const name = nameOf(tree, node);
  const owner = enclosingClass(tree, node);
  const names = new Set([name, ...aliasesOf(e, name)]);
  if (owner === NONE) return { block, names, isMeant: (mention) => isFunction(valueOf(e, mention), block) };
  const of = classValue(module, owner, null);
  const calledByOthers = /^__\w+__$/.test(tree.names.text(name)) || hasForeignBase(e, of);
  const className = tree.name(definitionName(tree, owner));
  if (calledByOthers) for (const alias of [className, ...aliasesOf(e, className)]) names.add(alias);
  return {
    block,
    names,
    isMeant: (mention) => {
      const mentioned = mention.module.tree.name(mention.node);
      if (calledByOthers && mentioned !== name) return members(valueOf(e, mention)).some((one) => isClass(one, of));
      return isMember(e, mention, of);
    },
  };
}

const aliasesOf = (e: Evaluator, name: NameId): readonly NameId[] => e.uses.aliases(name);

function valueOf(e: Evaluator, { module, node }: Mention): Value {
  return e.evaluate(e.context(module), node);
}

function isFunction(value: Value, { module, node }: Block): boolean {
  return members(value).some((one) => {
    const called = one.kind === 'method' ? one.function : one;
    return called.kind === 'function' && called.module === module && called.node === node;
  });
}

function isClass(value: Value, of: ClassValue): boolean {
  return value.kind === 'class' && value.module === of.module && value.node === of.node;
}

/** `object.name` means a method of a class if the object is of that class, of one below, or of one above that leaves it to it. */
function isMember(e: Evaluator, { module, node }: Mention, of: ClassValue): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Attribute) return blockOfClass(module, node, of);
  for (const object of members(e.evaluate(e.context(module), tree.firstChild(node)))) {
    const own = object.kind === 'instance' ? object.class : object;
    if (own.kind === 'object' && own.provider === 'language') return isFunctionOf(e, module, node, of);
    if (own.kind !== 'class') continue;
    if (e.lineage(own).classes.some((one) => isClass(one, of))) return true;
    if (e.lineage(of).classes.some((one) => isClass(one, own))) return true;
  }
  return false;
}

/** A function that is mentioned in the body of its own class. */
function blockOfClass(module: Module, node: Node, of: ClassValue): boolean {
  return module === of.module && enclosingClass(module.tree, node) === of.node;
}

/** `super().name` means it if it evaluates to a function of that class. */
function isFunctionOf(e: Evaluator, module: Module, node: Node, of: ClassValue): boolean {
  return members(e.evaluate(e.context(module), node)).some((one) => {
    const called = one.kind === 'method' ? one.function : one;
    return (
      called.kind === 'function' &&
      called.module === of.module &&
      enclosingClass(of.module.tree, called.node) === of.node
    );
  });
}

/** A class above which stands one from outside has methods that the framework calls. */
function hasForeignBase(e: Evaluator, of: ClassValue): boolean {
  return e
    .lineage(of)
    .outside.some(
      (base) =>
        base.kind === 'unknown' || (base.kind === 'external' && !/^(?:builtins|typing|enum|abc)\./.test(base.path)),
    );
}
