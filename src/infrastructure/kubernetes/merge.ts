// https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md

import { valueAt } from '../model/resource.ts';
import type { ListValue, MapEntry, MapValue, Value } from '../model/value.ts';

/** The keys by which items of a list are the same, by the list's name; other lists are replaced. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ports: 'containerPort',
  secrets: 'name',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** What of a Service's port makes it the same; containers' ports have theirs in the table. */
const otherKeys: Readonly<Record<string, string>> = { ports: 'port' };

/** An object with a strategic merge patch applied. */
export function patched(base: MapValue, patch: MapValue): MapValue {
  return mergedMap(base, patch);
}

function mergedMap(base: MapValue, patch: MapValue): MapValue {
  const directive = textAt(patch, '$patch');
  if (directive === 'replace') return { ...patch, entries: without(patch.entries, ['$patch']) };
  const entries = new Map<string, MapEntry>(base.entries);
  for (const [name, entry] of patch.entries) {
    if (name === '$patch' || name.startsWith('$setElementOrder') || name === '$retainKeys') continue;
    if (isNull(entry.value)) entries.delete(name);
    else entries.set(name, { key: entry.key, value: merged(base.entries.get(name)?.value, entry.value, name) });
  }
  return { ...base, entries, open: base.open ?? patch.open };
}

function merged(base: Value | undefined, patch: Value, name: string): Value {
  if (base?.kind === 'map' && patch.kind === 'map') return mergedMap(base, patch);
  if (base?.kind === 'list' && patch.kind === 'list') return mergedList(base, patch, name);
  return patch;
}

function mergedList(base: ListValue, patch: ListValue, name: string): Value {
  const key = [mergeKeys[name], otherKeys[name]].find((one) => one !== undefined && hasKey(patch, one));
  if (key === undefined) return patch;
  let items = [...base.items];
  for (const item of patch.items) {
    const wanted = textAt(item, key);
    const index = items.findIndex((one) => wanted !== undefined && textAt(one, key) === wanted);
    const there = items[index];
    if (textAt(item, '$patch') === 'delete') items = items.filter((one) => textAt(one, key) !== wanted);
    else if (there?.kind === 'map' && item.kind === 'map') items[index] = mergedMap(there, item);
    else items.unshift(item);
  }
  return { ...base, items };
}

function hasKey(list: ListValue, key: string): boolean {
  return list.items.length > 0 && list.items.every((item) => textAt(item, key) !== undefined);
}

/** The text at a path of keys; undefined where there is none. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return found?.kind === 'literal' && found.value !== null ? found.text : undefined;
}

function isNull(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

function without(entries: ReadonlyMap<string, MapEntry>, names: readonly string[]): Map<string, MapEntry> {
  return new Map([...entries].filter(([name]) => !names.includes(name)));
}
