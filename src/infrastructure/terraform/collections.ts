// https://developer.hashicorp.com/terraform/language/expressions/for
import type { ForExpression, ObjectExpression } from '../../syntax/hcl/index.ts';
import type { MapEntry, UnknownValue, Value } from '../model/value.ts';
import { lazyEntry } from './entries.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { absent, anyNumber, choice, list, literal, unknown } from './make.ts';
import { type Item, itemsOf, textOf, truthOf } from './settled.ts';
import { placeOf, shown } from './source.ts';

/** `{ key = value }`. Values are worked out when they are asked for. */
export function object(node: ObjectExpression, scope: Scope, evaluation: Evaluation): Value {
  const entries = new Map<string, MapEntry>();
  let open: UnknownValue | null = null;
  for (const { name, key, value } of node.entries) {
    const keyPlace = placeOf(scope.source, key);
    const known = name ?? textOf(evaluation.value(key, scope), evaluation);
    if (known === undefined) open ??= unknown('dynamic-value', shown(scope.source, key), keyPlace);
    else entries.set(known, lazyEntry(keyPlace, value, scope, evaluation));
  }
  return { kind: 'map', entries, open, place: placeOf(scope.source, node) };
}

/** `[for v in c : x if y]` or `{for k, v in c : key => value if y}`. */
export function forExpression(node: ForExpression, scope: Scope, evaluation: Evaluation): Value {
  const collection = evaluation.value(node.collection, scope);
  const items = itemsOf(collection, evaluation);
  const place = placeOf(scope.source, node.collection);
  const rest = items === undefined ? collection : items.rest;
  const turns = (items?.items ?? []).map((item) => turn(node, item, scope));
  const text = shown(scope.source, node.collection);
  if (rest !== undefined) {
    const value = unknown('dynamic-value', `each of ${text}`, place);
    turns.push(turn(node, { key: undefined, keyPlace: place, value }, scope));
  }
  if (evaluation.isObserved && turns.length === 0) lookInto(node, scope, evaluation);
  const uncounted = rest === undefined ? undefined : anyNumber(text, place);
  return node.makes === 'tuple'
    ? tupleOf(node, turns, uncounted, scope, evaluation)
    : mapOf(node, turns, uncounted, scope, evaluation);
}

/** Looks at what would be done with an item where there is none. */
function lookInto(node: ForExpression, scope: Scope, evaluation: Evaluation): void {
  const place = placeOf(scope.source, node);
  const value = unknown('dynamic-value', shown(scope.source, node.collection), place);
  const inner = turn(node, { key: undefined, keyPlace: place, value }, scope);
  for (const part of [node.key, node.value, node.condition]) if (part !== null) evaluation.value(part, inner);
}

function turn(node: ForExpression, { key, keyPlace, value }: Item, scope: Scope): Scope {
  const names = new Map(scope.names).set(node.valueName, value);
  if (node.keyName !== null) {
    const name = key === undefined ? unknown('dynamic-value', node.keyName, keyPlace) : literal(key, keyPlace);
    names.set(node.keyName, name);
  }
  return { ...scope, names, shared: true };
}

/** Whether an item is taken; undefined where that cannot be told. */
function taken(node: ForExpression, inner: Scope, evaluation: Evaluation): boolean | undefined {
  return node.condition === null || truthOf(evaluation.value(node.condition, inner), evaluation);
}

function tupleOf(
  node: ForExpression,
  turns: readonly Scope[],
  uncounted: UnknownValue | undefined,
  scope: Scope,
  evaluation: Evaluation,
): Value {
  const place = placeOf(scope.source, node);
  const found: Value[] = [];
  for (const inner of turns) {
    const take = taken(node, inner, evaluation);
    if (take === false) continue;
    const value = evaluation.value(node.value, inner);
    found.push(take === undefined ? choice([value, absent(place)], place) : value);
  }
  return list(uncounted === undefined ? found : [...found, uncounted], place);
}

function mapOf(
  node: ForExpression,
  turns: readonly Scope[],
  uncounted: UnknownValue | undefined,
  scope: Scope,
  evaluation: Evaluation,
): Value {
  const place = placeOf(scope.source, node);
  const entries = new Map<string, MapEntry>();
  const groups = new Map<string, Value[]>();
  let open: UnknownValue | null = uncounted === undefined ? null : unknown(uncounted.reason, uncounted.text, place);
  for (const inner of turns) {
    if (node.key === null) break;
    const take = taken(node, inner, evaluation);
    if (take === false) continue;
    const key = textOf(evaluation.value(node.key, inner), evaluation);
    if (key === undefined) open ??= unknown('dynamic-value', shown(scope.source, node.key), place);
    else if (node.grouped) groups.set(key, [...(groups.get(key) ?? []), evaluation.value(node.value, inner)]);
    else {
      const entry = lazyEntry(placeOf(scope.source, node.key), node.value, inner, evaluation);
      entries.set(key, take === true ? entry : { key: entry.key, value: choice([entry.value, absent(place)], place) });
    }
  }
  for (const [key, values] of groups) entries.set(key, { key: place, value: list(values, place) });
  return { kind: 'map', entries, open, place };
}
