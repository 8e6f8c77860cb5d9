import { Kind, NONE, type Node, type Tree } from '../../../syntax/python/index.ts';
import { visitBoolean, visitComparison, visitConditional, visitIf, visitMatch } from './branches.ts';
import type { Completion } from './completion.ts';
import { visitTry, visitWith } from './exceptions.ts';
import { visitComprehension, visitFor, visitWhile } from './loops.ts';
import { mostJumps, type Parts } from './parts.ts';
import { anything, dead, join, type State, unbound } from './state.ts';

/** A loop that is being visited. */
interface OpenLoop {
  /** What holds at its breaks, and where it goes on to its head. */
  breaks: State;
  continues: State;
  /** How many `finally` clauses were open around it. */
  readonly finallies: number;
}

/**
 * One pass over the parts of a scope that matter to a name, in the order of evaluation. It keeps what the name can be
 * where each part starts and behind it.
 */
export class Run {
  readonly tree: Tree;
  readonly completion: Completion;
  readonly parts: Parts;
  /** What holds where a node starts. */
  readonly entry = new Map<Node, State>();
  /** What holds where that starts which follows a part. */
  readonly next = new Map<Node, State>();
  /** What holds where the handlers of a Try start. */
  readonly caught = new Map<Node, State>();
  /** What holds at the head of the nth loop. */
  readonly heads: State[] = [];
  /** What holds at the Return statements. */
  returned: State = dead;
  private readonly loops: OpenLoop[] = [];
  /** All states in the blocks that are open and whose exceptions are caught. */
  private readonly catching: State[] = [];
  /** What is bound when a jump leaves what is open: by `finally` clauses, and at the end of handlers. */
  private readonly finallies: State[] = [];

  constructor(tree: Tree, completion: Completion, parts: Parts) {
    this.tree = tree;
    this.completion = completion;
    this.parts = parts;
  }

  /** Visits a node that matters; gives what holds behind it. */
  visit(node: Node, state: State): State {
    this.entry.set(node, state);
    const target = this.parts.targets.get(node);
    if (target !== undefined) return this.bind(target, state);
    if (this.parts.jumps.has(node)) return this.jump(node, this.visitParts(node, state));
    switch (this.tree.kind(node)) {
      case Kind.If:
        return visitIf(this, node, state);
      case Kind.Match:
        return visitMatch(this, node, state);
      case Kind.For:
        return visitFor(this, node, state);
      case Kind.While:
        return visitWhile(this, node, state);
      case Kind.Try:
        return visitTry(this, node, state);
      case Kind.With:
        return visitWith(this, node, state);
      case Kind.Block: {
        const end = this.visitParts(node, state);
        return this.completion.completes(node) ? end : dead;
      }
      case Kind.Error: // how much of it runs cannot be told
        return join(state, this.visitParts(node, state));
      case Kind.BooleanOperation:
        return visitBoolean(this, node, state);
      case Kind.Comparison:
        return visitComparison(this, node, state);
      case Kind.Conditional:
        return visitConditional(this, node, state);
      case Kind.ListComprehension:
      case Kind.SetComprehension:
      case Kind.DictComprehension:
      case Kind.GeneratorExpression:
        return visitComprehension(this, node, state);
      default:
        return this.visitParts(node, state);
    }
  }

  /** Visits the parts of a node, one after the other. */
  visitParts(node: Node, state: State): State {
    let current = state;
    for (const part of this.parts.of.get(node) ?? []) current = this.visitPart(part, current);
    return current;
  }

  /** Visits a part if it matters. */
  visitPart(part: Node, state: State): State {
    if (!this.matters(part)) return state;
    const behind = this.visit(part, state);
    this.next.set(part, behind);
    return behind;
  }

  /** Visits a Block or a clause that is one, if it matters; else asks whether its end can be reached. `NONE` changes nothing. */
  visitClause(clause: Node, state: State): State {
    if (clause === NONE) return state;
    if (this.matters(clause)) return this.visitPart(clause, state);
    return this.completion.completes(clause) ? state : dead;
  }

  matters(node: Node): boolean {
    return this.parts.of.has(node) || this.parts.targets.has(node) || this.parts.jumps.has(node);
  }

  private bind(target: number, state: State): State {
    if (state.length === 0) return dead;
    const bound = target === 0 ? unbound : [target];
    this.addCaught(bound);
    return bound;
  }

  private addCaught(state: State): void {
    const last = this.catching.length - 1;
    if (last >= 0) this.catching[last] = join(this.catching[last] ?? dead, state);
  }

  /** Opens a block whose exceptions are caught, or that a `finally` follows. */
  openCatch(state: State): void {
    this.catching.push(state);
  }

  /** Closes it; gives what can hold where an exception leaves it. */
  closeCatch(): State {
    const caught = this.catching.pop() ?? dead;
    this.addCaught(caught);
    return caught;
  }

  /** All that is bound in a node. */
  boundIn(node: Node): State {
    const start = this.tree.start(node);
    const end = this.tree.end(node);
    let bound = dead;
    for (const [target, binding] of this.parts.targets) {
      const place = this.tree.start(target);
      if (place >= start && place < end) bound = join(bound, [binding]);
    }
    return bound;
  }

  /** Opens a part that ends, however it is left, with something that may bind: `bound`. */
  openFinally(bound: State): void {
    this.finallies.push(bound);
  }

  /** Closes it; an exception may have left it. */
  closeFinally(): void {
    this.addCaught(this.finallies.pop() ?? dead);
  }

  /** Opens a loop, which has a number; its head is `[-number]`. */
  openLoop(loop: Node): number {
    const isLarge = this.completion.jumpsOf(loop).length > mostJumps;
    const jumped = isLarge ? anything : dead;
    this.loops.push({ breaks: jumped, continues: jumped, finallies: this.finallies.length });
    return this.heads.push(dead);
  }

  /** Closes a loop that was entered with `state` and whose body ends with `end`; gives what holds at its breaks. */
  closeLoop(number: number, state: State, end: State): State {
    const loop = this.loops.pop();
    this.heads[number - 1] = join(join(state, end), loop?.continues ?? dead);
    return loop?.breaks ?? dead;
  }

  private jump(node: Node, state: State): State {
    const kind = this.tree.kind(node);
    const loop = this.loops.at(-1);
    if (kind === Kind.Return) this.returned = join(this.returned, this.throughFinally(state, 0));
    else if (loop !== undefined) {
      const left = this.throughFinally(state, loop.finallies);
      if (kind === Kind.Break) loop.breaks = join(loop.breaks, left);
      else loop.continues = join(loop.continues, left);
    }
    return dead;
  }

  /** What a jump takes along from the `finally` clauses that it runs; their flow is not looked at. */
  private throughFinally(state: State, from: number): State {
    return this.finallies.slice(from).reduce(join, state);
  }
}
