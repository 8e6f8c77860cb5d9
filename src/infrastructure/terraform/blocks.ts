// https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
import type { Place } from '../../evidence/place.ts';
import type { Block } from '../../syntax/hcl/index.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import { entry, lazyEntry } from './entries.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { force } from './force.ts';
import { absent, choice, list, literal, map, unknown } from './make.ts';
import { type Item, itemsOf, textOf } from './settled.ts';
import { blockOf, expressionOf, placeOf, type SourceItem, shown } from './source.ts';

/**
 * What stands in a block as a map: attributes, and blocks by their type (with several of one type a list of them). The
 * blocks that a `dynamic` block makes are there as if they were written out. Values are worked out when asked for.
 */
export function blockValue(items: readonly SourceItem[], place: Place, scope: Scope, evaluation: Evaluation): MapValue {
  const entries = new Map<string, MapEntry>();
  const blocks = new Map<string, { key: Place; found: { item: Block; scope: Scope }[] }>();
  for (const { source, item } of items) {
    const inside = source === scope.source ? scope : { ...scope, source };
    if (item.kind === 'attribute') {
      entries.set(item.name, lazyEntry(placeOf(source, item.nameSpan), item.value, inside, evaluation));
      continue;
    }
    const type = item.type === 'dynamic' ? (item.labels[0]?.text ?? '') : item.type;
    const same = blocks.get(type);
    if (same === undefined) blocks.set(type, { key: placeOf(source, item.typeSpan), found: [{ item, scope: inside }] });
    else same.found.push({ item, scope: inside });
  }
  for (const [type, { key, found }] of blocks) {
    const compute = (): Value =>
      together(
        found.flatMap((each) => oneOrMore(each.item, each.scope, evaluation)),
        key,
      );
    entries.set(type, entry(key, evaluation.cell(compute, key, type)));
  }
  return { kind: 'map', entries, open: null, place };
}

/** One block is a map, several are a list; one that may not be there is a choice. */
function together(values: readonly Value[], place: Place): Value {
  const [only] = values;
  if (only === undefined) return absent(place);
  return values.length === 1 ? only : list(values, place);
}

function oneOrMore(block: Block, scope: Scope, evaluation: Evaluation): Value[] {
  if (block.type === 'dynamic') return dynamic(block, scope, evaluation);
  const { items } = blockOf(scope.source, block);
  const value = blockValue(items, placeOf(scope.source, block), scope, evaluation);
  if (block.labels.length === 0) return [value];
  const entries = new Map(value.entries);
  const [label] = block.labels;
  if (label !== undefined) {
    const place = placeOf(scope.source, label);
    entries.set('label', { key: place, value: literal(label.text, place) });
  }
  return [{ ...value, entries }];
}

function dynamic(block: Block, scope: Scope, evaluation: Evaluation): Value[] {
  const from = blockOf(scope.source, block);
  const place = placeOf(scope.source, block);
  const forEach = expressionOf(from, 'for_each');
  const content = block.body.items.find((item): item is Block => item.kind === 'block' && item.type === 'content');
  if (forEach === undefined || content === undefined) {
    return [unknown('unsupported-construct', 'a dynamic block without for_each or content', place)];
  }
  const named = expressionOf(from, 'iterator');
  const iterator = named?.expression.kind === 'variable' ? named.expression.name : (block.labels[0]?.text ?? '');
  const items = itemsOf(evaluation.value(forEach.expression, scope), evaluation);
  const { items: body } = blockOf(scope.source, content);
  const made = (item: Item): MapValue => {
    const names = new Map(scope.names).set(iterator, eachOf(item, place, evaluation));
    return blockValue(body, place, { ...scope, names, shared: true }, evaluation);
  };
  const text = shown(scope.source, forEach.expression);
  const rest: Item = { key: undefined, keyPlace: place, value: unknown('dynamic-value', `each of ${text}`, place) };
  if (items === undefined) return [choice([made(rest), absent(place)], place)];
  if (evaluation.isObserved && items.items.length === 0) force(made(rest));
  const found = items.items.map((item) => (evaluation.spend(1) ? made(item) : unknown('bound-reached', text, place)));
  return items.rest === undefined ? found : [...found, choice([made(rest), absent(place)], place)];
}

/** What `each`, or a dynamic block's iterator, stands for: `key` and `value`, the same for sets. */
export function eachOf({ key, keyPlace, value }: Item, place: Place, evaluation: Evaluation): Value {
  const text = typeof key === 'string' ? key : undefined;
  const ofSet = textOf(value, evaluation);
  const known = text ?? (typeof key === 'number' ? (ofSet ?? key) : undefined);
  const keyValue = known === undefined ? unknown('dynamic-value', 'each.key', keyPlace) : literal(known, keyPlace);
  return map(
    [
      ['key', keyValue],
      ['value', value],
    ],
    place,
  );
}
