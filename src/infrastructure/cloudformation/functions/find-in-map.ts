import type { DataNode } from '../../../syntax/data-tree.ts';
import { asMapping, at, keyOf } from '../../../syntax/navigate.ts';
import { type Reading, readText } from '../../model/reading.ts';
import type { Value } from '../../model/value.ts';
import { argumentsOf, type Evaluation } from '../evaluation.ts';

/** `Fn::FindInMap`: the cell, or a choice of all that a computed key may lead to, with the language extension's default. */
export function findInMap(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const [nameNode, ...others] = argumentsOf(argument);
  const name = nameNode === undefined ? undefined : readText(evaluation.value(nameNode));
  const mapping = name?.known === true ? evaluation.declarations.mappings.get(name.value) : undefined;
  const [first, second] = others.slice(0, 2).map((item) => readText(evaluation.value(item)));
  const standIn = at(others[2], 'DefaultValue');
  if (mapping === undefined || first === undefined || second === undefined) {
    return evaluation.unknown(node, 'dynamic-value', 'a FindInMap with a computed mapping');
  }
  const cells = below(mapping, first).flatMap((row) => below(row, second));
  const mayMiss = standIn !== undefined && (cells.length === 0 || !first.known || !second.known);
  const options = [...cells, ...(mayMiss ? [standIn] : [])].map((cell) => evaluation.value(cell));
  const [only] = options;
  if (only === undefined) return missing(evaluation, mapping, node);
  return options.length === 1 ? only : { kind: 'choice', options, place: evaluation.place(node) };
}

/** What stands below a node at a key, or at all keys where the key cannot be told. */
function below(node: DataNode, key: Reading<string>): DataNode[] {
  if (!key.known) return asMapping(node)?.entries.map((entry) => entry.value) ?? [];
  const found = at(node, key.value);
  return found === undefined ? [] : [found];
}

function missing(evaluation: Evaluation, mapping: DataNode, node: DataNode): Value {
  const isIncluded = asMapping(mapping)?.entries.some((entry) => keyOf(entry) === 'Fn::Transform') === true;
  return isIncluded
    ? evaluation.unknown(node, 'external-code', 'a mapping that a macro makes')
    : evaluation.unknown(node, 'unsupported-construct', 'a FindInMap that finds nothing');
}
