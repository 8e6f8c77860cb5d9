// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/

import { lazy } from '../../evidence/lazy.ts';
import { valueAt } from '../model/resource.ts';
import type { LiteralValue, MapEntry, MapValue, Value } from '../model/value.ts';
import type { Manifest } from './manifest.ts';
import { textAt } from './merge.ts';

/** Kinds that belong to no namespace. */
const clusterWide =
  /^(Namespace|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|PersistentVolume|StorageClass|PriorityClass|IngressClass|GatewayClass|.*WebhookConfiguration|APIService|Node)$/;
const unnamed = /^(Namespace|CustomResourceDefinition|APIService)$/;

/** Objects with the names, namespace, labels, annotations, images and replicas that a kustomization states. */
export function transformed(manifests: readonly Manifest[], kustomization: MapValue): readonly Manifest[] {
  const changes = changesOf(kustomization);
  const [prefix, suffix] = [textAt(kustomization, 'namePrefix') ?? '', textAt(kustomization, 'nameSuffix') ?? ''];
  const namespace = textAt(kustomization, 'namespace');
  if (changes.length === 0 && prefix === '' && suffix === '' && namespace === undefined) return manifests;
  return manifests.map((manifest) => {
    const name = unnamed.test(manifest.kind) ? manifest.name : `${prefix}${manifest.name}${suffix}`;
    const own = clusterWide.test(manifest.kind) ? null : (namespace ?? null);
    const isRenamed = name !== manifest.name;
    return {
      ...manifest,
      name,
      names: isRenamed ? [...manifest.names, name] : manifest.names,
      namespace: own ?? manifest.namespace,
      value: lazy(() => {
        let value = manifest.value();
        if (isRenamed) value = withEntry(value, ['metadata', 'name'], () => textOf(name, value.place));
        if (own !== null) value = withEntry(value, ['metadata', 'namespace'], () => textOf(own, value.place));
        return changes.reduce((current, change) => change(current, manifest), value);
      }),
    };
  });
}

type Change = (value: MapValue, manifest: Manifest) => MapValue;

function changesOf(kustomization: MapValue): Change[] {
  const changes: Change[] = [];
  const added = (pairs: Value | undefined, paths: readonly (readonly string[])[], isSure = true): void => {
    if (pairs?.kind !== 'map') return;
    changes.push((value) =>
      paths.reduce((current, path) => withPairs(current, path, pairs, isSure && path[0] === 'metadata'), value),
    );
  };
  const metadata = ['metadata', 'labels'];
  const template = ['spec', 'template', 'metadata', 'labels'];
  const selectors = [
    ['spec', 'selector', 'matchLabels'],
    template,
    ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
  ];
  added(valueAt(kustomization, 'commonLabels'), [metadata, ...selectors]);
  changes.push(...serviceSelectors(valueAt(kustomization, 'commonLabels')));
  const labels = valueAt(kustomization, 'labels');
  for (const item of labels?.kind === 'list' ? labels.items : []) {
    const pairs = valueAt(item, 'pairs');
    const isSelecting = textAt(item, 'includeSelectors') === 'true';
    added(
      pairs,
      isSelecting
        ? [metadata, ...selectors]
        : textAt(item, 'includeTemplates') === 'true'
          ? [metadata, template]
          : [metadata],
    );
    if (isSelecting) changes.push(...serviceSelectors(pairs));
  }
  added(valueAt(kustomization, 'commonAnnotations'), [['metadata', 'annotations']]);
  const images = valueAt(kustomization, 'images');
  for (const item of images?.kind === 'list' ? images.items : []) changes.push(imageChange(item));
  const replicas = valueAt(kustomization, 'replicas');
  for (const item of replicas?.kind === 'list' ? replicas.items : []) {
    const count = valueAt(item, 'count');
    const name = textAt(item, 'name');
    if (count !== undefined && name !== undefined) {
      changes.push((value, manifest) =>
        manifest.names.includes(name) && valueAt(value, 'spec', 'replicas') !== undefined
          ? withEntry(value, ['spec', 'replicas'], () => count)
          : value,
      );
    }
  }
  return changes;
}

function serviceSelectors(pairs: Value | undefined): Change[] {
  if (pairs?.kind !== 'map') return [];
  return [(value, { kind }) => (kind === 'Service' ? withPairs(value, ['spec', 'selector'], pairs, false) : value)];
}

/** Adds entries to a map at a path, which is made if need be where `isMade`. */
function withPairs(value: MapValue, path: readonly string[], pairs: MapValue, isMade: boolean): MapValue {
  const there = valueAt(value, ...path);
  if (there === undefined && !isMade) return value;
  return withEntry(value, path, () => ({
    kind: 'map',
    entries: new Map([...(there?.kind === 'map' ? there.entries : []), ...pairs.entries]),
    open: there?.kind === 'map' ? there.open : null,
    place: there?.place ?? pairs.place,
  }));
}

/** A map with a value at a path of keys; maps on the way are made. */
function withEntry(value: MapValue, [step = '', ...rest]: readonly string[], make: () => Value): MapValue {
  const there = value.entries.get(step);
  const below = there?.value.kind === 'map' ? there.value : emptyMap(value);
  const made = rest.length === 0 ? make() : withEntry(below, rest, make);
  return {
    ...value,
    entries: new Map<string, MapEntry>([...value.entries, [step, { key: there?.key ?? made.place, value: made }]]),
  };
}

function emptyMap({ place }: MapValue): MapValue {
  return { kind: 'map', entries: new Map(), open: null, place };
}

function imageChange(item: Value): Change {
  const [name, newName, newTag, digest] = ['name', 'newName', 'newTag', 'digest'].map((key) => textAt(item, key));
  const changed = new Map<Value, Value>(); // aliases share what is below them
  const change = (value: Value): Value => {
    if (value.kind !== 'map') return value;
    const known = changed.get(value);
    if (known !== undefined) return known;
    const entries = [...value.entries].map(([key, entry]): [string, MapEntry] => {
      if (key !== 'containers' && key !== 'initContainers') {
        return [key, entry.value.kind === 'map' ? { key: entry.key, value: change(entry.value) } : entry];
      }
      return [
        key,
        {
          key: entry.key,
          value:
            entry.value.kind === 'list' ? { ...entry.value, items: entry.value.items.map(container) } : entry.value,
        },
      ];
    });
    const result = { ...value, entries: new Map(entries) };
    changed.set(value, result);
    return result;
  };
  const container = (value: Value): Value => {
    const image = value.kind === 'map' ? value.entries.get('image') : undefined;
    const found = image?.value.kind === 'literal' ? /^(.*?)(:[^:/@]+)?(@.+)?$/.exec(image.value.text) : null;
    if (value.kind !== 'map' || image === undefined || found === null || found[1] !== name) return value;
    const version =
      digest === undefined
        ? newTag === undefined
          ? `${found[2] ?? ''}${found[3] ?? ''}`
          : `:${newTag}`
        : `@${digest}`;
    const text = `${newName ?? name}${version}`;
    return {
      ...value,
      entries: new Map([...value.entries, ['image', { key: image.key, value: textOf(text, image.value.place) }]]),
    };
  };
  return (value) => {
    const result = change(value);
    return result.kind === 'map' ? result : value;
  };
}

function textOf(text: string, place: Value['place']): LiteralValue {
  return { kind: 'literal', value: text, text, place, shared: true };
}
