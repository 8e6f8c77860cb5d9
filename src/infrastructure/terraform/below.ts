import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';
import { asShared, choice, unknown } from './make.ts';
import { numberOf, textOf } from './settled.ts';

/** How many of the values below one with an unknown key are kept as a choice. */
const mostOptions = 20;

/** The text with which errors of an expression begin, as against what cannot be told: `try` goes on behind these. */
const missing = 'nothing is there: ';

/** True if evaluating the expression fails in Terraform too. */
export function isError(value: Value): boolean {
  return value.kind === 'unknown' && value.text.startsWith(missing);
}

/** What Terraform would refuse. */
export function failure(text: string, place: Place): Value {
  return unknown('unsupported-construct', missing + text, place);
}

/** What is at a key or index below a value; `text` is the expression that asks for it. */
export function below(value: Value, key: Value, place: Place, text: string, evaluation: Evaluation): Value {
  switch (value.kind) {
    case 'map':
      return inMap(value, textOf(key, evaluation), place, text);
    case 'list':
      return inList(value, numberOf(key, evaluation), place, text);
    case 'reference': {
      const attribute = path(value.attribute ?? '', key, evaluation);
      return { ...value, attribute, place };
    }
    case 'parameter': {
      const name = path(value.name, key, evaluation);
      if (value.fallback === null || isNothing(value.fallback)) return { ...value, name, fallback: null, place };
      const fallback = below(value.fallback, key, place, text, evaluation);
      return isError(fallback) ? fallback : { kind: 'parameter', name, fallback, place };
    }
    case 'choice': {
      const options = value.options.slice(0, mostOptions).map((option) => below(option, key, place, text, evaluation));
      const there = options.filter((option) => !isError(option));
      return there.length === 0 ? failure(text, place) : choice(there, place);
    }
    case 'unknown':
      return isError(value) ? value : { kind: 'unknown', reason: value.reason, text, place };
    case 'literal':
    case 'absent':
    case 'joined':
      return failure(text, place);
  }
}

function inMap(
  { entries, open }: Extract<Value, { kind: 'map' }>,
  key: string | undefined,
  place: Place,
  text: string,
): Value {
  if (key === undefined) {
    const options = [...entries.values()].slice(0, mostOptions).map((entry) => entry.value);
    if (options.length < entries.size || options.length === 0) return unknown('dynamic-value', text, place);
    return choice(open === null ? options : [...options, open], place);
  }
  const entry = entries.get(key);
  if (entry !== undefined && entry.value.kind !== 'absent') return asShared(entry.value);
  return open === null ? failure(text, place) : unknown(open.reason, text, place);
}

function inList(
  { items }: Extract<Value, { kind: 'list' }>,
  index: number | undefined,
  place: Place,
  text: string,
): Value {
  if (index === undefined) {
    const known = items.slice(0, mostOptions);
    return known.length < items.length || known.length === 0
      ? unknown('dynamic-value', text, place)
      : choice(known.map(asShared), place);
  }
  const uncounted = items.findIndex(
    (item) => item.kind === 'absent' || (item.kind === 'unknown' && item.many === true),
  );
  if (uncounted >= 0 && index >= uncounted) return unknown('dynamic-value', text, place);
  const item = items[index];
  return item === undefined ? failure(text, place) : asShared(item);
}

function isNothing(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

/** The path to an attribute as Terraform writes it: `endpoint[0].address`. */
function path(outer: string, key: Value, evaluation: Evaluation): string {
  const name = textOf(key, evaluation);
  if (name === undefined) return `${outer}[*]`;
  if (/^\d+$/.test(name)) return `${outer}[${name}]`;
  if (!/^[\w-]+$/.test(name)) return `${outer}["${name}"]`;
  return outer === '' ? name : `${outer}.${name}`;
}
