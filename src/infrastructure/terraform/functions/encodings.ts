// https://developer.hashicorp.com/terraform/language/functions#encoding-functions

import type { DataNode } from '../../../syntax/data-tree.ts';
import { parseJson } from '../../../syntax/json/index.ts';
import { keyOf, resolved } from '../../../syntax/navigate.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import type { Value } from '../../model/value.ts';
import { list, literal, map, unknown } from '../make.ts';
import { settled, textOf } from '../settled.ts';
import type { CallPlace, FunctionTable } from './function.ts';

/** What is encoded as JSON or YAML is kept as it is: readers of policies and definitions want the structure. */
function encoded([value]: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  if (value === undefined) return undefined;
  const found = settled(value, evaluation);
  if (found.kind !== 'literal') return value;
  return literal(JSON.stringify(found.value), place);
}

/** A text of JSON or YAML as a value; what was encoded here before is that already. */
function decoded(
  values: readonly Value[],
  call: CallPlace,
  parse: (text: string) => DataNode | undefined,
): Value | undefined {
  const [value] = values;
  const found = value && settled(value, call.evaluation);
  if (found?.kind === 'map' || found?.kind === 'list') return found;
  const text = value && textOf(value, call.evaluation);
  const root = text === undefined ? undefined : parse(text);
  return root && asValue(root, call, new Set());
}

function asValue(node: DataNode, call: CallPlace, above: ReadonlySet<DataNode>): Value {
  const found = resolved(node);
  if (found === undefined || above.has(found) || !call.evaluation.spend(1)) {
    return unknown(found === undefined ? 'unsupported-construct' : 'bound-reached', call.text, call.place);
  }
  const inside = new Set(above).add(found);
  switch (found.kind) {
    case 'scalar':
      return { ...literal(found.value, call.place), text: found.text };
    case 'sequence':
      return list(
        found.items.map((item) => asValue(item, call, inside)),
        call.place,
      );
    case 'mapping':
      return map(
        found.entries.map((entry) => [keyOf(entry) ?? '', asValue(entry.value, call, inside)]),
        call.place,
      );
  }
}

/** The tree of a text without faults. */
function clean(tree: { documents: readonly DataNode[]; faults: readonly unknown[] }): DataNode | undefined {
  return tree.faults.length === 0 ? tree.documents[0] : undefined;
}

export const encodings: FunctionTable = {
  base64decode: ([value], { place, evaluation }) => {
    const text = value && textOf(value, evaluation);
    return text === undefined ? undefined : literal(Buffer.from(text, 'base64').toString('utf8'), place);
  },
  base64encode: ([value], { place, evaluation }) => {
    const text = value && textOf(value, evaluation);
    return text === undefined ? undefined : literal(Buffer.from(text).toString('base64'), place);
  },
  jsondecode: (values, call) => decoded(values, call, (text) => clean(parseJson(text))),
  jsonencode: encoded,
  urlencode: ([value], { place, evaluation }) => {
    const text = value && textOf(value, evaluation);
    return text === undefined ? undefined : literal(encodeURIComponent(text.toWellFormed()), place);
  },
  yamldecode: (values, call) => decoded(values, call, (text) => clean(parseYaml(text))),
  yamlencode: encoded,
};
