// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-lambda
import type { MapEntry, Value } from '../../model/value.ts';
import { literalOf, mapOf, settled, textIn, truthOf } from '../plain.ts';
import { type AzureFunction, type FunctionCall, undetermined } from './call.ts';

/** Functions that are given a lambda. */
export const lambdaFunctions: Readonly<Record<string, AzureFunction>> = {
  map: (call) => each(call, (results, values) => results.map((result, index) => result ?? values[index])),
  filter: (call) =>
    each(call, (results, values) => {
      const truths = results.map((result) => result && truthOf(result));
      return truths.includes(undefined) ? [undefined] : values.filter((_, index) => truths[index] === true);
    }),
  sort: (call) => listIn(call) ?? undetermined(call),
  reduce,
  toObject,
  groupBy: undetermined,
  mapValues,
};

function listIn(call: FunctionCall): Extract<Value, { kind: 'list' }> | undefined {
  const node = call.nodes[0];
  const value = node === undefined ? undefined : settled(call.evaluator.value(node, call.scope));
  return value?.kind === 'list' ? value : undefined;
}

function each(
  call: FunctionCall,
  work: (results: readonly (Value | undefined)[], items: readonly Value[]) => readonly (Value | undefined)[],
): Value {
  const list = listIn(call);
  if (list === undefined) return undetermined(call);
  const results = list.items.map((item, index) =>
    call.evaluator.apply(call.nodes[1], [item, literalOf(index, call.place)], call.scope),
  );
  const items = work(results, list.items);
  if (items.includes(undefined)) return undetermined(call);
  return { kind: 'list', items: items.flatMap((item) => item ?? []), place: call.place };
}

function reduce(call: FunctionCall): Value {
  const list = listIn(call);
  const start = call.nodes[1];
  if (list === undefined || start === undefined) return undetermined(call);
  let current = call.evaluator.value(start, call.scope);
  for (const [index, item] of list.items.entries()) {
    const next = call.evaluator.apply(call.nodes[2], [current, item, literalOf(index, call.place)], call.scope);
    if (next === undefined) return undetermined(call);
    current = next;
  }
  return current;
}

function toObject(call: FunctionCall): Value {
  const list = listIn(call);
  if (list === undefined) return undetermined(call);
  const entries: [string, MapEntry][] = [];
  for (const item of list.items) {
    const name = textIn(call.evaluator.apply(call.nodes[1], [item], call.scope));
    if (name === undefined) return undetermined(call);
    const value = call.nodes[2] === undefined ? item : call.evaluator.apply(call.nodes[2], [item], call.scope);
    entries.push([name, { key: call.place, value: value ?? item }]);
  }
  return mapOf(entries, call.place);
}

function mapValues(call: FunctionCall): Value {
  const node = call.nodes[0];
  const map = node === undefined ? undefined : settled(call.evaluator.value(node, call.scope));
  if (map?.kind !== 'map' || map.open !== null) return undetermined(call);
  const entries = [...map.entries].map(([name, { key, value }]): [string, MapEntry] => [
    name,
    { key, value: call.evaluator.apply(call.nodes[1], [value], call.scope) ?? value },
  ]);
  return mapOf(entries, call.place);
}
