import type { Expression } from '../../syntax/hcl/index.ts';
import type { Value } from '../model/value.ts';
import { below } from './below.ts';
import type { Evaluation, Scope, Step } from './evaluation.ts';
import { literal, unknown } from './make.ts';
import { placeOf, shown } from './source.ts';

type Link = Extract<Expression, { kind: 'variable' | 'attribute-of' | 'index' }>;

/** A name with the steps behind it: `aws_sqs_queue.jobs["a"].arn`. A chain may be long: it is walked, not descended. */
export function chain(node: Link, scope: Scope, evaluation: Evaluation): Value {
  const links: Exclude<Link, { kind: 'variable' }>[] = [];
  let root: Expression = node;
  while (root.kind === 'attribute-of' || root.kind === 'index') {
    links.push(root);
    root = root.object;
  }
  const steps = links.reverse().map((link) => stepOf(link, scope, evaluation));
  const { value, steps: done } = rootOf(root, steps, node, scope, evaluation);
  if (!evaluation.spend(steps.length)) {
    return unknown('bound-reached', shown(scope.source, node), placeOf(scope.source, node));
  }
  let current = value;
  for (const { key, span } of steps.slice(done)) {
    current = below(current, key, placeOf(scope.source, span), shown(scope.source, span), evaluation);
  }
  return current;
}

function stepOf(link: Exclude<Link, { kind: 'variable' }>, scope: Scope, evaluation: Evaluation): Step {
  if (link.kind === 'index') return { key: evaluation.value(link.index, scope), span: link };
  return { key: literal(link.name, placeOf(scope.source, link)), span: link };
}

function rootOf(
  root: Expression,
  steps: readonly Step[],
  whole: Link,
  scope: Scope,
  evaluation: Evaluation,
): { value: Value; steps: number } {
  if (root.kind !== 'variable') return { value: evaluation.value(root, scope), steps: 0 };
  const value = scope.names.get(root.name);
  if (value !== undefined) return { value, steps: 0 };
  return scope.module.find(root.name, steps, placeOf(scope.source, whole), shown(scope.source, whole));
}
