import { definitionName, Kind, type NameId, NONE, type Node } from '../../syntax/python/index.ts';
import { enclosingClass } from '../evaluate/enclosing.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Module } from '../program/module.ts';
import { classValue } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { ClassValue, Value } from '../values/value.ts';
import { type Block, blockKey, nameOf } from './block.ts';
import type { Mention } from './mentions.ts';
import { isStarted, registrarsOf } from './registrars.ts';

type Table = Map<string, Block[]>;

/** Functions that are looked for by one name, and which of them a mention of that name means. */
export class Targets {
  private readonly e: Evaluator;
  /** The modules that define them. */
  readonly modules: Set<Module> = new Set();
  /** Functions by their own place. */
  private readonly functions: Table = new Map();
  /** Methods by their own place, by that of their class, and by those of the classes above it. */
  private readonly methods: Table = new Map();
  private readonly ofClass: Table = new Map();
  private readonly below: Table = new Map();
  /** Methods that somebody calls who makes an object of the class of this name, by the place of the class. */
  private readonly called: Table = new Map();

  /** Functions by the key of an object with which they register. */
  private readonly registered: Table = new Map();

  constructor(e: Evaluator) {
    this.e = e;
  }

  addFunction(block: Block): void {
    this.modules.add(block.module);
    add(this.functions, blockKey(block), block);
  }

  addMethod(block: Block, of: ClassValue): void {
    this.modules.add(block.module);
    add(this.methods, blockKey(block), block);
    for (const one of this.e.lineage(of).classes) {
      add(blockKey(one) === blockKey(of) ? this.ofClass : this.below, blockKey(one), block);
    }
  }

  addCalledOfClass(block: Block, of: ClassValue): void {
    this.modules.add(block.module);
    add(this.called, blockKey(of), block);
  }

  addRegistered(block: Block, key: string): void {
    this.modules.add(block.module);
    add(this.registered, key, block);
  }

  /** The functions that a mention means. */
  meant({ module, node }: Mention): Set<Block> {
    const found = new Set<Block>();
    if (this.registered.size > 0 && isStarted(module.tree, node)) {
      for (const one of members(this.value(module, node))) {
        for (const block of this.registered.get(one.key) ?? []) {
          if (block.module === module || isImported(module, node)) found.add(block);
        }
      }
    }
    if (this.functions.size + this.called.size > 0 && !isLocal(module, node)) {
      for (const one of members(this.value(module, node))) {
        addAll(found, one.kind === 'class' ? this.called : this.functions, keyOf(one));
      }
    }
    if (this.methods.size > 0) this.addMembers(module, node, found);
    return found;
  }

  /**
   * `object.name` means a method of a class if the object is of that class, of one below, or of one above that leaves it
   * to it; `super().name` what it evaluates to.
   */
  private addMembers(module: Module, node: Node, found: Set<Block>): void {
    const { tree } = module;
    if (tree.kind(node) !== Kind.Attribute) {
      return addAll(found, this.ofClass, blockKey({ module, node: enclosingClass(tree, node) }));
    }
    for (const object of members(this.value(module, tree.firstChild(node)))) {
      const own = object.kind === 'instance' ? object.class : object;
      if (own.kind === 'object' && own.provider === 'language') {
        for (const one of members(this.value(module, node))) addAll(found, this.methods, keyOf(one));
      }
      if (own.kind !== 'class') continue;
      for (const one of this.e.lineage(own).classes) addAll(found, this.ofClass, blockKey(one));
      addAll(found, this.below, blockKey(own));
    }
  }

  private value(module: Module, node: Node): Value {
    return this.e.evaluateWithin(mostSteps, this.e.context(module), node);
  }
}

/** True for a parameter or variable of a function: who put something there mentioned it by its own name. */
function isLocal({ tree, scopes }: Module, node: Node): boolean {
  if (tree.kind(node) !== Kind.Name) return false;
  const name = tree.name(node);
  const bindings = scopes.find(scopes.at(node), name)?.bindings.get(name);
  return bindings?.every(({ kind }) => kind === 'parameter' || kind === 'for' || kind === 'comprehension') ?? false;
}

/** True for a name that an import binds: it can be another module's object. */
function isImported({ tree, scopes }: Module, node: Node): boolean {
  const name = tree.name(node);
  const bindings = scopes.find(scopes.at(node), name)?.bindings.get(name) ?? [];
  return bindings.some(({ kind }) => kind === 'import-from' || kind === 'import');
}

/** Steps for a mention: most name a function plainly, and there are many. */
const mostSteps = 2000;

function keyOf(value: Value): string | undefined {
  const one = value.kind === 'method' ? value.function : value;
  return one.kind === 'function' || one.kind === 'class' ? blockKey(one) : undefined;
}

function addAll(found: Set<Block>, table: Table, key: string | undefined): void {
  if (key !== undefined) for (const block of table.get(key) ?? []) found.add(block);
}

function add(table: Table, key: string, block: Block): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [block]);
  else list.push(block);
}

/** Some functions by the names by which they are mentioned: their own, that of a class whose objects are called by others. */
export function targetsByName(e: Evaluator, blocks: readonly Block[]): Map<NameId, Targets> {
  const byName = new Map<NameId, Targets>();
  const under = (name: NameId): Targets[] =>
    [name, ...e.uses.aliases(name)].map((one) => {
      let targets = byName.get(one);
      if (targets === undefined) byName.set(one, (targets = new Targets(e)));
      return targets;
    });
  for (const block of blocks) {
    const { tree } = block.module;
    const name = nameOf(tree, block.node);
    const owner = enclosingClass(tree, block.node);
    for (const registrar of registrarsOf(e, block)) {
      for (const targets of under(registrar.name)) targets.addRegistered(block, registrar.key);
    }
    if (owner === NONE) {
      for (const targets of under(name)) targets.addFunction(block);
      continue;
    }
    const of = classValue(block.module, owner, null);
    for (const targets of under(name)) targets.addMethod(block, of);
    if (!isCalledByOthers(e, tree.names.text(name), of)) continue;
    for (const targets of under(tree.name(definitionName(tree, owner)))) targets.addCalledOfClass(block, of);
  }
  return byName;
}

/** What Python calls on objects, and the methods of a class below one from outside, which a framework calls. */
function isCalledByOthers(e: Evaluator, name: string, of: ClassValue): boolean {
  if (/^__\w+__$/.test(name)) return true;
  return e
    .lineage(of)
    .outside.some(
      (base) =>
        base.kind === 'unknown' || (base.kind === 'external' && !/^(?:builtins|typing|enum|abc)\./.test(base.path)),
    );
}
