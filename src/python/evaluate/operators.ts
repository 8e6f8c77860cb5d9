// https://docs.python.org/3/reference/expressions.html
import {
  assignedValue,
  conditionalAlternative,
  conditionalBody,
  conditionalTest,
  firstTarget,
  Kind,
  leftOperand,
  NONE,
  type Node,
  Operator,
  operatorOf,
  rightOperand,
} from '../../syntax/python/index.ts';
import type { Binding } from '../scopes/scopes.ts';
import { concatenatedSequences } from '../values/containers.ts';
import { constant, environment, isNone, unknown } from '../values/make.ts';
import { percentFormat } from '../values/percent-format.ts';
import { concatenate } from '../values/text.ts';
import { truth } from '../values/truth.ts';
import { members, nothing, overMembers, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { filledMapping } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { holds } from './guards.ts';

/** `a or b`, `a and b`: operands that can be the result. */
export function booleanOperation(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const isOr = operatorOf(tree, node) === Operator.Or;
  const values: Value[] = [];
  for (let operand = tree.firstChild(node); operand !== NONE; operand = tree.nextSibling(operand)) {
    const value = e.evaluate(context, operand);
    if (tree.nextSibling(operand) === NONE) return isOr ? orElse(values, value) : union([...values, value]);
    const kept = members(value).filter((member) => truth(member) !== !isOr);
    if (kept.length > 0 && kept.every((member) => truth(member) === isOr)) return union([...values, ...kept]);
    values.push(...(isOr ? kept : kept.filter((member) => truth(member) === false)));
  }
  return nothing;
}

/** `os.environ.get('X') or 'y'` is the variable with a fallback. */
function orElse(before: readonly Value[], last: Value): Value {
  const [only] = before;
  if (before.length === 1 && only?.kind === 'environment' && (only.fallback === null || isNone(only.fallback))) {
    return environment(only.name, last);
  }
  return union([...before, last]);
}

/** `a if test else b`: both, unless the test is known. */
export function conditional(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const condition = conditionalTest(tree, node);
  const isName = tree.kind(condition) === Kind.Name; // what a caller sets, or a later version
  const test = holds(e, context, condition) ?? (isName ? undefined : truth(e.evaluate(context, condition)));
  if (test === true) return e.evaluate(context, conditionalBody(tree, node));
  if (test === false) return e.evaluate(context, conditionalAlternative(tree, node));
  return union([
    e.evaluate(context, conditionalBody(tree, node)),
    e.evaluate(context, conditionalAlternative(tree, node)),
  ]);
}

/** `a == b`, `a is None` and the like between constants; unknown for others. */
export function comparison(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const first = tree.firstChild(node);
  const operator = tree.nextSibling(first);
  const second = tree.nextSibling(operator);
  if (tree.nextSibling(second) !== NONE) return unknown('dynamic-value');
  const [left, right] = [e.evaluate(context, first), e.evaluate(context, second)];
  if (left.kind !== 'constant' || right.kind !== 'constant') return unknown('dynamic-value');
  switch (operatorOf(tree, operator)) {
    case Operator.Equal:
    case Operator.Is:
      return constant(left.key === right.key);
    case Operator.NotEqual:
    case Operator.IsNot:
      return constant(left.key !== right.key);
    default:
      return unknown('dynamic-value');
  }
}

/** `-1` and `not a`; other unary operations are unknown. */
export function unaryOperation(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const operand = e.evaluate(context, tree.firstChild(node));
  if (operatorOf(tree, node) === Operator.Not) {
    const known = truth(operand);
    return known === undefined ? unknown('dynamic-value') : constant(!known);
  }
  if (operatorOf(tree, node) === Operator.Minus && operand.kind === 'constant' && typeof operand.value === 'number') {
    return constant(-operand.value);
  }
  return unknown('dynamic-value');
}

/** `a + b` and the other operators of two operands. */
export function binaryOperation(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const left = e.evaluate(context, leftOperand(tree, node));
  const right = e.evaluate(context, rightOperand(tree, node));
  return combine(e, operatorOf(tree, node), left, right);
}

/** `name += value`: what the name was, combined. */
export function augmented(e: Evaluator, context: Context, binding: Binding): Value {
  const { tree } = context;
  const target = firstTarget(tree, binding.node);
  if (tree.kind(target) !== Kind.Name) return unknown('unsupported-construct');
  const before = e.nameIn(context, binding.from, binding.name, binding.node);
  const value = e.evaluate(context, assignedValue(tree, binding.node));
  return combine(e, operatorOf(tree, binding.node), before, value);
}

function combine(e: Evaluator, operator: Operator, left: Value, right: Value): Value {
  if (operator === Operator.Add) return overMembers(left, (one) => add(e, one, right));
  if (operator === Operator.Modulo && isText(left)) return percentFormat(e, left, right);
  if (operator === Operator.Divide && (isText(left) || isText(right))) return concatenate([left, constant('/'), right]);
  if (operator === Operator.BitOr && left.kind === 'mapping') return merge([left, right]);
  return arithmetic(operator, left, right);
}

const isText = (value: Value): boolean =>
  value.kind === 'text' ||
  value.kind === 'environment' ||
  (value.kind === 'constant' && typeof value.value === 'string');

function add(e: Evaluator, left: Value, right: Value): Value {
  if (left.kind === 'sequence') {
    const exact = left.exact && right.kind === 'sequence' && right.exact;
    const more = (): readonly Value[] => (right.kind === 'sequence' ? right.elements() : [e.element(right)]);
    return concatenatedSequences(`${left.key}+${right.key}`, left.type, [() => left.elements(), more], exact);
  }
  if (isText(left) || members(right).some(isText)) return concatenate([left, right]);
  return arithmetic(Operator.Add, left, right);
}

function arithmetic(operator: Operator, left: Value, right: Value): Value {
  if (left.kind !== 'constant' || right.kind !== 'constant') return unknown('dynamic-value');
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return unknown('dynamic-value');
  if (operator === Operator.Add) return constant(left.value + right.value);
  if (operator === Operator.Subtract) return constant(left.value - right.value);
  if (operator === Operator.Multiply) return constant(left.value * right.value);
  return unknown('dynamic-value');
}

/** Dictionaries, the later entries over the earlier. A part that is no dictionary adds something unknown. */
export function merge(parts: readonly Value[]): Value {
  return filledMapping(`d{${parts.map((part) => part.key).join('|')}}`, (table) => {
    for (const part of parts) table.spread(part);
  });
}
