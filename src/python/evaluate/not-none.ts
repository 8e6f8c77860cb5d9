// https://docs.python.org/3/reference/expressions.html#is-not: where a test before has excluded None.
import {
  conditionalBody,
  conditionalTest,
  Kind,
  type NameId,
  NONE,
  type Node,
  Operator,
  operatorOf,
  type Tree,
  testOf,
} from '../../syntax/python/index.ts';
import { isNone } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { leaves } from './guards.ts';

/** A value of a name as it can be at its use: without None where a test around or before has excluded that. */
export function narrowed(tree: Tree, use: Node, value: Value, isSameAt: (test: Node) => boolean): Value {
  if (value.kind !== 'union' || !value.members.some(isNone)) return value;
  const test = excludingTest(tree, use);
  return test === NONE || !isSameAt(test) ? value : union(members(value).filter((member) => !isNone(member)));
}

/** The test by which a name is not None at its use; `NONE` if there is none in its function. */
function excludingTest(tree: Tree, use: Node): Node {
  const name = tree.kind(use) === Kind.Name ? tree.name(use) : undefined;
  if (name === undefined) return NONE;
  for (let child = use; !isFunction(tree, child); child = tree.parent(child)) {
    const parent = tree.parent(child);
    if (parent === NONE) return NONE;
    const found = testOn(tree, parent, child, name);
    if (found !== NONE) return found;
  }
  return NONE;
}

const isFunction = (tree: Tree, node: Node): boolean =>
  tree.kind(node) === Kind.FunctionDefinition || tree.kind(node) === Kind.Lambda;

function testOn(tree: Tree, parent: Node, child: Node, name: NameId): Node {
  switch (tree.kind(parent)) {
    case Kind.If:
    case Kind.Elif:
    case Kind.While: {
      const test = testOf(tree, parent);
      if (child === test) return NONE;
      return excludes(tree, test, name, tree.kind(child) === Kind.Block) ? test : NONE;
    }
    case Kind.Conditional: {
      const test = conditionalTest(tree, parent);
      if (child === test) return NONE;
      return excludes(tree, test, name, child === conditionalBody(tree, parent)) ? test : NONE;
    }
    case Kind.Block:
      return leavingTest(tree, child, name);
    default:
      return NONE;
  }
}

/** `if name is None: return` before a statement. */
function leavingTest(tree: Tree, statement: Node, name: NameId): Node {
  for (let one = tree.firstChild(tree.parent(statement)); one !== statement; one = tree.nextSibling(one)) {
    if (tree.kind(one) !== Kind.If) continue;
    const test = testOf(tree, one);
    if (leaves(tree, tree.nextSibling(test)) && excludes(tree, test, name, false)) return test;
  }
  return NONE;
}

/** True if the name is not None where the test holds, or does not. */
function excludes(tree: Tree, test: Node, name: NameId, held: boolean): boolean {
  switch (tree.kind(test)) {
    case Kind.Name:
      return held && tree.name(test) === name;
    case Kind.UnaryOperation:
      return operatorOf(tree, test) === Operator.Not && excludes(tree, tree.firstChild(test), name, !held);
    case Kind.BooleanOperation:
      return (operatorOf(tree, test) === Operator.And) === held && someExcludes(tree, test, name, held);
    case Kind.Comparison:
      return comparesWithNone(tree, test, name, held ? Operator.IsNot : Operator.Is);
    default:
      return false;
  }
}

function someExcludes(tree: Tree, test: Node, name: NameId, held: boolean): boolean {
  for (let operand = tree.firstChild(test); operand !== NONE; operand = tree.nextSibling(operand)) {
    if (excludes(tree, operand, name, held)) return true;
  }
  return false;
}

function comparesWithNone(tree: Tree, test: Node, name: NameId, by: Operator): boolean {
  const left = tree.firstChild(test);
  const operator = tree.nextSibling(left);
  const right = tree.nextSibling(operator);
  const isOnly = tree.kind(right) === Kind.NoneLiteral && tree.nextSibling(right) === NONE;
  return isOnly && tree.kind(left) === Kind.Name && tree.name(left) === name && operatorOf(tree, operator) === by;
}
