// https://www.rfc-editor.org/rfc/rfc6902
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import { textAt } from './merge.ts';

const deepest = 60;

/** An object with the operations of a JSON patch applied; what leads nowhere changes nothing. */
export function jsonPatched(base: MapValue, operations: Value): MapValue {
  if (operations.kind !== 'list') return base;
  return operations.items.reduce<MapValue>((current, operation) => {
    const path = textAt(operation, 'path')?.split('/').slice(1).map(unescaped);
    const name = textAt(operation, 'op');
    const value = operation.kind === 'map' ? operation.entries.get('value')?.value : undefined;
    if (path === undefined || path.length === 0 || path.length > deepest || name === undefined) return current;
    const changed = changedAt(current, path, name === 'remove' ? undefined : value, name);
    return changed.kind === 'map' ? changed : current;
  }, base);
}

function changedAt(
  base: Value,
  [step = '', ...rest]: readonly string[],
  value: Value | undefined,
  name: string,
): Value {
  if (base.kind === 'map') {
    const entries = new Map<string, MapEntry>(base.entries);
    const there = entries.get(step);
    if (rest.length > 0) {
      if (there !== undefined) entries.set(step, { key: there.key, value: changedAt(there.value, rest, value, name) });
    } else if (value === undefined) entries.delete(step);
    else entries.set(step, { key: there?.key ?? value.place, value });
    return { ...base, entries };
  }
  if (base.kind !== 'list') return base;
  const index = step === '-' ? base.items.length : Number(step);
  const items = [...base.items];
  const there = items[index];
  if (rest.length > 0) {
    if (there !== undefined) items[index] = changedAt(there, rest, value, name);
  } else if (value === undefined) items.splice(index, 1);
  else items.splice(index, name === 'add' ? 0 : 1, value);
  return { ...base, items };
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
