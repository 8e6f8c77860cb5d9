import { Kind, NONE, type Node, type Tree } from '../../../syntax/python/index.ts';
import type { Binding, Reaching, Scope } from '../scopes.ts';
import type { Completion } from './completion.ts';
import { findParts, isBare, isInitial, mostJumps, orderIn, type Parts } from './parts.ts';
import { Run } from './run.ts';
import { anything, join, type State, unbound } from './state.ts';

/** The flow of one name through the scope in which it lives. */
export class Flow {
  private readonly tree: Tree;
  private readonly scope: Scope;
  private readonly bindings: readonly Binding[];
  private readonly parts: Parts;
  private readonly run: Run;
  private readonly initial: State;
  private readonly end: State;
  private readonly answers = new Map<State, Reaching>();
  /** The numbers of bindings by other scopes, which can happen at any time. */
  private readonly foreign: readonly number[];

  /** `bindings` are those of the name, by place. */
  constructor(tree: Tree, completion: Completion, scope: Scope, bindings: readonly Binding[]) {
    this.tree = tree;
    this.scope = scope;
    this.bindings = bindings;
    this.foreign = bindings.flatMap((binding, index) => (isForeign(scope, binding) ? [index + 1] : []));
    this.parts = findParts(tree, completion, scope, bindings);
    this.run = new Run(tree, completion, this.parts);
    const first = bindings.findLastIndex((binding) => isInitial(binding));
    this.initial = first < 0 ? unbound : [first + 1];
    this.run.entry.set(scope.node, this.initial);
    const end = this.run.visitParts(scope.node, this.initial);
    const isLarge = scope.kind === 'function' && completion.jumpsOf(scope.node).length > mostJumps;
    this.end = isLarge ? anything : join(end, this.run.returned);
  }

  /** What reaches the end of the scope, and the `return` statements of a function. */
  atEnd(): Reaching {
    return this.answer(this.end);
  }

  /** What reaches a node in the scope. */
  at(use: Node): Reaching {
    return this.answer(this.stateAt(use));
  }

  private stateAt(use: Node): State {
    const { tree, parts, run } = this;
    if (parts.of.has(use)) return run.entry.get(use) ?? this.initial;
    for (let child = use; child !== this.scope.node && child !== NONE; child = tree.parent(child)) {
      const known = run.entry.get(child);
      if (known !== undefined) return known;
      const parent = tree.parent(child);
      if (parts.of.has(parent)) return this.before(parent, child);
    }
    return this.initial;
  }

  /** What holds where a child starts that does not matter, of a parent that does. */
  private before(parent: Node, child: Node): State {
    const { tree, run } = this;
    if (tree.kind(parent) === Kind.Try && tree.kind(child) === Kind.ExceptHandler) {
      return run.caught.get(parent) ?? anything;
    }
    const parts = this.parts.of.get(parent) ?? [];
    const place = orderIn(tree, parent, child);
    let low = 0;
    for (let high = parts.length; low < high; ) {
      const middle = (low + high) >> 1;
      const part = parts[middle];
      if (part !== undefined && orderIn(tree, parent, part) < place) low = middle + 1;
      else high = middle;
    }
    const previous = parts[low - 1];
    return (previous === undefined ? run.entry.get(parent) : run.next.get(previous)) ?? anything;
  }

  private answer(state: State): Reaching {
    let known = this.answers.get(state);
    if (known === undefined) {
      known = this.resolve(state);
      this.answers.set(state, known);
    }
    return known;
  }

  /** Replaces the heads of loops by what reaches them. Where no way leads to, all bindings are given. */
  private resolve(state: State): Reaching {
    const [first = 0] = state;
    const only = state.length === 1 && first > 0 && this.foreign.length === 0 ? this.bindings[first - 1] : undefined;
    if (only !== undefined) return { bindings: [only], unbound: false };
    const numbers = new Set<number>(state);
    for (const number of numbers) {
      if (number < 0) for (const one of this.run.heads[-number - 1] ?? []) numbers.add(one);
    }
    const found = [...numbers, ...this.foreign].filter((number) => number >= 0);
    if (found.length === 0 || numbers.has(Number.NaN)) return everything(this.tree, this.bindings);
    const isUnbound = numbers.has(0);
    const sorted = [...new Set(found)].sort((left, right) => left - right);
    return { bindings: sorted.flatMap((number) => this.bindings[number - 1] ?? []), unbound: isUnbound };
  }
}

/** All bindings that give a name a value. */
function everything(tree: Tree, bindings: readonly Binding[]): Reaching {
  const found = bindings.filter((binding) => binding.kind !== 'delete' && !isBare(tree, binding));
  return { bindings: found, unbound: true };
}

function isForeign(scope: Scope, binding: Binding): boolean {
  return binding.from !== scope && binding.kind !== 'delete';
}
