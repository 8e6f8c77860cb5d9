// https://developer.hashicorp.com/terraform/language/functions#collection-functions
import type { MapEntry, UnknownValue, Value } from '../../model/value.ts';
import { below, failure, isError } from '../below.ts';
import { isSame } from '../compare.ts';
import { anyNumber, choice, list, literal, map, unknown } from '../make.ts';
import { type Items, isNull, itemsOf, numberOf, settled, textOf, truthOf } from '../settled.ts';
import type { CallPlace, FunctionTable } from './function.ts';

const mostItems = 10_000;
const mostSliced = 100;

/** Items of one collection; undefined where it is none, where it may have more, or where it is too large. */
function allOf(value: Value | undefined, { evaluation }: CallPlace): Items['items'] | undefined {
  const items = value && itemsOf(value, evaluation);
  if (items === undefined || items.rest !== undefined || items.items.length > mostItems) return undefined;
  return evaluation.spend(items.items.length) ? items.items : undefined;
}

/** Lists put after each other; of what is not known how many items it has, one stands for all. */
function concat(values: readonly Value[], { place, text, evaluation }: CallPlace): Value | undefined {
  const found: Value[] = [];
  for (const value of values) {
    const list = settled(value, evaluation);
    if (list.kind === 'list') for (const item of list.items) found.push(item);
    else found.push(anyNumber(text, value.place));
    if (found.length > mostItems || !evaluation.spend(1)) return undefined;
  }
  return list(found, place);
}

/** A later map's keys replace those of an earlier one; what is no known map may add any. */
function merge(values: readonly Value[], { place, text, evaluation }: CallPlace): Value | undefined {
  const entries = new Map<string, MapEntry>();
  let open: UnknownValue | null = null;
  for (const value of values) {
    const found = settled(value, evaluation);
    if (isNull(found)) continue;
    if (found.kind === 'map') {
      for (const [name, entry] of found.entries) entries.set(name, entry);
      open ??= found.open;
    } else
      open ??=
        found.kind === 'unknown'
          ? unknown(found.reason, found.text, found.place)
          : unknown('dynamic-value', text, found.place);
    if (entries.size > mostItems || !evaluation.spend(1 + (found.kind === 'map' ? found.entries.size : 0)))
      return undefined;
  }
  return { kind: 'map', entries, open, place };
}

function lookup([from, key, otherwise]: readonly Value[], call: CallPlace): Value | undefined {
  if (from === undefined || key === undefined) return undefined;
  const found = settled(from, call.evaluation);
  const value = below(found, key, call.place, call.text, call.evaluation);
  if (isError(value)) return otherwise ?? value;
  if (found.kind === 'map' && found.entries.size === 0 && found.open === null) return otherwise ?? value;
  const open = found.kind !== 'map' || found.open !== null || textOf(key, call.evaluation) === undefined;
  return otherwise !== undefined && open && value.kind !== 'parameter' ? choice([value, otherwise], call.place) : value;
}

function element([from, index]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(from, call);
  const at = index && numberOf(index, call.evaluation);
  if (from === undefined || index === undefined) return undefined;
  if (items === undefined || at === undefined)
    return below(settled(from, call.evaluation), index, call.place, call.text, call.evaluation);
  if (items.length === 0) return failure(call.text, call.place);
  return items[((at % items.length) + items.length) % items.length]?.value;
}

function flatten([value]: readonly Value[], { place, text, evaluation }: CallPlace): Value | undefined {
  const found: Value[] = [];
  const add = (item: Value, depth: number): boolean => {
    if (!evaluation.spend(1) || depth > 50 || found.length > mostItems) return false;
    const inner = settled(item, evaluation);
    if (inner.kind === 'list') return inner.items.every((each) => add(each, depth + 1));
    found.push(inner.kind === 'unknown' || inner.kind === 'choice' ? { ...anyNumber(text, inner.place) } : item);
    return true;
  };
  const whole = value && settled(value, evaluation);
  return whole?.kind === 'list' && add(whole, 0) ? list(found, place) : undefined;
}

/** What `toset` makes: each value once, in the order of texts. */
export function distinctSorted(values: readonly Value[], call: CallPlace): Value | undefined {
  return distinct(values, call, true);
}

/** Each value once, texts by their text; what cannot be told stays. */
function distinct(values: readonly Value[], call: CallPlace, sorted: boolean): Value | undefined {
  const [value] = values;
  const whole = value && settled(value, call.evaluation);
  if (whole?.kind === 'parameter' || whole?.kind === 'reference') return value;
  if (whole?.kind !== 'list' || !call.evaluation.spend(whole.items.length)) return undefined;
  const seen = new Set<string>();
  const found = whole.items.flatMap((item) => {
    const text = textOf(item, call.evaluation);
    if (text === undefined) return [{ text: '', item }];
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ text, item }];
  });
  if (sorted) found.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return list(
    found.map(({ item }) => item),
    call.place,
  );
}

/** The first that is neither null nor empty; several where that cannot be told. */
function coalesce(values: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const options: Value[] = [];
  for (const value of values) {
    const found = settled(value, evaluation);
    if (isNull(found) || (found.kind === 'literal' && found.value === '')) continue;
    options.push(value);
    if (found.kind !== 'unknown' && found.kind !== 'choice' && found.kind !== 'parameter') break;
  }
  return options.length === 0 ? undefined : choice(options, place);
}

function coalesceList(values: readonly Value[], call: CallPlace): Value | undefined {
  const found = values.find((value) => allOf(value, call)?.length !== 0);
  return found === undefined || allOf(found, call) === undefined ? undefined : found;
}

function contains([from, wanted]: readonly Value[], call: CallPlace): Value | undefined {
  const items = from && itemsOf(from, call.evaluation);
  if (items === undefined || wanted === undefined || !call.evaluation.spend(items.items.length)) return undefined;
  const target = settled(wanted, call.evaluation);
  const same = new Set(
    items.items.map(({ value }) => isSame(settled(value, call.evaluation), target, call.evaluation)),
  );
  if (same.has(true)) return literal(true, call.place);
  return same.has(undefined) || items.rest !== undefined ? undefined : literal(false, call.place);
}

function length([value]: readonly Value[], call: CallPlace): Value | undefined {
  if (value === undefined) return undefined;
  const text = settled(value, call.evaluation).kind === 'list' ? undefined : textOf(value, call.evaluation);
  if (text !== undefined) return literal([...text].length, call.place);
  const found = settled(value, call.evaluation);
  if (found.kind === 'list' && found.items.some((item) => item.kind === 'choice')) return undefined;
  const items = allOf(value, call);
  return items && literal(items.length, call.place);
}

function keys([value]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(value, call);
  return (
    items &&
    list(
      items.map(({ key }) => literal(key ?? null, call.place)),
      call.place,
    )
  );
}

/** The values of a map; what already is a list of all that one declaration makes stays one. */
function values([value]: readonly Value[], call: CallPlace): Value | undefined {
  const items = value && itemsOf(value, call.evaluation);
  if (items === undefined) return undefined;
  const found = items.items.map((item) => item.value);
  return list(items.rest === undefined ? found : [...found, anyNumber(call.text, call.place)], call.place);
}

function zipmap([names, given]: readonly Value[], call: CallPlace): Value | undefined {
  const [left, right] = [allOf(names, call), allOf(given, call)];
  const texts = left?.map(({ value }) => textOf(value, call.evaluation));
  if (texts === undefined || right === undefined || texts.includes(undefined)) return undefined;
  return map(
    right.slice(0, texts.length).map(({ value }, index) => [texts[index] ?? '', value]),
    call.place,
  );
}

function setProduct(given: readonly Value[], call: CallPlace): Value | undefined {
  let rows: Value[][] = [[]];
  for (const value of given) {
    const items = allOf(value, call);
    if (items === undefined || items.length * rows.length > mostItems) return undefined;
    rows = rows.flatMap((row) => items.map((item) => [...row, item.value]));
  }
  return list(
    rows.map((row) => list(row, call.place)),
    call.place,
  );
}

/** Lists of texts compared as sets; `take` says which texts stay. */
function ofSets(
  given: readonly Value[],
  call: CallPlace,
  take: (text: string, sets: readonly Set<string>[]) => boolean,
): Value | undefined {
  const sets: Map<string, Value>[] = [];
  for (const value of given) {
    const items = allOf(value, call)?.map((item) => [textOf(item.value, call.evaluation), item.value] as const);
    if (items === undefined || items.some(([text]) => text === undefined)) return undefined;
    sets.push(new Map(items.map(([text, item]) => [text ?? '', item])));
  }
  const texts = sets.map((set) => new Set(set.keys()));
  const all = new Map(sets.flatMap((set) => [...set]));
  const found = [...all].filter(([text]) => take(text, texts)).sort(([a], [b]) => (a < b ? -1 : 1));
  return list(
    found.map(([, value]) => value),
    call.place,
  );
}

/** Terraform refuses a slice that is not all there: of what is only referred to it has exactly these items. */
function sliceOfOther(from: Value, first: number, last: number, call: CallPlace): Value | undefined {
  const found = settled(from, call.evaluation);
  const isNamed = found.kind === 'reference' || found.kind === 'parameter';
  if (!isNamed || last < first || last - first > mostSliced) return undefined;
  const items = Array.from({ length: last - first }, (_, index) =>
    below(found, literal(first + index, call.place), call.place, call.text, call.evaluation),
  );
  return list(items, call.place);
}

function slice([from, start, end]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(from, call);
  const [first, last] = [start && numberOf(start, call.evaluation), end && numberOf(end, call.evaluation)];
  if (first === undefined || last === undefined) return undefined;
  if (items === undefined) return from && sliceOfOther(from, first, last, call);
  return list(
    items.slice(first, last).map(({ value }) => value),
    call.place,
  );
}

function chunks([from, size]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(from, call)?.map(({ value }) => value);
  const count = size && numberOf(size, call.evaluation);
  if (items === undefined || count === undefined || count < 1) return undefined;
  const found: Value[] = [];
  for (let at = 0; at < items.length; at += count) found.push(list(items.slice(at, at + count), call.place));
  return list(found, call.place);
}

function truths(given: readonly Value[], call: CallPlace, decides: boolean): Value | undefined {
  const items = given[0] && itemsOf(given[0], call.evaluation);
  const found = items?.items.map(({ value }) => truthOf(value, call.evaluation));
  if (found?.includes(decides)) return literal(decides, call.place);
  return found === undefined || found.includes(undefined) || items?.rest ? undefined : literal(!decides, call.place);
}

function one([value]: readonly Value[], call: CallPlace): Value | undefined {
  const items = value && itemsOf(value, call.evaluation);
  if (items?.items.length === 1) return items.items[0]?.value;
  return items?.items.length === 0 && items.rest === undefined ? literal(null, call.place) : undefined;
}

function compact([value]: readonly Value[], call: CallPlace): Value | undefined {
  const found = value && settled(value, call.evaluation);
  if (found?.kind !== 'list') return undefined;
  const isKept = (item: Value): boolean => {
    const inner = settled(item, call.evaluation);
    return !(isNull(inner) || (inner.kind === 'literal' && inner.value === ''));
  };
  return list(found.items.filter(isKept), call.place);
}

function index([from, wanted]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(from, call);
  if (items === undefined || wanted === undefined) return undefined;
  const target = settled(wanted, call.evaluation);
  const same = items.map(({ value }) => isSame(settled(value, call.evaluation), target, call.evaluation));
  const at = same.indexOf(true);
  if (same.slice(0, at < 0 ? same.length : at).includes(undefined)) return undefined;
  return at < 0 ? failure(call.text, call.place) : literal(at, call.place);
}

export const collections: FunctionTable = {
  alltrue: (given, call) => truths(given, call, false),
  anytrue: (given, call) => truths(given, call, true),
  chunklist: chunks,
  coalesce,
  coalescelist: coalesceList,
  compact,
  concat,
  contains,
  distinct: (given, call) => distinct(given, call, false),
  element,
  flatten,
  index,
  keys,
  length,
  lookup,
  merge,
  one,
  reverse: ([value], call) => {
    const items = allOf(value, call);
    return items && list(items.map((item) => item.value).reverse(), call.place);
  },
  setintersection: (given, call) => ofSets(given, call, (text, sets) => sets.every((set) => set.has(text))),
  setproduct: setProduct,
  setsubtract: (given, call) =>
    ofSets(given, call, (text, [first, second]) => first?.has(text) === true && second?.has(text) !== true),
  setunion: (given, call) => ofSets(given, call, () => true),
  slice,
  sort,
  values,
  zipmap,
};

function sort([value]: readonly Value[], call: CallPlace): Value | undefined {
  const items = allOf(value, call)?.map((item) => [textOf(item.value, call.evaluation), item.value] as const);
  if (items === undefined || items.some(([text]) => text === undefined)) return undefined;
  const sorted = [...items].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  return list(
    sorted.map(([, item]) => item),
    call.place,
  );
}
