// https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
import { Kind, type NameId, type Node, type Tree } from '../../syntax/python/index.ts';
import { collectBindings } from './collect.ts';
import { type Declared, readDeclarations } from './declarations.ts';
import { Completion } from './flow/completion.ts';
import { Flow } from './flow/flow.ts';
import { isBare, isInitial } from './flow/parts.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';
import { isComprehension, scopeNodeAt } from './places.ts';
import type { Binding, BindingKind, Reaching, Scope, Scopes } from './scopes.ts';

/** The scopes of a module. Names of the form `__x` in classes are not mangled. */
export function openScopes(tree: Tree): Scopes {
  return new ModuleScopes(tree);
}

class LocalScope implements Scope {
  readonly kind: Scope['kind'];
  readonly node: Node;
  readonly parent: LocalScope | null;
  readonly ownStars: Node[] = [];
  /** What stands in this scope; after `settle`, what lives in it. */
  own: Map<NameId, Binding[]> | undefined;
  /** The names of which the flow was asked for. */
  readonly flows = new Map<NameId, Flow>();
  /** The answers for names with one binding that is passed on all ways. */
  readonly certain = new Map<NameId, Reaching>();
  private readonly module: ModuleScopes;

  constructor(module: ModuleScopes, kind: Scope['kind'], node: Node, parent: LocalScope | null) {
    this.module = module;
    this.kind = kind;
    this.node = node;
    this.parent = parent;
  }

  get bindings(): ReadonlyMap<NameId, readonly Binding[]> {
    return this.module.bindingsOf(this);
  }

  get stars(): readonly Node[] {
    this.module.bindingsOf(this);
    return this.ownStars;
  }
}

class ModuleScopes implements Scopes {
  readonly module: LocalScope;
  private readonly tree: Tree;
  private readonly landmarks: Landmarks;
  private readonly scopes = new Map<Node, LocalScope>();
  /** The named expressions of each scope that has some. */
  private readonly named = new Map<Node, Node[]>();
  private readonly declared: ReadonlyMap<Node, Declared>;
  private readonly completion: Completion;
  private settled: boolean;

  constructor(tree: Tree) {
    this.tree = tree;
    this.landmarks = findLandmarks(tree);
    this.completion = new Completion(tree, this.landmarks.jumps);
    this.module = new LocalScope(this, 'module', tree.root, null);
    this.scopes.set(tree.root, this.module);
    this.declared = readDeclarations(tree, this.landmarks.declarations);
    this.settled = this.declared.size === 0;
    for (const node of this.landmarks.namedExpressions) this.addNamed(node);
  }

  /** A named expression in a comprehension binds in the scope around it. */
  private addNamed(node: Node): void {
    let opener = scopeNodeAt(this.tree, node);
    while (isComprehension(this.tree.kind(opener))) opener = scopeNodeAt(this.tree, opener);
    const list = this.named.get(opener);
    if (list === undefined) this.named.set(opener, [node]);
    else list.push(node);
  }

  at(node: Node): LocalScope {
    return this.of(scopeNodeAt(this.tree, node));
  }

  of(node: Node): LocalScope {
    let scope = this.scopes.get(node);
    if (scope === undefined) {
      scope = new LocalScope(this, kindOf(this.tree.kind(node)), node, this.at(node));
      this.scopes.set(node, scope);
    }
    return scope;
  }

  bindingsOf(scope: LocalScope): ReadonlyMap<NameId, readonly Binding[]> {
    if (!this.settled) this.settle();
    return this.ownOf(scope);
  }

  private ownOf(scope: LocalScope): Map<NameId, Binding[]> {
    scope.own ??= this.collect(scope);
    return scope.own;
  }

  private collect(scope: LocalScope): Map<NameId, Binding[]> {
    const { tree } = this;
    const found = new Map<NameId, Binding[]>();
    const bind = (kind: BindingKind, name: NameId, node: Node, target: Node): void =>
      append(found, { kind, name, from: scope, node, target });
    collectBindings(tree, scope.node, { bind, star: (statement) => scope.ownStars.push(statement) });
    const named = this.named.get(scope.node) ?? [];
    for (const node of named) bind('named', tree.name(tree.firstChild(node)), node, tree.firstChild(node));
    const names = new Set(named.map((node) => tree.name(tree.firstChild(node))));
    for (const name of names) sortByPlace(tree, found.get(name));
    return found;
  }

  /** Moves what is declared `global` or `nonlocal` to the scope in which it lives. */
  private settle(): void {
    this.settled = true;
    const grown = new Set<Binding[]>();
    for (const [opener, declared] of this.declared) {
      const scope = this.of(opener);
      const own = this.ownOf(scope);
      for (const [name, word] of declared) {
        const bindings = own.get(name);
        own.delete(name);
        const home = word === 'global' ? this.module : this.enclosing(scope, name);
        if (bindings === undefined || home === undefined) continue;
        const there = this.ownOf(home);
        for (const binding of bindings) append(there, binding);
        grown.add(there.get(name) ?? []);
      }
    }
    for (const bindings of grown) sortByPlace(this.tree, bindings);
  }

  /** The function around a scope in which a name lives. */
  private enclosing(scope: LocalScope, name: NameId): LocalScope | undefined {
    for (let around = scope.parent; around !== null && around.kind !== 'module'; around = around.parent) {
      if (around.kind !== 'function' || this.declared.get(around.node)?.has(name)) continue;
      if (this.ownOf(around).has(name)) return around;
    }
    return undefined;
  }

  find(scope: Scope, name: NameId): Scope | undefined {
    for (let around: Scope | null = scope; around !== null; around = around.parent) {
      const word = this.declared.get(around.node)?.get(name);
      if (word === 'global') return this.module.bindings.has(name) ? this.module : undefined;
      if (word === 'nonlocal') continue;
      const bindings = around.bindings.get(name);
      if (bindings === undefined) continue;
      // What is bound in a class is not seen from the functions in it, but its type parameters are.
      if (around === scope || around.kind !== 'class' || bindings[0]?.kind === 'type-parameter') return around;
    }
    return undefined;
  }

  reaching(scope: LocalScope, name: NameId, use: Node): Reaching {
    const bindings = scope.bindings.get(name);
    if (bindings === undefined) return nothing;
    if (scope.kind === 'comprehension') return { bindings, unbound: false };
    const isPassed = bindings.length === 1 && this.isPassed(scope, bindings[0], this.tree.start(use));
    return isPassed ? certainly(scope, name, bindings) : this.flowOf(scope, name, bindings).at(use);
  }

  /** Whether a binding is certainly passed before a place: a statement of the body itself that ends before it. */
  private isPassed(scope: LocalScope, binding: Binding | undefined, place: number): boolean {
    const { tree } = this;
    if (binding === undefined || binding.from !== scope) return false;
    if (isInitial(binding)) return true;
    if (!isSimple(tree.kind(binding.node)) || isBare(tree, binding) || tree.end(binding.node) > place) return false;
    const around = tree.parent(binding.node);
    return around === scope.node || tree.parent(around) === scope.node;
  }

  atEnd(scope: LocalScope, name: NameId): Reaching {
    const bindings = scope.bindings.get(name);
    if (bindings === undefined) return nothing;
    if (scope.kind === 'comprehension') return { bindings, unbound: false };
    const { tree } = this;
    const [first] = scope.kind === 'function' ? this.completion.jumpsOf(scope.node) : [];
    const end = first === undefined ? tree.end(scope.node) : tree.start(first);
    const isPassed = bindings.length === 1 && this.isPassed(scope, bindings[0], end);
    return isPassed ? certainly(scope, name, bindings) : this.flowOf(scope, name, bindings).atEnd();
  }

  private flowOf(scope: LocalScope, name: NameId, bindings: readonly Binding[]): Flow {
    let flow = scope.flows.get(name);
    if (flow === undefined) {
      flow = new Flow(this.tree, this.completion, scope, bindings);
      scope.flows.set(name, flow);
    }
    return flow;
  }
}

/** The answer for a name with one binding that is passed on all ways. */
function certainly(scope: LocalScope, name: NameId, bindings: readonly Binding[]): Reaching {
  let known = scope.certain.get(name);
  if (known === undefined) {
    known = { bindings, unbound: false };
    scope.certain.set(name, known);
  }
  return known;
}

const nothing: Reaching = { bindings: [], unbound: true };

/** True for statements that bind whenever they are run. */
function isSimple(kind: Kind): boolean {
  switch (kind) {
    case Kind.Assignment:
    case Kind.AugmentedAssignment:
    case Kind.AnnotatedAssignment:
    case Kind.Import:
    case Kind.ImportFrom:
    case Kind.FunctionDefinition:
    case Kind.ClassDefinition:
    case Kind.TypeAlias:
      return true;
    default:
      return false;
  }
}

function kindOf(kind: Kind): Scope['kind'] {
  if (isComprehension(kind)) return 'comprehension';
  return kind === Kind.Module ? 'module' : kind === Kind.ClassDefinition ? 'class' : 'function';
}

function append(map: Map<NameId, Binding[]>, binding: Binding): void {
  const list = map.get(binding.name);
  if (list === undefined) map.set(binding.name, [binding]);
  else list.push(binding);
}

function sortByPlace(tree: Tree, bindings: Binding[] | undefined): void {
  bindings?.sort((left, right) => tree.start(left.target) - tree.start(right.target));
}
