import {
  aliasName,
  aliasTarget,
  callee,
  firstAlias,
  firstArgument,
  firstClassArgument,
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  type Tree,
  valueOf,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';

/** A node of a module. */
export interface Use {
  readonly module: Module;
  readonly node: Node;
}

type Table = Map<NameId, Use[]>;

/** Calls of these change the list or dictionary that they are called on. */
const changing = new Set([
  'append',
  'add',
  'extend',
  'insert',
  'update',
  'setdefault',
  'appendleft',
  'put',
  'put_nowait',
]);

/**
 * Where names are used in the opened modules of a program, by the last name of the expression. It makes no claim what a
 * name means at its place: whoever asks evaluates it there.
 */
export class Uses {
  private readonly program: Program;
  private indexed = 0;
  private readonly callTable: Table = new Map();
  private readonly argumentTable: Table = new Map();
  private readonly storeTable: Table = new Map();
  private readonly changeTable: Table = new Map();
  private readonly subclassTable: Table = new Map();
  private readonly decorationTable: Table = new Map();
  private readonly aliasTable = new Map<NameId, Set<NameId>>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Calls of something of that name, or of a name that an import gave it. */
  calls(name: NameId): readonly Use[] {
    return this.find(this.callTable, name);
  }

  /** Calls with an argument of that name, which may call it in turn. */
  passes(name: NameId): readonly Use[] {
    return this.find(this.argumentTable, name);
  }

  /** Attributes of that name that are assigned to. */
  stores(name: NameId): readonly Use[] {
    this.refresh();
    return this.storeTable.get(name) ?? [];
  }

  /** Assignments to an item of something of that name, and calls that add to it. */
  changes(name: NameId): readonly Use[] {
    this.refresh();
    return this.changeTable.get(name) ?? [];
  }

  /** Class definitions with a base of that name. */
  subclasses(name: NameId): readonly Use[] {
    return this.find(this.subclassTable, name);
  }

  /** Decorators by something of that name. */
  decorations(name: NameId): readonly Use[] {
    return this.find(this.decorationTable, name);
  }

  /** The names that imports give to something of that name. */
  aliases(name: NameId): readonly NameId[] {
    this.refresh();
    return [...(this.aliasTable.get(name) ?? [])];
  }

  private find(table: Table, name: NameId): readonly Use[] {
    this.refresh();
    const direct = table.get(name) ?? [];
    const aliases = this.aliasTable.get(name);
    if (aliases === undefined) return direct;
    return [...direct, ...[...aliases].flatMap((alias) => table.get(alias) ?? [])];
  }

  private refresh(): void {
    const { opened } = this.program;
    if (this.indexed === opened.length) return;
    for (const module of opened.slice(this.indexed)) this.index(module);
    this.indexed = opened.length;
  }

  private index(module: Module): void {
    const { tree } = module;
    for (let node = 1 as Node; node < tree.count; node++) {
      switch (tree.kind(node)) {
        case Kind.Call:
          this.indexCall(module, node);
          break;
        case Kind.Assignment:
        case Kind.AnnotatedAssignment:
        case Kind.AugmentedAssignment:
          this.indexTargets(module, node);
          break;
        case Kind.WithItem:
          this.indexTarget(module, tree.nextSibling(tree.firstChild(node)), node);
          break;
        case Kind.ClassDefinition:
          for (let base = firstClassArgument(tree, node); base !== NONE; base = tree.nextSibling(base)) {
            put(this.subclassTable, lastName(tree, base), module, node);
          }
          break;
        case Kind.Decorator:
          put(this.decorationTable, lastName(tree, tree.firstChild(node)), module, node);
          break;
        case Kind.ImportFrom:
          this.indexAliases(tree, node);
      }
    }
  }

  private indexCall(module: Module, call: Node): void {
    const { tree } = module;
    const called = callee(tree, call);
    put(this.callTable, lastName(tree, called), module, call);
    if (tree.kind(called) === Kind.Attribute && changing.has(tree.nameText(called))) {
      put(this.changeTable, lastName(tree, tree.firstChild(called)), module, call);
    }
    for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
      const kind = tree.kind(argument);
      const value = kind === Kind.KeywordArgument ? valueOf(tree, argument) : argument;
      const valueKind = tree.kind(value);
      if (valueKind === Kind.Name || valueKind === Kind.Attribute)
        put(this.argumentTable, tree.name(value), module, call);
    }
  }

  private indexTargets(module: Module, statement: Node): void {
    const { tree } = module;
    const several = tree.kind(statement) === Kind.Assignment;
    for (let target = firstTarget(tree, statement); target !== NONE; target = tree.nextSibling(target)) {
      if (several && tree.nextSibling(target) === NONE) return; // the value
      this.indexTarget(module, target, statement);
      if (!several) return;
    }
  }

  private indexTarget(module: Module, target: Node, statement: Node): void {
    const { tree } = module;
    const kind = tree.kind(target);
    if (kind === Kind.Attribute) put(this.storeTable, tree.name(target), module, target);
    else if (kind === Kind.Subscript) put(this.changeTable, lastName(tree, tree.firstChild(target)), module, statement);
    else if (kind === Kind.Tuple || kind === Kind.List) {
      for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part)) {
        this.indexTarget(module, part, statement);
      }
    }
  }

  private indexAliases(tree: Tree, statement: Node): void {
    for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
      const renamed = aliasName(tree, alias);
      if (renamed === NONE) continue;
      const name = tree.name(aliasTarget(tree, alias));
      let aliases = this.aliasTable.get(name);
      if (aliases === undefined) this.aliasTable.set(name, (aliases = new Set()));
      aliases.add(tree.name(renamed));
    }
  }
}

/** The last name of `name`, `a.name`, `name[…]`, `name(…)`; 0 if there is none. */
function lastName(tree: Tree, expression: Node): NameId {
  let node = expression;
  for (;;) {
    const kind = tree.kind(node);
    if (kind === Kind.Name || kind === Kind.Attribute) return tree.name(node);
    if (kind !== Kind.Subscript && kind !== Kind.Call && kind !== Kind.Await) return 0 as NameId;
    node = tree.firstChild(node);
  }
}

function put(table: Table, name: NameId, module: Module, node: Node): void {
  if (name === 0) return;
  const uses = table.get(name);
  if (uses === undefined) table.set(name, [{ module, node }]);
  else uses.push({ module, node });
}
