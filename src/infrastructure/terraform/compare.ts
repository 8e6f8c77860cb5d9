import type { Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';
import { isNull, itemsOf, settled, textOf } from './settled.ts';

/** Whether two values are equal; undefined where that cannot be told. */
export function isSame(left: Value, right: Value, evaluation: Evaluation): boolean | undefined {
  if (isNull(left) || isNull(right)) {
    const other = isNull(left) ? right : left;
    return isNull(other) ? true : isSomething(other) ? false : undefined;
  }
  const [a, b] = [textOf(left, evaluation), textOf(right, evaluation)];
  if (a !== undefined && b !== undefined) return a === b;
  if (left.kind === 'joined' || right.kind === 'joined') return isEmptied(left, right) ? false : undefined;
  return sameItems(left, right, evaluation);
}

/** What is there whatever a deployment sets. */
function isSomething(value: Value): boolean {
  if (value.kind === 'reference') return value.attribute === null;
  return value.kind === 'list' || value.kind === 'map' || value.kind === 'joined' || value.kind === 'literal';
}

/** A text with a part that is not empty is compared with the empty one. */
function isEmptied(left: Value, right: Value): boolean {
  const [put, other] = left.kind === 'joined' ? [left, right] : [right, left];
  if (put.kind !== 'joined' || other.kind !== 'literal' || other.text !== '') return false;
  return put.parts.some((part) => part.kind === 'literal' && part.text !== '');
}

function sameItems(left: Value, right: Value, evaluation: Evaluation): boolean | undefined {
  const [a, b] = [itemsOf(left, evaluation), itemsOf(right, evaluation)];
  if (a === undefined || b === undefined || a.rest !== undefined || b.rest !== undefined) return undefined;
  if (a.items.length !== b.items.length) return false;
  let result: boolean | undefined = true;
  for (const [index, item] of a.items.entries()) {
    const other = b.items[index];
    if (other === undefined || item.key !== other.key || !evaluation.spend(1)) return false;
    const same = isSame(settled(item.value, evaluation), settled(other.value, evaluation), evaluation);
    if (same === false) return false;
    result = same === true ? result : undefined;
  }
  return result;
}
