import type { ParameterCondition } from '../catalogue/iam/operation-row.ts';
import { constant, isNone, stringOf } from '../python/values/make.ts';
import { members, union } from '../python/values/union.ts';
import type { Value } from '../python/values/value.ts';
import { type Binding, type BoundValue, boundValues } from './bound-value.ts';

/** The arguments of one call, by the paths in which the catalogue speaks of them: `Entries[].EventBusName`, `RequestItems{key}`. */
export class Request {
  private readonly values: ReadonlyMap<string, Value>;
  private readonly binding: Binding;

  constructor(values: ReadonlyMap<string, Value>, binding: Binding) {
    this.values = values;
    this.binding = binding;
  }

  /** What a parameter can be in an ARN; null alone if it is not given. */
  alternatives(path: string): readonly (BoundValue | null)[] {
    const value = this.at(path);
    if (value === undefined || isNone(value)) return [null];
    const found = boundValues(value, this.binding);
    if (found.length === 0) return [null];
    const ofEvent = found.some(isOfEvent) ? (this.binding.event?.(path) ?? []) : [];
    return ofEvent.length === 0 ? found : [...found.filter((one) => !isOfEvent(one)), ...ofEvent];
  }

  /** Whether a condition holds; undefined if it cannot be told. */
  holds({ path, is, text = '' }: ParameterCondition): boolean | undefined {
    const value = this.at(path);
    const given = value !== undefined && !isNone(value);
    if (is === 'given') return given;
    if (is === 'absent') return !given;
    if (!given) return false;
    const known = new Set(members(value).map((one) => holdsOf(one, is, text)));
    if (known.has(true)) return true;
    return known.has(undefined) ? undefined : false;
  }

  /** The value at a path; undefined if nothing is there. */
  private at(path: string): Value | undefined {
    const [first = '', ...rest] = path.split('.');
    const given = this.values.get(bare(first));
    let value = given === undefined ? this.values.get(instead[path] ?? '') : stepInto(given, first);
    for (const step of rest) {
      if (value === undefined) return undefined;
      const inner = members(value).flatMap((one) =>
        one.kind === 'mapping' ? (one.get(bare(step)) ?? []) : one.kind === 'unknown' ? [one] : [],
      );
      value = inner.length === 0 ? undefined : stepInto(union(inner), step);
    }
    return value;
  }
}

function isOfEvent(value: BoundValue): boolean {
  return 'unknown' in value && value.unknown === 'parameter-of-entry-point';
}

/** Calls by way of an object of the SDK (`batch_writer`) say the table, and not the requests. */
const instead: Readonly<Record<string, string>> = { 'RequestItems{key}': 'TableName' };

const bare = (step: string): string => step.replace(/\[\]$|\{key\}$/, '');

function stepInto(value: Value | undefined, step: string): Value | undefined {
  if (value === undefined) return undefined;
  if (step.endsWith('[]')) return overElements(value);
  return step.endsWith('{key}') ? keysOf(value) : value;
}

function overElements(value: Value): Value | undefined {
  const elements = members(value).flatMap((one) => (one.kind === 'sequence' ? one.elements() : [one]));
  return elements.length === 0 ? undefined : union(elements);
}

function keysOf(value: Value): Value | undefined {
  const keys = members(value).flatMap((one) => {
    if (one.kind !== 'mapping') return [one];
    const other = one.otherKeys?.();
    return [...one.keys().map((key) => constant(key)), ...(other === undefined ? [] : [other])];
  });
  return keys.length === 0 ? undefined : union(keys);
}

function holdsOf(value: Value, is: 'value' | 'statement', text: string): boolean | undefined {
  if (value.kind === 'constant' && typeof value.value !== 'string') return String(value.value) === text;
  const known =
    stringOf(value) ?? (value.kind === 'text' && typeof value.parts[0] === 'string' ? value.parts[0] : undefined);
  if (known === undefined) return undefined;
  return is === 'statement' ? known.trim().toLowerCase().startsWith(text) : known === text;
}
