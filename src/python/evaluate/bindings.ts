import {
  assignedValue,
  assignmentAnnotation,
  firstTarget,
  itemContext,
  itemTarget,
  iterableOf,
  Kind,
  matchSubject,
  NONE,
  type Node,
  parameterName,
  type Tree,
  typeAliasValue,
} from '../../syntax/python/index.ts';
import type { Binding } from '../scopes/scopes.ts';
import { classValue, unknown } from '../values/make.ts';
import { members, nothing, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { withOwnChanges } from './changed-containers.ts';
import type { Context } from './context.ts';
import { decorated } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { importedName } from './imports.ts';
import { augmented } from './operators.ts';
import { parameterValue } from './parameters.ts';
import { unpack } from './unpacking.ts';

/** What a binding makes of its name. */
export function bindingValue(e: Evaluator, context: Context, binding: Binding): Value {
  const { tree } = context;
  const { node, target } = binding;
  switch (binding.kind) {
    case 'assignment':
      return unpack(e, e.evaluate(context, assignedValue(tree, node)), tree, targetAround(tree, node, target), target);
    case 'annotated':
      return annotated(e, context, node);
    case 'augmented':
      return augmented(e, context, binding);
    case 'comprehension':
    case 'for':
      return unpack(e, looped(e, context, node), tree, firstTarget(tree, node), target);
    case 'with':
      return unpack(e, e.entered(e.evaluate(context, itemContext(tree, node))), tree, itemTarget(tree, node), target);
    case 'import':
    case 'import-from':
      return importedName(e, context.module, node, target, binding.kind === 'import-from');
    case 'function':
      return decorated(e, context, node);
    case 'class':
      return classValue(context.module, node, context.frame);
    case 'parameter':
      return withOwnChanges(e, context, parameterName(tree, node), parameterValue(e, context, node));
    case 'named':
      return e.evaluate(context, tree.nextSibling(tree.firstChild(node)));
    case 'pattern':
      return captured(e, context, node, target);
    case 'type-alias':
      return e.evaluate(context, typeAliasValue(tree, node));
    case 'delete':
      return nothing;
    case 'exception':
    case 'type-parameter':
      return unknown('dynamic-value');
  }
}

/** What a loop binds: in one pass its element, else all joined. */
function looped(e: Evaluator, context: Context, loop: Node): Value {
  return context.frame?.pass?.(loop) ?? e.element(e.evaluate(context, iterableOf(context.tree, loop)));
}

/** An annotation helps where the value says nothing, and alone tells what an attribute will hold. */
function annotated(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const valueNode = assignedValue(tree, node);
  const value = valueNode === NONE ? nothing : e.evaluate(context, valueNode);
  if (members(value).some((member) => member.kind !== 'unknown' && member.kind !== 'external')) {
    const isNone = members(value).every((member) => member.kind === 'constant' && member.value === null);
    if (!isNone) return value;
  }
  return union([value, e.annotation(context, assignmentAnnotation(tree, node)) ?? nothing]);
}

/** Which of the targets of `a = b = value` holds a name. */
function targetAround(tree: Tree, assignment: Node, target: Node): Node {
  let candidate = target;
  while (candidate !== NONE && tree.parent(candidate) !== assignment) candidate = tree.parent(candidate);
  return candidate;
}

/** What `case name` captures: the subject where the pattern is the name alone (or `… as name`), else a part of it. */
function captured(e: Evaluator, context: Context, matchCase: Node, target: Node): Value {
  const { tree } = context;
  const parent = tree.parent(target);
  const whole = tree.kind(parent) === Kind.PatternCapture || tree.kind(parent) === Kind.PatternAs ? parent : target;
  if (tree.parent(whole) !== matchCase) return unknown('unsupported-construct');
  return e.evaluate(context, matchSubject(tree, tree.parent(matchCase)));
}
