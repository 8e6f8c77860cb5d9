import type { Place } from '../../evidence/place.ts';
import { readNumber, readText } from '../model/reading.ts';
import type { Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';
import { longestText } from './make.ts';

const mostHops = 50;

/**
 * What a value stands for where it has to be known: a parameter's default, and what a resource of the tree states for the
 * attribute that is referred to. Anything else is given back as it is.
 */
export function settled(value: Value, evaluation: Evaluation): Value {
  let current = value;
  for (let hop = 0; hop < mostHops; hop++) {
    const next = behind(current, evaluation);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

function behind(value: Value, { resources }: Evaluation): Value | undefined {
  if (value.kind === 'parameter') return value.fallback ?? undefined;
  if (value.kind !== 'reference' || value.attribute === null) return undefined;
  const stated = resources.get(value.resource)?.properties.entries.get(value.attribute)?.value;
  if (stated === undefined || stated.kind === 'absent' || stated.kind === 'unknown') return undefined;
  return stated.kind === 'literal' && stated.value === null ? undefined : stated;
}

/** The text that a value stands for; undefined where it is none, or cannot be told. */
export function textOf(value: Value, evaluation: Evaluation): string | undefined {
  const found = settled(value, evaluation);
  if (found.kind !== 'joined') return plainText(found);
  const parts = found.parts.map((part) => plainText(settled(part, evaluation)));
  const length = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return parts.includes(undefined) || length > longestText ? undefined : parts.join('');
}

function plainText(value: Value): string | undefined {
  const reading = readText(value);
  return reading.known ? reading.value : undefined;
}

/** The number that a value stands for; undefined where it is none, or cannot be told. */
export function numberOf(value: Value, evaluation: Evaluation): number | undefined {
  const reading = readNumber(settled(value, evaluation));
  return reading.known ? reading.value : undefined;
}

/** The truth value that a value stands for; undefined where it is none, or cannot be told. */
export function truthOf(value: Value, evaluation: Evaluation): boolean | undefined {
  const found = settled(value, evaluation);
  if (found.kind !== 'literal') return undefined;
  if (found.value === true || found.text === 'true') return true;
  return found.value === false || found.text === 'false' ? false : undefined;
}

/** True for null and for what a condition leaves out. */
export function isNull(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'literal' && value.value === null);
}

/** One item of a collection; `key` is its index or key, undefined where it cannot be told. */
export interface Item {
  readonly key: string | number | undefined;
  readonly keyPlace: Place;
  readonly value: Value;
}

/** The items of a collection. Where it may have more, `rest` is the value that stands for them. */
export interface Items {
  readonly kind: 'list' | 'map';
  readonly items: readonly Item[];
  readonly rest: Value | undefined;
}

/** A collection's items, those of a map by key in the order of code units as Terraform has it; undefined for anything else. */
export function itemsOf(value: Value, evaluation: Evaluation): Items | undefined {
  const found = settled(value, evaluation);
  if (found.kind === 'list') {
    let counted = true;
    const items = found.items.flatMap((item, index): Item[] => {
      if (item.kind === 'unknown' && item.many === true) counted = false;
      if (item.kind === 'absent' || (item.kind === 'unknown' && item.many === true)) return [];
      return [{ key: counted ? index : undefined, keyPlace: item.place, value: item }];
    });
    return { kind: 'list', items, rest: found.items.find((item) => item.kind === 'unknown' && item.many === true) };
  }
  if (found.kind !== 'map') return undefined;
  const names = [...found.entries.keys()].sort((a, b) => (a < b ? -1 : 1));
  const items = names.flatMap((key): Item[] => {
    const entry = found.entries.get(key);
    return entry === undefined || entry.value.kind === 'absent'
      ? []
      : [{ key, keyPlace: entry.key, value: entry.value }];
  });
  return { kind: 'map', items, rest: found.open ?? undefined };
}
