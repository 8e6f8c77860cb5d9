// https://docs.python.org/3/reference/lexical_analysis.html#literals
import {
  bytesValue,
  integerValue,
  interpolationFormat,
  interpolationValue,
  isSelfDocumenting,
  Kind,
  NONE,
  type Node,
  numberValue,
  stringValue,
  type Tree,
} from '../../syntax/python/index.ts';
import { constant, unknown } from '../values/make.ts';
import { concatenate } from '../values/text.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';

/** A string literal, also of several parts. */
export function stringLiteral(tree: Tree, node: Node): Value {
  const text = stringValue(tree, node);
  return text === undefined ? unknown('unsupported-construct') : constant(text);
}

/** A bytes literal. */
export function bytesLiteral(tree: Tree, node: Node): Value {
  const text = bytesValue(tree, node);
  return text === undefined ? unknown('unsupported-construct') : constant(text, true);
}

/** A number that a double holds exactly; others are unknown. */
export function number(tree: Tree, node: Node): Value {
  if (tree.kind(node) === Kind.Float) return constant(numberValue(tree, node));
  const value = Number(integerValue(tree, node) ?? Number.NaN);
  return Number.isSafeInteger(value) ? constant(value) : unknown('unsupported-construct');
}

/** An f-string: its texts and fields in a row. A field with a format specification is unknown where its value is a number. */
export function formattedString(e: Evaluator, context: Context, node: Node): Value {
  return concatenate(partsOf(e, context, node));
}

function partsOf(e: Evaluator, context: Context, node: Node): Value[] {
  const { tree } = context;
  const parts: Value[] = [];
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    const kind = tree.kind(part);
    if (kind === Kind.FormattedString) parts.push(...partsOf(e, context, part));
    else if (kind === Kind.Interpolation) parts.push(field(e, context, part));
    else parts.push(textPart(tree, part));
  }
  return parts;
}

function textPart(tree: Tree, part: Node): Value {
  return stringLiteral(tree, part);
}

function field(e: Evaluator, context: Context, part: Node): Value {
  const { tree } = context;
  if (isSelfDocumenting(tree, part)) return unknown('unsupported-construct');
  const value = e.evaluate(context, interpolationValue(tree, part));
  const formatted = interpolationFormat(tree, part) !== NONE;
  return formatted && value.kind === 'constant' && typeof value.value !== 'string'
    ? unknown('unsupported-construct')
    : value;
}
