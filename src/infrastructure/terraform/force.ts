import type { MapValue, Value } from '../model/value.ts';

/** Works out everything in a value. */
export function force(value: MapValue): void {
  const reached = new Set<Value>([value]);
  for (const each of reached) {
    if (each.kind === 'map') for (const entry of each.entries.values()) reached.add(entry.value);
    if (each.kind === 'list') for (const item of each.items) reached.add(item);
    if (each.kind === 'choice') for (const option of each.options) reached.add(option);
  }
}
