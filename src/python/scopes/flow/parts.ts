import { Kind, NONE, type Node, type Tree } from '../../../syntax/python/index.ts';
import type { Binding, Scope } from '../scopes.ts';
import type { Completion } from './completion.ts';

/** More jumps than this out of one loop or function are not looked at one by one. */
export const mostJumps = 200;

/** What of a scope matters to one name: the nodes that bind it, jumps, and all that is around these. */
export interface Parts {
  /** The children that matter, in the order in which they are evaluated, of each node that has some. */
  readonly of: ReadonlyMap<Node, readonly Node[]>;
  /** What each target makes of the name: the number of its binding, from 1; 0 where it is deleted. */
  readonly targets: ReadonlyMap<Node, number>;
  readonly jumps: ReadonlySet<Node>;
}

/** The parts of a scope that matter to a name with these bindings. */
export function findParts(tree: Tree, completion: Completion, scope: Scope, bindings: readonly Binding[]): Parts {
  const of = new Map<Node, Node[]>();
  const targets = new Map<Node, number>();
  const jumps = new Set<Node>();
  bindings.forEach((binding, index) => {
    if (binding.from !== scope || isInitial(binding) || isBare(tree, binding)) return;
    targets.set(binding.target, binding.kind === 'delete' ? 0 : index + 1);
    addPath(tree, of, binding.target, scope.node);
  });
  const addJumps = (owner: Node): void => {
    const found = completion.jumpsOf(owner);
    if (found.length > mostJumps) return;
    for (const jump of found) {
      jumps.add(jump);
      addPath(tree, of, jump, scope.node);
    }
  };
  if (scope.kind === 'function') addJumps(scope.node);
  // A jump out of an inner loop brings that in: such loops come up in the same pass.
  for (const node of of.keys()) if (isLoop(tree.kind(node))) addJumps(node);
  for (const [node, list] of of) {
    if (list.length > 1) list.sort((left, right) => orderIn(tree, node, left) - orderIn(tree, node, right));
  }
  return { of, targets, jumps };
}

/** True for bindings that are there when the scope is entered. */
export function isInitial(binding: Binding): boolean {
  return binding.kind === 'parameter' || binding.kind === 'type-parameter';
}

/** True for an annotation without a value, which binds nothing. */
export function isBare(tree: Tree, binding: Binding): boolean {
  if (binding.kind !== 'annotated') return false;
  return tree.nextSibling(tree.nextSibling(tree.firstChild(binding.node))) === NONE;
}

function isLoop(kind: Kind): boolean {
  return kind === Kind.For || kind === Kind.While;
}

/** Enters a node with its parent, and what is around that, up to the node of the scope. */
function addPath(tree: Tree, of: Map<Node, Node[]>, from: Node, top: Node): void {
  if (of.has(from)) return;
  for (let child = from; child !== top && child !== NONE; ) {
    const parent = tree.parent(child);
    const list = of.get(parent);
    if (list !== undefined) {
      list.push(child);
      return;
    }
    of.set(parent, [child]);
    child = parent;
  }
}

/** A number by which the children of a node are in the order of evaluation: their start, where that is their place. */
export function orderIn(tree: Tree, parent: Node, child: Node): number {
  switch (tree.kind(parent)) {
    case Kind.Assignment: // the value before the targets
      return tree.nextSibling(child) === NONE ? -1 : tree.start(child);
    case Kind.AugmentedAssignment:
    case Kind.AnnotatedAssignment:
    case Kind.NamedExpression:
      return tree.firstChild(parent) === child ? Number.POSITIVE_INFINITY : tree.start(child);
    case Kind.For: // the iterable before the target
    case Kind.ComprehensionFor:
    case Kind.Conditional: // the test before the body
      return tree.nextSibling(tree.firstChild(parent)) === child ? -1 : tree.start(child);
    case Kind.FunctionDefinition: // decorators, defaults, bases and the body of a class before the name
    case Kind.ClassDefinition:
      return tree.kind(child) === Kind.Name ? Number.POSITIVE_INFINITY : tree.start(child);
    case Kind.ListComprehension: // the element last
    case Kind.SetComprehension:
    case Kind.DictComprehension:
    case Kind.GeneratorExpression:
      return tree.firstChild(parent) === child ? Number.POSITIVE_INFINITY : tree.start(child);
    default:
      return tree.start(child);
  }
}
