import {
  assignedValue,
  callee,
  firstArgument,
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  subscriptIndex,
  type Tree,
} from '../../syntax/python/index.ts';
import { constant, none } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { SyntaxArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { enclosingFunction } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import { mappingFromArguments } from './mapping-arguments.ts';
import { passesAround } from './passes.ts';

/** Something that is put into a list or dictionary after it was made. Without `key`, it is merged. */
export interface Change {
  readonly key?: () => Value;
  readonly value: () => Value;
}

/**
 * What is put into the container that a display makes, under the name to which it is assigned: in the same module, as
 * code that passes it elsewhere to be filled is rare. For an attribute, whatever object it belongs to.
 */
export function changesOf(e: Evaluator, context: Context, display: Node): Change[] {
  const target = targetOf(context.tree, display);
  return target === NONE ? [] : changesUnder(e, context, target);
}

/** What is put into the container that a Name or Attribute holds, under that name. */
export function changesUnder(e: Evaluator, context: Context, target: Node): Change[] {
  const { tree, module } = context;
  const changes: Change[] = [];
  for (const use of e.uses.changes(tree.name(target))) {
    if (use.module !== module || !isSameVariable(context, target, receiverOf(tree, use.node))) continue;
    const where = placeOf(e, context, use.node);
    const isItem = tree.kind(use.node) !== Kind.Call; // which key gets which value is told by the pass of a loop
    const places = isItem ? passesAround(e, where, use.node) : [where];
    changes.push(...places.flatMap((place) => changesIn(e, place, use.node)));
  }
  return changes;
}

/** The Name or Attribute to which a display is assigned, or `NONE`. */
function targetOf(tree: Tree, display: Node): Node {
  const statement = tree.parent(display);
  const kind = tree.kind(statement);
  if (kind !== Kind.Assignment && kind !== Kind.AnnotatedAssignment) return NONE;
  const target = firstTarget(tree, statement);
  const targetKind = tree.kind(target);
  return targetKind === Kind.Name || targetKind === Kind.Attribute ? target : NONE;
}

function receiverOf(tree: Tree, change: Node): Node {
  if (tree.kind(change) === Kind.Call) return tree.firstChild(callee(tree, change));
  const target = firstTarget(tree, change);
  return tree.kind(target) === Kind.Subscript ? tree.firstChild(target) : NONE;
}

function isSameVariable({ tree, module }: Context, target: Node, receiver: Node): boolean {
  if (receiver === NONE || tree.kind(receiver) !== tree.kind(target)) return false;
  if (tree.kind(target) === Kind.Attribute) return true;
  const name: NameId = tree.name(target);
  const { scopes } = module;
  const parent = tree.parent(target);
  const inside = tree.kind(parent) === Kind.Parameter ? scopes.of(tree.parent(tree.parent(parent))) : scopes.at(target);
  return scopes.find(scopes.at(receiver), name) === scopes.find(inside, name);
}

/** A change in the same function belongs to the same call of it. */
function placeOf(e: Evaluator, context: Context, change: Node): Context {
  const { frame, tree } = context;
  if (frame === null || enclosingFunction(tree, change) === frame.function.node) return context;
  return e.context(context.module);
}

function changesIn(e: Evaluator, context: Context, change: Node): Change[] {
  const { tree } = context;
  if (tree.kind(change) !== Kind.Call) {
    const target = firstTarget(tree, change);
    const key = subscriptIndex(tree, target);
    return [{ key: () => e.evaluate(context, key), value: () => e.evaluate(context, assignedValue(tree, change)) }];
  }
  const name = tree.nameText(callee(tree, change));
  const given = new SyntaxArguments(e, context, change);
  const first = (): Value => given.positional(0) ?? none;
  switch (name) {
    case 'setdefault':
      return [{ key: first, value: () => given.positional(1) ?? none }];
    case 'update':
      return [{ value: () => mappingFromArguments(given) }];
    case 'insert':
      return [{ key: () => constant(0), value: () => given.positional(1) ?? none }];
    case 'extend':
      return [{ key: () => constant(0), value: () => e.element(first()) }];
    default:
      return firstArgument(tree, change) === NONE ? [] : [{ key: () => constant(0), value: first }];
  }
}
