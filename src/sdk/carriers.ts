import type { Module } from '../python/program/module.ts';
import {
  aliasName,
  aliasTarget,
  definitionName,
  dottedText,
  firstAlias,
  importedModule,
  importLevel,
  Kind,
  type NameId,
  NONE,
  type Node,
  type Tree,
} from '../syntax/python/index.ts';

/** What is known of an SDK before a module is looked at. */
export interface CarrierSeeds {
  /** The first parts of the paths of the SDKs. */
  readonly packages: ReadonlySet<string>;
  /** The names by which modules give SDK objects, by the absolute names of the modules. */
  readonly carriers: ReadonlyMap<string, ReadonlySet<string>>;
  /** The absolute name of a module named in `from`. */
  absoluteName(from: Module, level: number, name: string): string | undefined;
  /** True if a method of this name gives a response, and no object to call on. */
  isOperation(name: string): boolean;
}

/**
 * The names of a module by which others may get at an object of an SDK: variables that hold one, functions that give one,
 * classes whose objects hold one. Read from the text alone: what is assigned from such a name is one, wherever in the
 * module. Too many rather than too few: modules that use none of these cannot perform an operation by way of this one.
 * Undefined if the module imports neither an SDK nor such a name.
 */
export function carriersOf(module: Module, seeds: CarrierSeeds): Set<string> | undefined {
  const { tree, scopes } = module;
  const taint = new Taint(module, seeds);
  if (!taint.isSeeded) return undefined;
  while (taint.spread());
  const found = new Set<string>();
  for (const name of scopes.module.bindings.keys()) if (taint.has(name)) found.add(tree.names.text(name));
  return found;
}

class Taint {
  private readonly tree: Tree;
  private readonly module: Module;
  private readonly seeds: CarrierSeeds;
  private readonly names = new Set<NameId>();
  private readonly attributes = new Set<NameId>();
  /** Names of modules, with the carriers that are attributes of them. */
  private readonly modules = new Map<NameId, ReadonlySet<string>>();

  constructor(module: Module, seeds: CarrierSeeds) {
    this.module = module;
    this.tree = module.tree;
    this.seeds = seeds;
    for (let node = 1 as Node; node < this.tree.count; node++) {
      if (this.tree.kind(node) === Kind.Import) this.seedImport(node);
      else if (this.tree.kind(node) === Kind.ImportFrom) this.seedImportFrom(node);
    }
  }

  get isSeeded(): boolean {
    return this.names.size > 0 || this.modules.size > 0;
  }

  has(name: NameId): boolean {
    return this.names.has(name);
  }

  private seedImport(statement: Node): void {
    const { tree, seeds } = this;
    for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
      const path = dottedText(tree, aliasTarget(tree, alias));
      const first = path.replace(/\..*$/, '');
      if (!seeds.packages.has(first) && !seeds.carriers.has(path)) continue;
      const renamed = aliasName(tree, alias);
      const given = seeds.carriers.get(path);
      if (given !== undefined && renamed !== NONE) this.modules.set(tree.name(renamed), given);
      else this.names.add(renamed === NONE ? tree.names.idOf(first) : tree.name(renamed));
    }
  }

  private seedImportFrom(statement: Node): void {
    const { tree, seeds } = this;
    const named = importedModule(tree, statement);
    const written = named === NONE ? '' : dottedText(tree, named);
    const path = seeds.absoluteName(this.module, importLevel(tree, statement), written);
    if (path === undefined) return;
    const isSdk = seeds.packages.has(path.replace(/\..*$/, ''));
    const given = seeds.carriers.get(path);
    for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
      const name = tree.nameText(aliasTarget(tree, alias));
      const bound = tree.name(aliasName(tree, alias) === NONE ? aliasTarget(tree, alias) : aliasName(tree, alias));
      const ofModule = seeds.carriers.get(`${path}.${name}`);
      if (isSdk || given?.has(name) === true) this.names.add(bound);
      else if (ofModule !== undefined) this.modules.set(bound, ofModule);
      else if (name === '*' && given !== undefined) for (const one of given) this.names.add(tree.names.idOf(one));
    }
  }

  /** One pass over the statements; true if it found more. */
  spread(): boolean {
    const { tree } = this;
    const before = this.names.size + this.attributes.size;
    for (let node = 1 as Node; node < tree.count; node++) {
      switch (tree.kind(node)) {
        case Kind.Assignment:
        case Kind.AnnotatedAssignment:
        case Kind.WithItem:
        case Kind.For:
        case Kind.ComprehensionFor:
        case Kind.NamedExpression:
        case Kind.Parameter:
          this.spreadToTargets(node);
          break;
        case Kind.Return:
        case Kind.Yield:
        case Kind.YieldFrom:
        case Kind.Lambda:
          if (this.holds(tree.firstChild(node))) this.mark(this.definitionAround(node, Kind.FunctionDefinition));
          break;
        case Kind.ClassDefinition:
          this.spreadToClass(node);
      }
    }
    return this.names.size + this.attributes.size > before;
  }

  /** Each part that is a target is marked if another part holds a marked name. */
  private spreadToTargets(statement: Node): void {
    const { tree } = this;
    let held = false;
    for (let part = tree.firstChild(statement); part !== NONE && !held; part = tree.nextSibling(part)) {
      if (tree.kind(part) !== Kind.Block && tree.kind(part) !== Kind.Else) held = this.holds(part);
    }
    if (!held) return;
    for (let part = tree.firstChild(statement); part !== NONE; part = tree.nextSibling(part)) this.markTarget(part);
  }

  private markTarget(target: Node): void {
    const { tree } = this;
    switch (tree.kind(target)) {
      case Kind.Name:
        this.names.add(tree.name(target));
        return;
      case Kind.Attribute:
        this.attributes.add(tree.name(target));
        return;
      case Kind.Subscript:
      case Kind.Starred:
        this.markTarget(tree.firstChild(target));
        return;
      case Kind.Tuple:
      case Kind.List:
        for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part)) this.markTarget(part);
    }
  }

  /** A class is marked with a base that is, and with an attribute or a method that is. */
  private spreadToClass(definition: Node): void {
    const { tree } = this;
    const own = definitionName(tree, definition);
    if (this.names.has(tree.name(own))) return;
    const end = tree.end(definition);
    for (let node = definition - 1; node > 0 && tree.start(node as Node) >= tree.start(definition); node--) {
      const kind = tree.kind(node as Node);
      const isNamed = kind === Kind.FunctionDefinition && this.names.has(tree.name(definitionName(tree, node as Node)));
      const isStored = kind === Kind.Attribute && this.attributes.has(tree.name(node as Node));
      const isBase = kind === Kind.Arguments && tree.parent(node as Node) === definition && this.holds(node as Node);
      if (tree.end(node as Node) <= end && (isNamed || isStored || isBase)) {
        this.names.add(tree.name(own));
        return;
      }
    }
  }

  private mark(definition: Node): void {
    if (definition === NONE) return;
    const name = this.tree.name(definitionName(this.tree, definition));
    this.names.add(name);
    this.attributes.add(name);
  }

  private definitionAround(node: Node, kind: Kind): Node {
    let around = this.tree.parent(node);
    while (around !== NONE && this.tree.kind(around) !== kind) around = this.tree.parent(around);
    return around;
  }

  /** True if an expression mentions a marked name, other than to perform an operation on it. */
  private holds(expression: Node): boolean {
    const { tree } = this;
    if (expression === NONE) return false;
    const open = [expression];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const kind = tree.kind(node);
      if (kind === Kind.Name && this.names.has(tree.name(node))) return true;
      if (kind === Kind.Attribute && (this.attributes.has(tree.name(node)) || this.isOfModule(node))) return true;
      if (kind === Kind.Call && this.performs(node)) continue;
      for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child)) open.push(child);
    }
    return false;
  }

  private isOfModule(attribute: Node): boolean {
    const { tree } = this;
    const object = tree.firstChild(attribute);
    return (
      tree.kind(object) === Kind.Name && this.modules.get(tree.name(object))?.has(tree.nameText(attribute)) === true
    );
  }

  private performs(call: Node): boolean {
    const { tree } = this;
    const called = tree.firstChild(call);
    if (tree.kind(called) !== Kind.Attribute) return false;
    const name = tree.nameText(called);
    return (
      name.includes('_') && !name.startsWith('get_') && !name.startsWith('create_') && this.seeds.isOperation(name)
    );
  }
}
