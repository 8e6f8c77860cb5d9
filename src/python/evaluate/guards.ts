// https://docs.python.org/3/reference/compound_stmts.html#if: which code a call of a function runs, by what it is passed.
import {
  assignedValue,
  callee,
  conditionalAlternative,
  conditionalTest,
  decoratorExpression,
  firstDecorator,
  firstTarget,
  Kind,
  NONE,
  type Node,
  Operator,
  operatorOf,
  type Tree,
  testOf,
} from '../../syntax/python/index.ts';
import type { Binding } from '../scopes/scopes.ts';
import { isNone } from '../values/make.ts';
import { truth } from '../values/truth.ts';
import { members } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';

/** False if the call in which the context is does not run a node, true if it surely does where it comes by; else undefined. */
export function runsIn(e: Evaluator, context: Context, node: Node): boolean | undefined {
  const { tree, frame } = context;
  if (frame === null || frame.partial === true) return undefined;
  let surely: true | undefined = true;
  for (let child = node; child !== frame.function.node; child = tree.parent(child)) {
    const parent = tree.parent(child);
    if (parent === NONE) return undefined;
    const passed = passes(e, context, parent, child);
    if (passed === false) return false;
    surely = passed && surely;
  }
  return surely;
}

/** Those of some nodes of a function that the call may run, all where it would be none. */
export function runningIn(e: Evaluator, context: Context, nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2 || context.frame === null) return nodes;
  const running = nodes.filter((node) => runsIn(e, context, node) !== false);
  return running.length === 0 ? nodes : running;
}

/**
 * Those of the bindings that reach a place which do so in the call: not those that it does not run, and not those before
 * one that it surely runs.
 */
export function bindingsIn(e: Evaluator, context: Context, bindings: readonly Binding[]): readonly Binding[] {
  const { frame } = context;
  if (bindings.length < 2 || frame === null || bindings[0]?.from.node !== frame.function.node) return bindings;
  let kept: Binding[] = [];
  for (const binding of bindings) {
    const runs = binding.kind === 'assignment' ? runsIn(e, context, binding.node) : undefined;
    if (runs === true) kept = [];
    if (runs !== false) kept.push(binding);
  }
  return kept.length === 0 ? bindings : kept;
}

/** Whether a call gets from a statement into a part of it. */
function passes(e: Evaluator, context: Context, parent: Node, child: Node): boolean | undefined {
  const { tree } = context;
  switch (tree.kind(parent)) {
    case Kind.Block:
      return !leftBefore(e, context, child);
    case Kind.If:
      return intoClause(e, context, parent, child);
    case Kind.Elif:
      return child === testOf(tree, parent) ? true : holds(e, context, testOf(tree, parent));
    case Kind.Conditional:
      return intoOperand(e, context, parent, child);
    case Kind.For:
    case Kind.While:
    case Kind.Try:
    case Kind.Match:
    case Kind.BooleanOperation:
      return undefined;
    default:
      return true;
  }
}

/** The tests of the clauses before have to fail, that of the clause itself to hold. */
function intoClause(e: Evaluator, context: Context, statement: Node, clause: Node): boolean | undefined {
  const { tree } = context;
  const test = testOf(tree, statement);
  if (clause === test) return true;
  if (tree.kind(clause) === Kind.Block) return holds(e, context, test);
  let surely: true | undefined = true;
  for (let before = tree.firstChild(statement); before !== clause; before = tree.nextSibling(before)) {
    const tested = before === test ? test : tree.kind(before) === Kind.Elif ? testOf(tree, before) : NONE;
    const held = tested === NONE ? false : holds(e, context, tested);
    if (held === true) return false;
    if (held === undefined) surely = undefined;
  }
  return surely;
}

function intoOperand(e: Evaluator, context: Context, node: Node, operand: Node): boolean | undefined {
  const test = conditionalTest(context.tree, node);
  if (operand === test) return true;
  const held = holds(e, context, test);
  return held === undefined ? undefined : held !== (operand === conditionalAlternative(context.tree, node));
}

/** True if a statement before has returned or raised already: `if client is None: return`. */
function leftBefore(e: Evaluator, context: Context, statement: Node): boolean {
  const { tree } = context;
  for (let one = tree.firstChild(tree.parent(statement)); one !== statement; one = tree.nextSibling(one)) {
    if (tree.kind(one) !== Kind.If) continue;
    const block = tree.nextSibling(testOf(tree, one));
    if (leaves(tree, block) && holds(e, context, testOf(tree, one)) === true) return true;
  }
  return false;
}

/** True for a block that ends with `return` or `raise`. */
export function leaves(tree: Tree, block: Node): boolean {
  let last = tree.firstChild(block);
  while (last !== NONE && tree.nextSibling(last) !== NONE) last = tree.nextSibling(last);
  return last !== NONE && (tree.kind(last) === Kind.Return || tree.kind(last) === Kind.Raise);
}

/** Whether a test of parameters holds in the call; undefined where that is not known. */
export function holds(e: Evaluator, context: Context, test: Node): boolean | undefined {
  const { tree } = context;
  switch (tree.kind(test)) {
    case Kind.Name: {
      const assigned = isPassed(context, test) ? undefined : onlyValue(context, test);
      if (assigned !== undefined) return holds(e, context, assigned);
      return isPassed(context, test) ? allAgree(e.evaluate(context, test), truth) : undefined;
    }
    case Kind.Call:
      return asksText(context, test) ? allAgree(e.evaluate(context, test), told) : undefined;
    case Kind.UnaryOperation: {
      const held = operatorOf(tree, test) === Operator.Not ? holds(e, context, tree.firstChild(test)) : undefined;
      return held === undefined ? undefined : !held;
    }
    case Kind.BooleanOperation:
      return ofSeveral(e, context, test);
    case Kind.Comparison:
      return compared(e, context, test);
    default:
      return undefined;
  }
}

/** `name.startswith('/')`: what a text begins or ends with, in one call. */
function asksText({ tree, frame }: Context, test: Node): boolean {
  const called = callee(tree, test);
  return frame !== null && tree.kind(called) === Kind.Attribute && /^(?:starts|ends)with$/.test(tree.nameText(called));
}

const told = (value: Value): boolean | undefined => (value.kind === 'constant' ? truth(value) : undefined);

/** What a variable of the function of the call is assigned to, where that is one thing. */
function onlyValue({ tree, module, frame }: Context, name: Node): Node | undefined {
  if (frame === null || module.scopes.at(name).node !== frame.function.node) return undefined;
  const [binding, ...others] = module.scopes.of(frame.function.node).bindings.get(tree.name(name)) ?? [];
  if (binding?.kind !== 'assignment' || others.length > 0 || tree.kind(binding.target) !== Kind.Name) return undefined;
  return binding.target === firstTarget(tree, binding.node) ? assignedValue(tree, binding.node) : undefined;
}

function ofSeveral(e: Evaluator, context: Context, test: Node): boolean | undefined {
  const { tree } = context;
  const decides = operatorOf(tree, test) === Operator.Or;
  let known = true;
  for (let operand = tree.firstChild(test); operand !== NONE; operand = tree.nextSibling(operand)) {
    const held = holds(e, context, operand);
    if (held === decides) return decides;
    if (held === undefined) known = false;
  }
  return known ? !decides : undefined;
}

/** `name is None`, `name == 's3'`. */
function compared(e: Evaluator, context: Context, test: Node): boolean | undefined {
  const { tree } = context;
  const left = tree.firstChild(test);
  const operator = tree.nextSibling(left);
  const right = tree.nextSibling(operator);
  if (tree.kind(left) !== Kind.Name || tree.nextSibling(right) !== NONE || !isPassed(context, left)) return undefined;
  const other = e.evaluate(context, right);
  const equals = allAgree(e.evaluate(context, left), (value) => isEqual(value, other));
  switch (equals === undefined ? undefined : operatorOf(tree, operator)) {
    case Operator.Is:
    case Operator.Equal:
      return equals;
    case Operator.IsNot:
    case Operator.NotEqual:
      return !equals;
    default:
      return undefined;
  }
}

function isEqual(value: Value, other: Value): boolean | undefined {
  if (other.kind !== 'constant') return undefined;
  if (value.kind === 'constant') return value.key === other.key;
  const isThere =
    isNone(other) && value.kind !== 'unknown' && value.kind !== 'external' && value.kind !== 'environment';
  return isThere ? false : undefined;
}

function allAgree(value: Value, ask: (member: Value) => boolean | undefined): boolean | undefined {
  const [first, ...others] = members(value).map(ask);
  return others.every((one) => one === first) ? first : undefined;
}

/** True for a parameter that is never assigned to, of which the call, or a default that no decorator fills in, tells what it is. */
function isPassed({ tree, module, frame }: Context, name: Node): boolean {
  if (frame === null) return false;
  const definition = frame.function.node;
  const [binding, ...others] = module.scopes.of(definition).bindings.get(tree.name(name)) ?? [];
  if (binding?.kind !== 'parameter' || others.length > 0 || module.scopes.at(name).node !== definition) return false;
  if (frame.parameter(binding.name) !== undefined) return true;
  return tree.kind(definition) === Kind.FunctionDefinition && !isFilledIn(tree, definition);
}

/** True where a decorator may pass what the call does not: any but those that say how a method is got. */
function isFilledIn(tree: Tree, definition: Node): boolean {
  for (let node = firstDecorator(tree, definition); tree.kind(node) === Kind.Decorator; node = tree.nextSibling(node)) {
    const name = decoratorExpression(tree, node);
    if (tree.kind(name) !== Kind.Name || !/^(?:static|class)method$/.test(tree.nameText(name))) return true;
  }
  return false;
}
