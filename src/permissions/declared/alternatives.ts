import type { Value } from '../../infrastructure/model/value.ts';

/** One of the things that a value may be, and whether it is that on every way. */
export interface Alternative {
  readonly value: Value;
  readonly sure: boolean;
}

const most = 64;

/**
 * What a value may be over all the ways that conditions may go, without what is absent: options of choices, and the default of a
 * parameter, which a deployment may set otherwise.
 */
export function alternativesOf(value: Value): Alternative[] {
  const found: Alternative[] = [];
  const open: Alternative[] = [{ value, sure: true }];
  for (let left = most, next = open.pop(); next !== undefined && left > 0; left--, next = open.pop()) {
    const { value: one, sure } = next;
    if (one.kind === 'choice') open.push(...one.options.map((option) => ({ value: option, sure: false })));
    else if (one.kind === 'parameter' && one.fallback !== null && !isPlain(one.fallback)) {
      open.push({ value: one.fallback, sure });
    } else if (one.kind !== 'absent' && !(one.kind === 'literal' && one.value === null))
      found.push({ value: one, sure });
  }
  return found.reverse();
}

/** A parameter that is a text stays one: a name that a deployment sets. */
function isPlain(value: Value): boolean {
  return value.kind === 'literal' || value.kind === 'joined' || value.kind === 'unknown';
}

/** The items of a list, of lists in it, or the one thing that stands in a list's place. */
export function itemsOf(value: Value): Alternative[] {
  const found: Alternative[] = [];
  const open: Alternative[] = alternativesOf(value).reverse();
  for (let left = 2000, next = open.pop(); next !== undefined && left > 0; left--, next = open.pop()) {
    const { value: one, sure } = next;
    if (one.kind !== 'list') found.push(next);
    else {
      const inner = one.items.flatMap(alternativesOf);
      open.push(...inner.map((item) => ({ value: item.value, sure: sure && item.sure })).reverse());
    }
  }
  return found;
}
