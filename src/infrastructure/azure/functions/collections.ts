// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-array and …-object
import type { ListValue, MapEntry, MapValue, Value } from '../../model/value.ts';
import { choiceOf } from '../access.ts';
import { joinedOf, rendered } from '../join.ts';
import { literalOf, mapOf, type Plain, plainOf, settled, textIn, valueOf } from '../plain.ts';
import { type AzureFunction, type FunctionCall, pure, undetermined } from './call.ts';

const mostItems = 5_000;

/** Functions of lists and objects; items may be unknown where the function does not look at them. */
export const collectionFunctions: Readonly<Record<string, AzureFunction>> = {
  concat,
  union,
  intersection: pure(intersection),
  contains,
  empty,
  length,
  first: (call) =>
    part(
      call,
      (items) => items[0],
      (text) => text.slice(0, 1),
    ),
  last: (call) =>
    part(
      call,
      (items) => items.at(-1),
      (text) => text.slice(-1),
    ),
  take: (call) =>
    slice(
      call,
      (items, count) => items.slice(0, count),
      (text, count) => text.slice(0, count),
    ),
  skip: (call) =>
    slice(
      call,
      (items, count) => items.slice(count),
      (text, count) => text.slice(count),
    ),
  array: (call) => {
    const value = argument(call, 0);
    return value?.kind === 'list' ? value : listOf(call.values().slice(0, 1), call);
  },
  createArray: (call) => listOf(call.values(), call),
  createObject,
  items,
  objectKeys: (call) => {
    const map = argument(call, 0);
    if (map?.kind !== 'map' || map.open !== null) return undetermined(call);
    return valueOf([...map.entries.keys()].sort(), call.place);
  },
  flatten: (call) => {
    const list = argument(call, 0);
    const inner = list?.kind === 'list' ? list.items.map(settled) : [];
    if (list?.kind !== 'list' || !inner.every((item) => item.kind === 'list')) return undetermined(call);
    return listOf(
      inner.flatMap((item) => item.items),
      call,
    );
  },
  range: pure((start, count) => {
    if (typeof start !== 'number' || typeof count !== 'number' || count < 0 || count > mostItems) return undefined;
    return Array.from({ length: count }, (_, index) => start + index);
  }),
  min: extreme(Math.min),
  max: extreme(Math.max),
  tryGet: undetermined,
  shallowMerge: (call) => {
    const list = argument(call, 0);
    return list?.kind === 'list' ? merged(list.items.map(settled), call, false) : undetermined(call);
  },
};

function argument(call: FunctionCall, index: number): Value | undefined {
  const value = call.values()[index];
  return value === undefined ? undefined : settled(value);
}

function listOf(values: readonly Value[], call: FunctionCall): Value {
  return values.length > mostItems ? undetermined(call) : { kind: 'list', items: values, place: call.place };
}

/** Lists one behind the other, or texts put together. */
function concat(call: FunctionCall): Value {
  const values = call.values();
  const items = itemsOf(values);
  return items === undefined ? joinedOf(values, call.place) : listOf(items, call);
}

/**
 * The items of lists, one behind the other: those of a list that a condition chooses may be absent, and a list that is not
 * known stands as one item. Undefined where none is a list.
 */
function itemsOf(values: readonly Value[]): Value[] | undefined {
  let hasList = false;
  const items = values.map(settled).flatMap((value): readonly Value[] => {
    const options = value.kind === 'choice' ? value.options.map(settled) : [value];
    const lists = options.filter((option) => option.kind === 'list');
    if (lists.length < options.length || options.length > 8) return [value];
    hasList = true;
    const inner = lists.flatMap((list) => list.items);
    return value.kind === 'list'
      ? inner
      : inner.map((item) => choiceOf([item, { kind: 'absent', place: item.place }], item.place));
  });
  return hasList ? items : undefined;
}

/** Objects laid over each other (objects in them too), or lists without what comes twice. */
function union(call: FunctionCall): Value {
  const values = call.values().map(settled);
  const items = itemsOf(values);
  if (items === undefined) return merged(values, call, true);
  const seen = new Map<string | Value, Value>();
  for (const item of items) {
    const key = rendered(item) ?? item;
    if (!seen.has(key)) seen.set(key, item);
  }
  return listOf([...seen.values()], call);
}

function merged(values: readonly Value[], call: FunctionCall, deep: boolean): Value {
  const entries = new Map<string, MapEntry>();
  let open: MapValue['open'] = null;
  for (const value of values) {
    if (value.kind === 'unknown') open ??= value;
    else if (value.kind === 'parameter') {
      open ??= { kind: 'unknown', reason: 'dynamic-value', text: value.name, place: value.place };
    } else if (value.kind === 'choice') {
      const maps = value.options.map(settled);
      if (!maps.every((map) => map.kind === 'map')) return undetermined(call);
      for (const [name, entry] of maps.flatMap((map) => [...map.entries])) entries.set(name, maybe(entry));
      open ??= maps.find((map) => map.open !== null)?.open ?? null;
    } else if (value.kind === 'map') {
      for (const [name, entry] of value.entries) entries.set(name, deep ? over(entry, entries.get(name), call) : entry);
      open ??= value.open;
    } else if (value.kind !== 'absent' && !(value.kind === 'literal' && value.value === null))
      return undetermined(call);
  }
  return { kind: 'map', entries, open, place: call.place };
}

/** An entry that one of several objects has and another may not. */
function maybe(entry: MapEntry): MapEntry {
  return {
    key: entry.key,
    get value(): Value {
      return choiceOf([entry.value, { kind: 'absent', place: entry.key }], entry.key);
    },
  };
}

/** Looked at only when asked for: the values of the entries stay unevaluated. */
function over(entry: MapEntry, below: MapEntry | undefined, call: FunctionCall): MapEntry {
  if (below === undefined) return entry;
  return {
    key: entry.key,
    get value(): Value {
      const [upper, lower] = [settled(entry.value), settled(below.value)];
      return upper.kind === 'map' && lower.kind === 'map' ? merged([lower, upper], call, true) : entry.value;
    },
  };
}

function contains(call: FunctionCall): Value {
  const [container, item] = [argument(call, 0), argument(call, 1)];
  const text = textIn(item);
  if (container === undefined || text === undefined) return undetermined(call);
  if (container.kind === 'map') {
    const has = [...container.entries.keys()].some((name) => name.toLowerCase() === text.toLowerCase());
    return has || container.open === null ? literalOf(has, call.place) : undetermined(call);
  }
  if (container.kind === 'list') {
    const texts = new Set(container.items.map((one) => textIn(one)));
    const has = texts.has(text);
    return has || !texts.has(undefined) ? literalOf(has, call.place) : undetermined(call);
  }
  const whole = textIn(container);
  return whole === undefined ? undetermined(call) : literalOf(whole.includes(text), call.place);
}

function empty(call: FunctionCall): Value {
  const value = argument(call, 0);
  switch (value?.kind) {
    case 'literal':
      return literalOf(value.value === null || value.value === '', call.place);
    case 'absent':
      return literalOf(true, call.place);
    case 'list':
      return literalOf(value.items.length === 0, call.place);
    case 'map':
      if (value.entries.size > 0) return literalOf(false, call.place);
      return value.open === null ? literalOf(true, call.place) : undetermined(call);
    case 'reference':
      return literalOf(false, call.place);
    case 'joined': {
      const stated = value.parts.some((one) => one.kind === 'reference' || (one.kind === 'literal' && one.text !== ''));
      return stated ? literalOf(false, call.place) : undetermined(call);
    }
    default:
      return undetermined(call);
  }
}

function length(call: FunctionCall): Value {
  const value = argument(call, 0);
  if (value?.kind === 'list') return literalOf(value.items.length, call.place);
  if (value?.kind === 'map' && value.open === null) return literalOf(value.entries.size, call.place);
  const text = textIn(value);
  return text === undefined ? undetermined(call) : literalOf(text.length, call.place);
}

function part(
  call: FunctionCall,
  ofItems: (items: readonly Value[]) => Value | undefined,
  ofText: (text: string) => string,
): Value {
  const value = argument(call, 0);
  if (value?.kind === 'list') return ofItems(value.items) ?? literalOf(null, call.place);
  const text = textIn(value);
  return text === undefined ? undetermined(call) : literalOf(ofText(text), call.place);
}

function slice(
  call: FunctionCall,
  ofItems: (items: readonly Value[], count: number) => readonly Value[],
  ofText: (text: string, count: number) => string,
): Value {
  const [value, second] = [argument(call, 0), argument(call, 1)];
  const count = second === undefined ? undefined : plainOf(second);
  if (typeof count !== 'number' || count < 0) return undetermined(call);
  if (value?.kind === 'list') return listOf(ofItems(value.items, count), call);
  const text = textIn(value);
  return text === undefined ? undetermined(call) : literalOf(ofText(text, count), call.place);
}

function createObject(call: FunctionCall): Value {
  const values = call.values();
  const entries: [string, MapEntry][] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    const [name, value] = [textIn(values[index]), values[index + 1]];
    if (name === undefined || value === undefined) return undetermined(call);
    entries.push([name, { key: call.place, value }]);
  }
  return mapOf(entries, call.place);
}

/** `[{ key, value }, …]`, by key. */
function items(call: FunctionCall): Value {
  const map = argument(call, 0);
  if (map?.kind !== 'map' || map.open !== null) return undetermined(call);
  const sorted = [...map.entries].sort(([one], [other]) => (one < other ? -1 : 1));
  const pairs = sorted.map(([name, entry]): ListValue['items'][number] =>
    mapOf(
      [
        ['key', { key: entry.key, value: literalOf(name, entry.key) }],
        ['value', entry],
      ],
      call.place,
    ),
  );
  return listOf(pairs, call);
}

function intersection(...values: Plain[]): Plain | undefined {
  const lists = values.filter((value) => Array.isArray(value));
  const [first, ...others] = lists;
  if (first === undefined || lists.length < values.length) return undefined;
  return first.filter((item) => others.every((other) => other.includes(item)));
}

function extreme(choose: (...numbers: number[]) => number): AzureFunction {
  return pure((...values) => {
    const numbers = values.flat().filter((value) => typeof value === 'number');
    return numbers.length === 0 ? undefined : choose(...numbers);
  });
}
