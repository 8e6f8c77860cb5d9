import type { DataNode } from '../../syntax/data-tree.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import { readText } from '../model/reading.ts';
import type { Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';
import { addressBlocks } from './functions/cidr.ts';
import { and, choose, condition, equals, not, or } from './functions/conditions.ts';
import { findInMap } from './functions/find-in-map.ts';
import { toJsonText } from './functions/json-text.ts';
import { join, length, select, split } from './functions/lists.ts';
import { getAttribute, reference, substitute } from './functions/references.ts';

/** Evaluates a call: its argument, and the whole node for the place. */
type Intrinsic = (evaluation: Evaluation, argument: DataNode, node: DataNode) => Value;

/** The functions that are understood, one row each; any other is unknown by name. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: reference,
  Condition: condition,
  'Fn::And': and,
  'Fn::Base64': (evaluation, argument) => evaluation.value(argument),
  'Fn::Cidr': addressBlocks,
  'Fn::Contains': decidedLater,
  'Fn::EachMemberEquals': decidedLater,
  'Fn::EachMemberIn': decidedLater,
  'Fn::Equals': equals,
  'Fn::FindInMap': findInMap,
  'Fn::GetAtt': getAttribute,
  'Fn::GetAZs': (evaluation, _argument, node) => evaluation.unknown(node, 'dynamic-value', 'the availability zones'),
  'Fn::If': choose,
  'Fn::ImportValue': importValue,
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::Not': not,
  'Fn::Or': or,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': substitute,
  'Fn::ToJsonString': toJsonText,
  'Fn::Transform': transform,
};

/** A function of the section Rules: it compares what the deployment gives. */
function decidedLater(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  evaluation.value(argument);
  return evaluation.unknown(node, 'dynamic-value', 'what the deployment gives');
}

function importValue(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  return evaluation.unknown(node, 'external-code', `the export ${readText(evaluation.value(argument)).text}`);
}

/** A macro; what `AWS::Include` takes from a file of the tree is read. */
function transform(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const name = textOf(at(argument, 'Name'));
  const location = at(argument, 'Parameters', 'Location');
  const path = name === 'AWS::Include' && location !== undefined ? readText(evaluation.value(location)) : undefined;
  const included = path?.known === true ? evaluation.included(path.value) : undefined;
  return included ?? evaluation.unknown(node, 'external-code', `the macro ${name ?? 'named there'}`);
}
