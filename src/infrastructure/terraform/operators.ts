// https://developer.hashicorp.com/terraform/language/expressions/operators
import type { Binary, BinaryOperator, Conditional, Unary } from '../../syntax/hcl/index.ts';
import type { Value } from '../model/value.ts';
import { isError } from './below.ts';
import { isSame } from './compare.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { asShared, choice, literal, unknown } from './make.ts';
import { numberOf, settled, truthOf } from './settled.ts';
import { placeOf, shown } from './source.ts';

/** `condition ? whenTrue : whenFalse`: either where the condition cannot be told. */
export function conditional(node: Conditional, scope: Scope, evaluation: Evaluation): Value {
  const condition = evaluation.value(node.condition, scope);
  if (isError(condition)) return condition;
  const truth = truthOf(condition, evaluation);
  if (truth !== undefined && !evaluation.isObserved) {
    return asShared(evaluation.value(truth ? node.whenTrue : node.whenFalse, scope));
  }
  const options = [node.whenTrue, node.whenFalse].map((option) => asShared(evaluation.value(option, scope)));
  const [whenTrue, whenFalse] = options;
  if (truth !== undefined) return (truth ? whenTrue : whenFalse) ?? condition;
  return choice(options, placeOf(scope.source, node));
}

/** `-number`, `!truth` */
export function unary(node: Unary, scope: Scope, evaluation: Evaluation): Value {
  const place = placeOf(scope.source, node);
  const operand = evaluation.value(node.operand, scope);
  if (node.operator === '-') {
    const number = numberOf(operand, evaluation);
    // a number with its sign is one token that can be replaced
    if (number !== undefined)
      return { ...literal(-number, place), shared: scope.shared || node.operand.kind !== 'literal' };
  } else {
    const truth = truthOf(operand, evaluation);
    if (truth !== undefined) return literal(!truth, place);
  }
  return isError(operand) ? operand : unknown('dynamic-value', shown(scope.source, node), place);
}

/** Two operands: known where both are, or where one alone decides. */
export function binary(node: Binary, scope: Scope, evaluation: Evaluation): Value {
  const place = placeOf(scope.source, node);
  const left = evaluation.value(node.left, scope);
  const right = evaluation.value(node.right, scope);
  const result = apply(node.operator, left, right, evaluation);
  if (result !== undefined) return literal(result, place);
  if (isError(left)) return left;
  return isError(right) ? right : unknown('dynamic-value', shown(scope.source, node), place);
}

function apply(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  evaluation: Evaluation,
): number | boolean | undefined {
  if (operator === '==' || operator === '!=') {
    const same = isSame(settled(left, evaluation), settled(right, evaluation), evaluation);
    return same === undefined ? undefined : same === (operator === '==');
  }
  if (operator === '&&' || operator === '||') {
    const decides = operator === '||';
    const truths = new Set([truthOf(left, evaluation), truthOf(right, evaluation)]);
    if (truths.has(decides)) return decides;
    return truths.has(undefined) ? undefined : !decides;
  }
  const [a, b] = [numberOf(left, evaluation), numberOf(right, evaluation)];
  const result = a === undefined || b === undefined ? undefined : ofNumbers[operator](a, b);
  return typeof result === 'number' && !Number.isFinite(result) ? undefined : result;
}

const ofNumbers: Readonly<
  Record<Exclude<BinaryOperator, '==' | '!=' | '&&' | '||'>, (a: number, b: number) => number | boolean>
> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};
