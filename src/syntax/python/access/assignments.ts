import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import type { Operator } from '../operators.ts';
import type { Tree } from '../tree.ts';
import { lastChild, secondChild } from './children.ts';

/**
 * The first target of an Assignment (its next siblings are the other targets, then the value), the target of an
 * AugmentedAssignment, AnnotatedAssignment, For, ComprehensionFor or NamedExpression, or the first of a Delete.
 */
export function firstTarget(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The value of an Assignment, AugmentedAssignment, AnnotatedAssignment (or `NONE`) or NamedExpression. */
export function assignedValue(tree: Tree, node: Node): Node {
  if (tree.kind(node) !== Kind.AnnotatedAssignment) return lastChild(tree, node);
  return tree.nextSibling(assignmentAnnotation(tree, node));
}

/** The annotation of an AnnotatedAssignment. */
export function assignmentAnnotation(tree: Tree, node: Node): Node {
  return secondChild(tree, node);
}

/** Whether an AnnotatedAssignment's target is a name without parentheses. */
export function isSimpleAnnotation(tree: Tree, node: Node): boolean {
  return (tree.data(node) & NodeFlag.Simple) !== 0;
}

/** The operator of a BinaryOperation, AugmentedAssignment, UnaryOperation, BooleanOperation or ComparisonOperator. */
export function operatorOf(tree: Tree, node: Node): Operator {
  return tree.data(node) as Operator;
}

/** The left operand of a BinaryOperation, the first of a Comparison or BooleanOperation, the only one of a UnaryOperation. */
export function leftOperand(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The right operand of a BinaryOperation. */
export function rightOperand(tree: Tree, node: Node): Node {
  return secondChild(tree, node);
}

/** The expression of an ExpressionStatement; the value of a Return, or `NONE`. */
export function expressionOf(tree: Tree, statement: Node): Node {
  return tree.firstChild(statement);
}

/** The exception of a Raise, or `NONE`; its next sibling is the cause. */
export function raisedException(tree: Tree, statement: Node): Node {
  return tree.firstChild(statement);
}
