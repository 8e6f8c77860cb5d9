import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';

/** What one look below a value may touch: aliases and modules can make a small file mean a huge value. */
const mostValues = 5000;

/**
 * Everything that stands at a path of keys below a value, `Targets.Arn`. Items of lists are looked into without being
 * named in the path, since Terraform writes a block that stands alone and one that is repeated in the same way; so are the
 * options of a choice and the default of a parameter. `*` is any key.
 */
export function valuesAt(value: Value, path: string): Value[] {
  let reached: Value[] = plain([value]);
  for (const step of path.split('.')) {
    reached = plain(
      reached.flatMap((one) => {
        if (one.kind !== 'map') return [];
        if (step === '*') return [...one.entries.values()].map((entry) => entry.value);
        const entry = one.entries.get(step);
        return entry === undefined ? [] : [entry.value];
      }),
    );
    if (reached.length === 0) return [];
  }
  return reached;
}

/** Values with items in place of lists, options in place of choices, and defaults in place of parameters that have parts. */
function plain(values: readonly Value[]): Value[] {
  const found = new Set<Value>();
  const open = values.toReversed();
  for (let left = mostValues, one = open.pop(); one !== undefined && left > 0; left--, one = open.pop()) {
    if (one.kind === 'list') open.push(...one.items.toReversed());
    else if (one.kind === 'choice') open.push(...one.options.toReversed());
    else if (one.kind === 'parameter' && hasParts(one.fallback)) open.push(one.fallback);
    else if (one.kind !== 'absent') found.add(one);
  }
  return [...found];
}

function hasParts(value: Value | null): value is Value {
  return value?.kind === 'list' || value?.kind === 'map' || value?.kind === 'reference' || value?.kind === 'parameter';
}

/** The first of what stands at a path of a resource's properties. */
export function firstAt(resource: Resource, path: string): Value | undefined {
  return valuesAt(resource.properties, path)[0];
}

/** A value below another one that refers to a resource. */
export interface FoundReference {
  /** As the value writes it: a key of the stack, or `FILE#KEY`. */
  readonly resource: string;
  readonly value: Value;
}

/** All references in a value and below it, in the order of the text. */
export function referencesIn(value: Value): FoundReference[] {
  return [...below(value)].flatMap((one) => (one.kind === 'reference' ? [{ resource: one.resource, value: one }] : []));
}

/** The texts in a value and below it, whole or put together, that begin in this way. */
export function textsIn(value: Value, begin: RegExp): Value[] {
  return [...below(value)].filter((one) => {
    const first = one.kind === 'joined' ? one.parts[0] : one;
    return first?.kind === 'literal' && begin.test(first.text);
  });
}

/** A value and everything below it, each once. */
function* below(value: Value): Generator<Value> {
  const seen = new Set<Value>();
  const open: Value[] = [value];
  for (let left = mostValues, one = open.pop(); one !== undefined && left > 0; left--, one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    yield one;
    open.push(...partsOf(one).toReversed());
  }
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'joined':
      return value.parts;
    case 'choice':
      return value.options;
    case 'map':
      return [...value.entries.values()].map((entry) => entry.value);
    case 'parameter':
      return value.fallback === null ? [] : [value.fallback];
    default:
      return [];
  }
}

/** The resource of its stack that a reference means: of those that are looked up here and made here too, the one made. */
export function resourceIn(stack: Stack, id: string): Resource | undefined {
  let resource = stack.resources.get(id);
  for (let left = 5; resource?.existing === true && left > 0; left--) {
    const name = resource.properties.entries.get('name')?.value;
    const [first, ...others] = name === undefined ? [] : referencesIn(name);
    const made = first === undefined || others.length > 0 ? undefined : stack.resources.get(first.resource);
    if (made === undefined) break;
    resource = made;
  }
  return resource;
}
