import { enclosingClass, enclosingFunction } from '../../python/evaluate/enclosing.ts';
import { firstParameter } from '../../python/evaluate/parameter-binding.ts';
import type { Module } from '../../python/program/module.ts';
import type { Scope } from '../../python/scopes/scopes.ts';
import {
  blockOf,
  callee,
  definitionName,
  firstArgument,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  type Tree,
  valueOf,
} from '../../syntax/python/index.ts';
import { type Given, receiversOf } from './arguments.ts';
import type { CarrierSeeds, Level } from './carriers.ts';
import { flowOf } from './flow.ts';
import { NamedNodes } from './named-nodes.ts';
import { keepReceived } from './received.ts';

/** Follows what leads to objects of an SDK through a module, from name to name. */
export class Taint {
  readonly nodes: NamedNodes;
  performs = false;
  passes = false;
  private readonly module: Module;
  private readonly tree: Tree;
  private readonly seeds: CarrierSeeds;
  private readonly marks = new Map<Scope, Map<NameId, Level>>();
  /** Names that stand for modules, whose paths an Attribute leads on. */
  private readonly paths = new Map<Scope, Map<NameId, string>>();
  private readonly attributes = new Map<NameId, Level>();
  private readonly open: (() => void)[] = [];

  constructor(module: Module, seeds: CarrierSeeds) {
    this.module = module;
    this.tree = module.tree;
    this.seeds = seeds;
    this.nodes = new NamedNodes(module.tree);
  }

  /** Marks what an import statement binds. */
  bind(statement: Node, name: NameId, level: Level): void {
    this.mark(this.homeOf(statement, name), name, level);
  }

  /** What an import statement binds stands for a path. */
  bindPath(statement: Node, name: NameId, path: string): void {
    const home = this.homeOf(statement, name);
    let paths = this.paths.get(home);
    if (paths === undefined) this.paths.set(home, (paths = new Map()));
    if (paths.has(name)) return;
    paths.set(name, path);
    this.open.push(() => this.eachName(home, name, (node) => this.followPath(node, path)));
  }

  /** Marks a parameter that gets an object from another module. */
  receive(parameter: Node, level: Level): void {
    this.markParameter(parameter, level);
  }

  spread(): void {
    for (let step = this.open.pop(); step !== undefined; step = this.open.pop()) step();
  }

  /** The names of the module that are marked, and those that stand for an SDK. */
  exported(): Map<string, Level> {
    const { names } = this.tree;
    const found = new Map<string, Level>();
    for (const [name, path] of this.paths.get(this.module.scopes.module) ?? []) {
      if (this.seeds.packages.has(path)) found.set(names.text(name), 'gives');
    }
    for (const [name, level] of this.marks.get(this.module.scopes.module) ?? []) found.set(names.text(name), level);
    return found;
  }

  /** The scope in which a name lives; that of the module for those of star imports. */
  private homeOf(node: Node, name: NameId): Scope {
    const { scopes } = this.module;
    return scopes.find(scopes.at(node), name) ?? scopes.module;
  }

  private eachName(home: Scope, name: NameId, visit: (node: Node) => void): void {
    const { tree } = this;
    const [start, end] = [tree.start(home.node), tree.end(home.node)];
    for (let node = this.nodes.last(name); node !== NONE; node = this.nodes.before(node)) {
      const at = tree.start(node);
      if (at < start || at >= end || tree.kind(node) !== Kind.Name) continue;
      if (this.homeOf(node, name) === home) visit(node);
    }
  }

  private mark(home: Scope, name: NameId, level: Level): void {
    let marks = this.marks.get(home);
    if (marks === undefined) this.marks.set(home, (marks = new Map()));
    if (!isMore(level, marks.get(name))) return;
    marks.set(name, level);
    this.open.push(() => this.eachName(home, name, (node) => this.follow(node, level)));
  }

  private markAttribute(name: NameId, level: Level): void {
    if (!isMore(level, this.attributes.get(name))) return;
    this.attributes.set(name, level);
    if (isMore(level, this.seeds.attributes.get(name))) this.seeds.attributes.set(name, level);
    this.open.push(() => {
      for (let node = this.nodes.last(name); node !== NONE; node = this.nodes.before(node)) {
        if (this.tree.kind(node) === Kind.Attribute) this.follow(node, level);
      }
    });
  }

  /**
   * A class of which an attribute is marked, or a base: its objects hold it, the first parameters of its methods too. A class
   * below one of an SDK is like that one.
   */
  private markClass(definition: Node, level: Level = 'holds'): void {
    const { tree } = this;
    const name = tree.name(definitionName(tree, definition));
    const home = this.homeOf(definition, name);
    if (!isMore(level, this.marks.get(home)?.get(name))) return;
    this.mark(home, name, level);
    if (enclosingClass(tree, definition) !== NONE) this.markAttribute(name, 'holds');
    for (let method = tree.firstChild(blockOf(tree, definition)); method !== NONE; method = tree.nextSibling(method)) {
      if (tree.kind(method) === Kind.FunctionDefinition) this.markParameter(firstParameter(tree, method), 'holds');
    }
  }

  /** The methods of a class above may call those of the class with objects. */
  private lookIntoMethods(definition: Node): void {
    const { tree } = this;
    for (let method = tree.firstChild(blockOf(tree, definition)); method !== NONE; method = tree.nextSibling(method)) {
      if (tree.kind(method) !== Kind.FunctionDefinition) continue;
      const first = firstParameter(tree, method);
      if (first !== NONE) this.lookForOperations(method, tree.nextSibling(first));
    }
  }

  /** Looks whether an operation may be performed on a parameter, or on one of its next siblings. */
  private lookForOperations(method: Node, first: Node): void {
    const { tree } = this;
    for (let parameter = first; parameter !== NONE && !this.performs; parameter = tree.nextSibling(parameter)) {
      this.eachName(this.module.scopes.of(method), tree.name(parameterName(tree, parameter)), (node) => {
        const around = tree.parent(node);
        if (tree.kind(around) === Kind.Attribute && this.seeds.isOperation(tree.nameText(around))) this.performs = true;
      });
    }
  }

  private markParameter(parameter: Node, level: Level): void {
    if (parameter === NONE) return;
    const { tree } = this;
    this.mark(
      this.module.scopes.of(tree.parent(tree.parent(parameter))),
      tree.name(parameterName(tree, parameter)),
      level,
    );
  }

  /** What a function gives back. */
  private markResult(from: Node, level: Level): void {
    const { tree } = this;
    const isAnnotation = tree.kind(tree.parent(from)) === Kind.FunctionDefinition;
    const definition = isAnnotation ? tree.parent(from) : enclosingFunction(tree, from);
    if (definition === NONE) return;
    if (tree.kind(definition) === Kind.Lambda) return this.follow(definition, level);
    const name = tree.name(definitionName(tree, definition));
    this.mark(this.homeOf(definition, name), name, level);
    const owner = enclosingClass(tree, definition);
    if (owner === NONE) return;
    this.markAttribute(name, level);
    this.markClass(owner, standingFor.has(tree.names.text(name)) ? level : 'holds');
  }

  private markTarget(target: Node, level: Level): void {
    const { tree } = this;
    switch (tree.kind(target)) {
      case Kind.Name:
        return this.markName(target, level);
      case Kind.Attribute:
        this.markAttribute(tree.name(target), level);
        return this.markTarget(tree.firstChild(target), 'holds');
      case Kind.Subscript:
      case Kind.Starred:
        return this.markTarget(tree.firstChild(target), level);
      case Kind.Tuple:
      case Kind.List:
        for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part)) {
          this.markTarget(part, level);
        }
    }
  }

  /** A variable; of a class it is an attribute besides. What is stored in `self` is held by the class. */
  private markName(target: Node, level: Level): void {
    const { tree } = this;
    const name = tree.name(target);
    const home = this.homeOf(target, name);
    this.mark(home, name, level);
    if (home.kind === 'class') {
      this.markAttribute(name, level);
      this.markClass(home.node);
    }
    if (home.kind !== 'function' || level !== 'holds') return;
    const parameter = tree.kind(home.node) === Kind.FunctionDefinition ? firstParameter(tree, home.node) : NONE;
    const owner = enclosingClass(tree, home.node);
    if (owner !== NONE && parameter !== NONE && tree.name(parameterName(tree, parameter)) === name)
      this.markClass(owner);
  }

  /** From a name of a module along the attributes, to an object. */
  private followPath(from: Node, start: string): void {
    const { tree, seeds } = this;
    let path = start;
    let node = from;
    for (let around = tree.parent(node); tree.kind(around) === Kind.Attribute; around = tree.parent(node)) {
      const name = tree.nameText(around);
      const level = seeds.carriers.get(path)?.get(name);
      path = `${path}.${name}`;
      node = around;
      if (level !== undefined) return this.follow(node, level);
      if (seeds.isObject(path)) return this.follow(node, 'gives');
    }
    if (node === from && seeds.packages.has(path)) this.follow(node, 'gives');
  }

  /** From an expression to where its value goes. */
  private follow(from: Node, start: Level): void {
    const { tree } = this;
    let node = from;
    let level = start;
    for (;;) {
      const flow = flowOf(tree, node);
      switch (flow.to) {
        case 'around':
          node = flow.node;
          break;
        case 'attribute': {
          const next = this.attributeLevel(flow.node, level);
          if (next === undefined) return;
          level = next;
          node = flow.node;
          break;
        }
        case 'result':
          if (level === 'gives' && this.isVariable(node)) this.performs = true;
          node = flow.node;
          break;
        case 'argument':
          if (!this.passesOn({ call: flow.node, argument: node, keyword: flow.keyword }, level)) return;
          node = flow.node;
          break;
        case 'targets':
          for (let target = flow.first; target !== flow.end; target = tree.nextSibling(target)) {
            this.markTarget(target, level);
          }
          if (tree.kind(tree.parent(node)) !== Kind.NamedExpression) return;
          node = tree.parent(node);
          break;
        case 'parameter':
          return this.markParameter(flow.node, level);
        case 'return':
          return this.markResult(flow.from, level);
        case 'class':
          this.lookIntoMethods(flow.node);
          return this.markClass(flow.node, level);
        case 'nowhere':
          return;
      }
    }
  }

  /** How an attribute leads on; undefined where it gives a response, or is none of those that hold an object. */
  private attributeLevel(attribute: Node, level: Level): Level | undefined {
    const name = this.tree.name(attribute);
    if (level === 'holds') return this.attributes.get(name) ?? this.seeds.attributes.get(name);
    const text = this.tree.names.text(name);
    if (this.seeds.isOperation(text)) this.performs = true;
    return this.seeds.isResponding(text) ? undefined : level;
  }

  /** True for what is called and no name tells: a variable, an item, what a call gave. */
  private isVariable(called: Node): boolean {
    const { tree } = this;
    if (tree.kind(called) !== Kind.Name) return tree.kind(called) !== Kind.Attribute;
    const name = tree.name(called);
    const bindings = this.homeOf(called, name).bindings.get(name) ?? [];
    return bindings.some(
      ({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'import' && kind !== 'import-from',
    );
  }

  /** Marks who gets an argument; true if the call may give it back. */
  private passesOn(given: Given, level: Level): boolean {
    const { tree, nodes, module, seeds } = this;
    const received = receiversOf(given, { tree, nodes, scopes: module.scopes, isOwn: (path) => seeds.isOwn(path) });
    if (received.isElsewhere) {
      this.passes = true;
      keepReceived(module, given, level, seeds.received);
      if (callsBack(tree, nodes, given.call)) this.performs = true;
    }
    for (const parameter of received.parameters) this.markParameter(parameter, level);
    if (received.isKept) this.markTarget(tree.firstChild(callee(tree, given.call)), level);
    return received.isGivenBack;
  }
}

/** Methods by which an object gives something without being asked for it by name. */
const standingFor = new Set([
  '__get__',
  '__getattr__',
  '__getitem__',
  '__missing__',
  '__iter__',
  '__next__',
  '__await__',
]);

/** True if a function of the module is among the arguments of a call: it may be called with the others. */
function callsBack(tree: Tree, nodes: NamedNodes, call: Node): boolean {
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    const value = tree.kind(argument) === Kind.KeywordArgument ? valueOf(tree, argument) : argument;
    const kind = tree.kind(value);
    if ((kind === Kind.Name || kind === Kind.Attribute) && nodes.functions(tree.name(value)).length > 0) return true;
  }
  return false;
}

function isMore(level: Level, known: Level | undefined): boolean {
  return known === undefined || (known === 'holds' && level === 'gives');
}
