import type { Boto3Source } from '../../catalogue/boto3/service.ts';
import { mappingOf, sequenceOf } from '../../python/values/containers.ts';
import { constant, unknown } from '../../python/values/make.ts';
import type { Value } from '../../python/values/value.ts';

/** A part of a request that is being put together: a value, a dictionary or a list. */
type Part = Value | Map<string, Part> | Part[];

/** The parameters that a resource fills in, by the paths of them (`Delete.Objects[].Key`) and where their values come from. */
export function requestParameters(
  sources: Readonly<Record<string, Boto3Source>> = {},
  identifiers: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const values = Object.entries(sources).map(
    ([path, source]) => [path, sourceValue(source, identifiers, new Map())] as const,
  );
  return requestOf(new Map(values));
}

/** A request of values by their paths; of `RequestItems{key}` the value is a key of the dictionary. */
export function requestOf(values: ReadonlyMap<string, Value>): Map<string, Value> {
  const request = new Map<string, Part>();
  for (const [path, value] of values) {
    const isKey = path.endsWith('{key}');
    const placed = isKey ? mappingOf(new Map(), unknown('dynamic-value'), value) : value;
    place(request, path.replace(/\{key\}$/, '').split('.'), placed);
  }
  return new Map([...request].map(([name, part]) => [name, valueOf(part)]));
}

/** The value that a source names: of the resource's identifiers, or of the parameters of the request that was made. */
export function sourceValue(
  source: Boto3Source,
  identifiers: ReadonlyMap<string, Value>,
  parameters: ReadonlyMap<string, Value>,
): Value {
  switch (source[0]) {
    case 'identifier':
      return identifiers.get(source[1]) ?? unknown('dynamic-value');
    case 'parameter':
      return parameters.get(source[1]) ?? unknown('dynamic-value');
    case 'constant':
      return constant(source[1]);
    default:
      return unknown('dynamic-value');
  }
}

/** Puts a value at a path into a dictionary. Of a list, indices count from zero; `[]` and `[*]` are its first element. */
function place(into: Map<string, Part>, [step = '', ...rest]: readonly string[], value: Value): void {
  const [, name = step, index] = /^(\w+)\[(\d*)\*?\]$/.exec(step) ?? [];
  if (index === undefined) {
    if (rest.length === 0) into.set(name, value);
    else
      place(
        dictionaryAt(into.get(name), (made) => into.set(name, made)),
        rest,
        value,
      );
    return;
  }
  const known = into.get(name);
  const list: Part[] = Array.isArray(known) ? known : [];
  into.set(name, list);
  const at = Number(index);
  if (rest.length === 0) list[at] = value;
  else
    place(
      dictionaryAt(list[at], (made) => (list[at] = made)),
      rest,
      value,
    );
}

function dictionaryAt(known: Part | undefined, set: (made: Map<string, Part>) => void): Map<string, Part> {
  if (known instanceof Map) return known;
  const made = new Map<string, Part>();
  set(made);
  return made;
}

function valueOf(part: Part): Value {
  if (part instanceof Map) return mappingOf(new Map([...part].map(([name, inner]) => [name, valueOf(inner)])));
  return Array.isArray(part) ? sequenceOf('list', part.map(valueOf)) : part;
}
