import type { ReadingContext } from '../model/reader.ts';
import type { Resource, Stack } from '../model/resource.ts';
import { valueAt } from '../model/resource.ts';
import type { MapValue, Value } from '../model/value.ts';
import type { Manifest } from './manifest.ts';
import { type FindObject, hasLabels, linked, selectorOf } from './references.ts';

/** Kinds that make pods, or are one. */
const workloads = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
  'Rollout',
]);
const selecting = new Set(['Service', 'PodDisruptionBudget', 'NetworkPolicy', 'PodMonitor']);

/** Is told of each property that names an object. */
export type ReferenceObserver = (file: string, kind: string, value: Value, found: string | undefined) => void;

/** The objects that are deployed together, as one stack. */
export function stackOf(
  file: string,
  manifests: readonly Manifest[],
  faults: Stack['faults'],
  context: ReadingContext,
  observe?: ReferenceObserver,
): Stack {
  const keys = keysOf(manifests);
  const find = finder(manifests, keys);
  const resources = new Map<string, Resource>();
  for (const manifest of manifests) {
    const key = keys.get(manifest);
    if (key !== undefined) resources.set(key, resourceOf(manifest, key, manifests, keys, find, context, observe));
  }
  return { file, format: 'kubernetes', resources, faults };
}

/** `Deployment/api`, with the namespace before the name where two have it, then with a number. */
function keysOf(manifests: readonly Manifest[]): Map<Manifest, string> {
  const counts = new Map<string, number>();
  for (const { kind, name } of manifests) counts.set(`${kind}/${name}`, (counts.get(`${kind}/${name}`) ?? 0) + 1);
  const used = new Set<string>();
  const keys = new Map<Manifest, string>();
  for (const manifest of manifests) {
    const { kind, name, namespace } = manifest;
    const short = `${kind}/${name}`;
    const base = counts.get(short) === 1 || namespace === null ? short : `${kind}/${namespace}/${name}`;
    let key = base;
    for (let number = 2; used.has(key); number++) key = `${base}~${number}`;
    used.add(key);
    keys.set(manifest, key);
  }
  return keys;
}

/** By the name that an object has now, else by one that it had before. */
function finder(manifests: readonly Manifest[], keys: ReadonlyMap<Manifest, string>): FindObject {
  const now = new Map<string, string>();
  const before = new Map<string, string>();
  for (const manifest of manifests) {
    const key = keys.get(manifest) ?? '';
    const current = `${manifest.kind}/${manifest.name}`;
    if (!now.has(current)) now.set(current, key);
    for (const name of manifest.names)
      if (!before.has(`${manifest.kind}/${name}`)) before.set(`${manifest.kind}/${name}`, key);
  }
  return (kind, name) => now.get(`${kind}/${name}`) ?? before.get(`${kind}/${name}`);
}

function resourceOf(
  manifest: Manifest,
  key: string,
  manifests: readonly Manifest[],
  keys: ReadonlyMap<Manifest, string>,
  find: FindObject,
  context: ReadingContext,
  observe: ReferenceObserver | undefined,
): Resource {
  const type = `${manifest.apiVersion} ${manifest.kind}`;
  let properties: MapValue | undefined;
  const propertiesOf = (): MapValue => {
    properties ??= linked(
      manifest.value(),
      find,
      observe && ((kind, value, found) => observe(manifest.file, kind, value, found)),
    );
    return properties;
  };
  return {
    id: key,
    // Cloud Run is given its services in Knative's form.
    cloud: /^(serving\.knative\.dev|run\.googleapis\.com)\//.test(manifest.apiVersion) ? 'gcp' : 'kubernetes',
    type,
    kind: context.kindOf(type),
    condition: manifest.condition,
    get properties() {
      return propertiesOf();
    },
    get tags() {
      const labels = valueAt(propertiesOf(), 'metadata', 'labels');
      return labels?.kind === 'map' ? labels : null;
    },
    get metadata() {
      return selected(manifest, manifests, keys);
    },
    place: manifest.place,
    key: manifest.key,
    path: [],
  };
}

/** The workloads that an object selects, under `selects`. */
function selected(manifest: Manifest, manifests: readonly Manifest[], keys: ReadonlyMap<Manifest, string>): MapValue {
  const { place } = manifest;
  const labels = selecting.has(manifest.kind) ? selectorOf(manifest.value()) : undefined;
  if (labels === undefined) return { kind: 'map', entries: new Map(), open: null, place };
  const items = manifests
    .filter((one) => workloads.has(one.kind) && hasLabels(one.value(), labels))
    .map((one): Value => ({ kind: 'reference', resource: keys.get(one) ?? '', attribute: null, place }));
  return {
    kind: 'map',
    entries: new Map([['selects', { key: place, value: { kind: 'list', items, place } }]]),
    open: null,
    place,
  };
}
