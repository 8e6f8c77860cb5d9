import { Kind, type Node, valueOf } from '../../syntax/python/index.ts';
import { constant, functionValue, none, unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { SyntaxArguments } from './arguments.ts';
import { withChanges } from './changed-containers.ts';
import { superObject } from './classes/super.ts';
import { comprehension } from './comprehensions.ts';
import type { Context } from './context.ts';
import { dictDisplay, sequenceDisplay } from './displays.ts';
import type { Evaluator } from './evaluator.ts';
import { bytesLiteral, formattedString, number, stringLiteral } from './literals.ts';
import { evaluateName } from './names.ts';
import { binaryOperation, booleanOperation, comparison, conditional, unaryOperation } from './operators.ts';
import { evaluateSubscript } from './subscripts.ts';

/** What an expression is; called by `Evaluator.evaluate`, which remembers it. */
export function evaluateExpression(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  switch (tree.kind(node)) {
    case Kind.Name:
      return evaluateName(e, context, node);
    case Kind.Attribute:
      return e.attribute(e.evaluate(context, tree.firstChild(node)), tree.nameText(node));
    case Kind.Call:
      return superObject(e, context, node) ?? evaluateCall(e, context, node);
    case Kind.Subscript:
      return evaluateSubscript(e, context, node);
    case Kind.String:
      return stringLiteral(tree, node);
    case Kind.Bytes:
      return bytesLiteral(tree, node);
    case Kind.FormattedString:
      return formattedString(e, context, node);
    case Kind.Integer:
    case Kind.Float:
      return number(tree, node);
    case Kind.True:
      return constant(true);
    case Kind.False:
      return constant(false);
    case Kind.NoneLiteral:
      return none;
    case Kind.Tuple:
    case Kind.List:
    case Kind.Set:
      return sequenceDisplay(e, context, node);
    case Kind.Dict:
      return dictDisplay(e, context, node);
    case Kind.ListComprehension:
    case Kind.SetComprehension:
    case Kind.GeneratorExpression:
    case Kind.DictComprehension:
      return withChanges(e, context, node, comprehension(e, context, node));
    case Kind.Lambda:
      return functionValue(context.module, node, context.frame);
    case Kind.Conditional:
      return conditional(e, context, node);
    case Kind.BooleanOperation:
      return booleanOperation(e, context, node);
    case Kind.BinaryOperation:
      return binaryOperation(e, context, node);
    case Kind.Comparison:
      return comparison(e, context, node);
    case Kind.UnaryOperation:
      return unaryOperation(e, context, node);
    case Kind.NamedExpression:
      return e.evaluate(context, tree.nextSibling(tree.firstChild(node)));
    case Kind.Await:
      return e.awaited(e.evaluate(context, tree.firstChild(node)));
    case Kind.Starred:
    case Kind.KeywordArgument:
      return e.evaluate(context, valueOf(tree, node));
    default:
      return unknown('unsupported-construct');
  }
}

function evaluateCall(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const callee = tree.firstChild(node);
  const given = new SyntaxArguments(e, context, node);
  const value = e.call(e.evaluate(context, callee), given);
  const presumed = tree.kind(callee) === Kind.Attribute ? e.presumed(tree.nameText(callee), given, value) : undefined;
  return withChanges(e, context, node, presumed ?? value);
}
