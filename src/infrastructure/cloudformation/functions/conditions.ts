// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
import type { DataNode } from '../../../syntax/data-tree.ts';
import { readText } from '../../model/reading.ts';
import type { Value } from '../../model/value.ts';
import { argumentsOf, type Evaluation, scalarText } from '../evaluation.ts';

/** `Fn::If`: one branch where the condition is certain, whatever a deployment sets; else a choice of both. */
export function choose(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [name, ...branches] = argumentsOf(argument);
  const [then, otherwise] = branches;
  if (then === undefined || otherwise === undefined || branches.length > 2) {
    return evaluation.unknown(node, 'unsupported-construct', 'an If without two branches');
  }
  const truth = truthOf(named(evaluation, scalarText(name), node));
  if (truth !== undefined) return evaluation.value(truth ? then : otherwise);
  return {
    kind: 'choice',
    options: [evaluation.value(then), evaluation.value(otherwise)],
    place: evaluation.place(node),
  };
}

/** `Condition`: what the condition of that name is. */
export function condition(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  return named(evaluation, scalarText(argument), node);
}

function named(evaluation: Evaluation, name: string | undefined, node: DataNode): Value {
  const declared = name === undefined ? undefined : evaluation.declarations.conditions.get(name);
  if (declared !== undefined) return evaluation.value(declared);
  return evaluation.unknown(node, 'unsupported-construct', `the condition ${name ?? ''}, which is not declared`);
}

/** `Fn::Equals`: certain between texts that no deployment can set. */
export function equals(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [left, right] = argumentsOf(argument).map((item) => evaluation.value(item));
  if (left === undefined || right === undefined) {
    return evaluation.unknown(node, 'unsupported-construct', 'an Equals without two values');
  }
  if (!isFixed(left) || !isFixed(right)) return undecided(evaluation, node);
  const [a, b] = [readText(left), readText(right)];
  return a.known && b.known ? truth(evaluation, a.value === b.value, node) : undecided(evaluation, node);
}

/** `Fn::And`: false as soon as one is. */
export function and(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  return all(evaluation, argument, node, false);
}

/** `Fn::Or`: true as soon as one is. */
export function or(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  return all(evaluation, argument, node, true);
}

/** `Fn::Not` of one condition. */
export function not(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [only] = argumentsOf(argument);
  const found = only === undefined ? undefined : truthOf(evaluation.value(only));
  return found === undefined ? undecided(evaluation, node) : truth(evaluation, !found, node);
}

function all(evaluation: Evaluation, argument: DataNode, node: DataNode, decisive: boolean): Value {
  const truths = new Set(argumentsOf(argument).map((item) => truthOf(evaluation.value(item))));
  if (truths.has(decisive)) return truth(evaluation, decisive, node);
  return truths.has(undefined) ? undecided(evaluation, node) : truth(evaluation, !decisive, node);
}

/** True for a value that is the same in each deployment. */
function isFixed(value: Value): boolean {
  return value.kind === 'literal' || (value.kind === 'joined' && value.parts.every(({ kind }) => kind === 'literal'));
}

function truthOf(value: Value): boolean | undefined {
  return value.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined;
}

function truth(evaluation: Evaluation, value: boolean, node: DataNode): Value {
  return { kind: 'literal', value, text: String(value), place: evaluation.place(node), shared: true };
}

function undecided(evaluation: Evaluation, node: DataNode): Value {
  return evaluation.unknown(node, 'dynamic-value', 'a condition that the deployment decides');
}
