import type { MapValue, Value } from '../model/value.ts';

/**
 * A value of one template as another sees it: references become `FILE#ID`, those to the other's own resources plain ids.
 * What is shared stays shared.
 */
export function rekeyed(value: Value, from: string, to: string): Value {
  const done = new Map<Value, Value>();
  const all = (values: readonly Value[]): Value[] => values.map(visit);
  const visit = (current: Value): Value => {
    const known = done.get(current);
    if (known !== undefined) return known;
    const result = changed(current);
    done.set(current, result);
    return result;
  };
  const changed = (current: Value): Value => {
    switch (current.kind) {
      case 'reference':
        return { ...current, resource: keyFor(current.resource, from, to) };
      case 'joined':
        return { ...current, parts: all(current.parts) };
      case 'choice':
        return { ...current, options: all(current.options) };
      case 'list':
        return { ...current, items: all(current.items) };
      case 'parameter':
        return current.fallback === null ? current : { ...current, fallback: visit(current.fallback) };
      case 'map':
        return mapOf(current, visit);
      default:
        return current;
    }
  };
  return visit(value);
}

function mapOf(value: MapValue, visit: (value: Value) => Value): MapValue {
  const entries = [...value.entries].map(([name, entry]) => [name, { ...entry, value: visit(entry.value) }] as const);
  return { ...value, entries: new Map(entries) };
}

function keyFor(resource: string, from: string, to: string): string {
  if (!resource.includes('#')) return `${from}#${resource}`;
  return resource.startsWith(`${to}#`) ? resource.slice(to.length + 1) : resource;
}
