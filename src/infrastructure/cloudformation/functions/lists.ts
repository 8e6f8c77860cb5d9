import type { DataNode } from '../../../syntax/data-tree.ts';
import { readNumber, readText } from '../../model/reading.ts';
import type { Value } from '../../model/value.ts';
import { argumentsOf, type Evaluation, itemsOf, made } from '../evaluation.ts';

const mostParts = 10_000;

/** `Fn::Join`: the parts with the separator between them. */
export function join(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [separatorNode, listNode] = argumentsOf(argument);
  const separator = separatorNode === undefined ? undefined : readText(evaluation.value(separatorNode));
  const items = listNode === undefined ? undefined : itemsOf(evaluation.value(listNode));
  if (separator?.known !== true || items === undefined) {
    return evaluation.unknown(node, 'dynamic-value', 'a Join of a computed list');
  }
  const place = evaluation.place(node);
  const glue = made(separator.value, place);
  const parts = items.flatMap((item, index) => (index === 0 || separator.value === '' ? [item] : [glue, item]));
  return parts.length === 0 ? made('', place) : { kind: 'joined', parts, place };
}

/** `Fn::Select`: an item by its index, which may be written as a text. */
export function select(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [indexNode, listNode] = argumentsOf(argument);
  const index = indexNode === undefined ? undefined : readNumber(evaluation.value(indexNode));
  const items = listNode === undefined ? undefined : itemsOf(evaluation.value(listNode));
  const item = index?.known === true ? items?.[index.value] : undefined;
  return item ?? evaluation.unknown(node, 'dynamic-value', 'a Select from a computed list');
}

/** `Fn::Split` of a text that can be told. */
export function split(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [separator, text] = argumentsOf(argument).map((item) => readText(evaluation.value(item)));
  if (separator?.known !== true || separator.value === '' || text?.known !== true) {
    return evaluation.unknown(node, 'dynamic-value', 'a Split of a computed text');
  }
  const place = evaluation.place(node);
  const items = text.value.split(separator.value, mostParts).map((part) => made(part, place));
  return { kind: 'list', items, place };
}

/** `Fn::Length` of a list that can be told. */
export function length(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const items = itemsOf(evaluation.value(argument));
  if (items === undefined) return evaluation.unknown(node, 'dynamic-value', 'the Length of a computed list');
  const count = items.length;
  return { kind: 'literal', value: count, text: String(count), place: evaluation.place(node), shared: true };
}
