// https://kubernetes.io/docs/reference/kubernetes-api/
import { valueAt } from '../model/resource.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import { textAt } from './merge.ts';

/** Finds the key of an object in the stack by its kind and name. */
export type FindObject = (kind: string, name: string) => string | undefined;

/** Properties that hold the name of another object, by the last keys of their path (`*` is any), and its kind. */
const named: readonly { readonly path: readonly string[]; readonly kind: string }[] = [
  { path: ['configMapKeyRef', 'name'], kind: 'ConfigMap' },
  { path: ['configMapRef', 'name'], kind: 'ConfigMap' },
  { path: ['configMap', 'name'], kind: 'ConfigMap' },
  { path: ['secretKeyRef', 'name'], kind: 'Secret' },
  { path: ['secretRef', 'name'], kind: 'Secret' },
  { path: ['secret', 'name'], kind: 'Secret' },
  { path: ['imagePullSecrets', '*', 'name'], kind: 'Secret' },
  { path: ['secretName'], kind: 'Secret' },
  { path: ['secretTargetRef', '*', 'name'], kind: 'Secret' },
  { path: ['serviceAccountName'], kind: 'ServiceAccount' },
  { path: ['serviceAccount'], kind: 'ServiceAccount' },
  { path: ['persistentVolumeClaim', 'claimName'], kind: 'PersistentVolumeClaim' },
  { path: ['backend', 'service', 'name'], kind: 'Service' },
  { path: ['backend', 'serviceName'], kind: 'Service' },
  { path: ['defaultBackend', 'service', 'name'], kind: 'Service' },
  { path: ['backendRefs', '*', 'name'], kind: 'Service' },
  { path: ['parentRefs', '*', 'name'], kind: 'Gateway' },
  { path: ['clientConfig', 'service', 'name'], kind: 'Service' },
  { path: ['spec', 'serviceName'], kind: 'Service' },
  { path: ['volumeName'], kind: 'PersistentVolume' },
  { path: ['storageClassName'], kind: 'StorageClass' },
  { path: ['ingressClassName'], kind: 'IngressClass' },
  { path: ['priorityClassName'], kind: 'PriorityClass' },
  { path: ['runtimeClassName'], kind: 'RuntimeClass' },
  { path: ['authenticationRef', 'name'], kind: 'TriggerAuthentication' },
];

/** Properties that name another object together with its kind. */
const withKind: readonly (readonly string[])[] = [
  ['scaleTargetRef'],
  ['roleRef'],
  ['subjects', '*'],
  ['targetRef'],
  ['ref'],
  ['involvedObject'],
  ['dataSource'],
];

/** How many of the last keys of a path the tables look at. */
const longest = 3;

/**
 * An object in which names of objects of the stack are references to them. A name that the stack does not have stays as
 * it is. `observe` is told of each property that names an object, with the key that was found.
 */
export function linked(
  value: MapValue,
  find: FindObject,
  observe?: (kind: string, value: Value, found: string | undefined) => void,
): MapValue {
  const nameAt = (path: readonly string[], one: Value, kind: string | undefined): Value => {
    const wanted = kind ?? named.find((row) => endsWith(path, row.path))?.kind;
    const text = wanted === undefined ? undefined : nameIn(one);
    if (wanted === undefined || text === undefined) return one;
    const found = find(wanted, text);
    observe?.(wanted, one, found);
    return found === undefined ? one : { kind: 'reference', resource: found, attribute: null, place: one.place };
  };
  // Aliases make a small file mean a huge object: what is shared is walked once for each end of a path that leads to it.
  const walked = new Map<Value, Map<string, Value>>();
  const walk = (one: Value, path: readonly string[], kind?: string): Value => {
    if (one.kind !== 'list' && one.kind !== 'map') return nameAt(path, one, kind);
    const end = path.join('\n');
    const known = walked.get(one)?.get(end);
    if (known !== undefined) return known;
    const result =
      one.kind === 'list' ? { ...one, items: one.items.map((item) => walk(item, next(path, '*'))) } : inMap(one, path);
    walked.set(one, (walked.get(one) ?? new Map<string, Value>()).set(end, result));
    return result;
  };
  const inMap = (map: MapValue, path: readonly string[]): MapValue => {
    const isNamed = withKind.some((row) => endsWith(path, row));
    const ofKind = isNamed ? (textAt(map, 'kind') ?? 'Deployment') : undefined; // what KEDA scales unless it is said
    const entries = [...map.entries].map(([name, entry]): [string, MapEntry] => [
      name,
      { key: entry.key, value: walk(entry.value, next(path, name), name === 'name' ? ofKind : undefined) },
    ]);
    return { ...map, entries: new Map(entries) };
  };
  const result = walk(value, []);
  return result.kind === 'map' ? result : value;
}

/** A name that is known, or one that a template fills in. */
function nameIn(value: Value): string | undefined {
  if (value.kind === 'literal') return value.value === null ? undefined : value.text;
  const placeholder = value.kind === 'joined' ? value.parts.find((part) => part.kind === 'unknown') : value;
  return placeholder?.kind === 'unknown' ? placeholder.text : undefined;
}

function next(path: readonly string[], step: string): readonly string[] {
  return [...path, step].slice(-longest);
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  const offset = path.length - end.length;
  return offset >= 0 && end.every((step, index) => step === path[offset + index]);
}

/** What a Service, a budget or a policy selects: labels that all have to be there; undefined where it selects nothing. */
export function selectorOf(object: MapValue): ReadonlyMap<string, string> | undefined {
  const spec = valueAt(object, 'spec');
  const selector =
    valueAt(spec, 'selector', 'matchLabels') ??
    valueAt(spec, 'podSelector', 'matchLabels') ??
    valueAt(spec, 'selector');
  if (selector?.kind !== 'map' || selector.entries.size === 0 || selector.open !== null) return undefined;
  const labels = [...selector.entries].map(([name, { value }]) => [name, nameIn(value)] as const);
  const known = labels.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  return known.length < labels.length ? undefined : new Map(known);
}

/** True if the pods that a workload makes (or a pod itself) have these labels. */
export function hasLabels(object: MapValue, labels: ReadonlyMap<string, string>): boolean {
  const template = valueAt(object, 'spec', 'jobTemplate', 'spec', 'template') ?? valueAt(object, 'spec', 'template');
  const own = valueAt(template ?? object, 'metadata', 'labels');
  if (own?.kind !== 'map') return false;
  return [...labels].every(([name, text]) => {
    const value = own.entries.get(name)?.value;
    return value !== undefined && nameIn(value) === text;
  });
}
