// https://kubernetes.io/docs/concepts/overview/working-with-objects/
import type { Place } from '../../evidence/place.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { asSequence, at, entryOf, resolved, textOf } from '../../syntax/navigate.ts';
import { inData, type Masked, maskPlaceholders } from '../model/placeholders.ts';
import type { MapValue } from '../model/value.ts';
import { NodeValues } from './values.ts';

/** One object as a manifest states it, or as kustomize makes it. */
export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** The names by which others may call it: the one that is written, and those that kustomize gave it. */
  readonly names: readonly string[];
  readonly namespace: string | null;
  /** The condition of a template around it; null where it always is. */
  readonly condition: string | null;
  readonly place: Place;
  readonly key: Place;
  /** The whole object; worked out when asked for. */
  readonly value: () => MapValue;
}

/** Things that tools configure in the same shape, and that no cluster is given. */
const tools =
  /^(skaffold\/|kind\.x-k8s\.io\/|kustomize\.config\.k8s\.io\/|backstage\.io\/|eksctl\.io\/|kubeadm\.|kubelet\.|audit\.k8s\.io\/|client\.authentication|apiserver\.config|config\.kubernetes\.io\/|minikube\.|tilt\.dev\/|garden\.io\/|krm\.)/;

const mostObjects = 5_000;

/** The objects in a file, lists of objects taken apart, each once. What has no kind or no name is no object. */
export function manifestsIn(file: string, tree: DataTree, masked: Masked): Manifest[] {
  const values = new NodeValues(file, tree, masked);
  const waiting = [...tree.documents].reverse();
  const seen = new Set<DataNode>(); // aliases may lead in a circle
  const found: Manifest[] = [];
  for (let node = waiting.pop(); node !== undefined && found.length < mostObjects; node = waiting.pop()) {
    const target = resolved(node) ?? node;
    if (seen.has(target)) continue;
    seen.add(target);
    const items = asSequence(at(node, 'items'))?.items;
    if (items !== undefined && textOf(at(node, 'kind'))?.endsWith('List') === true)
      waiting.push(...[...items].reverse());
    else {
      const manifest = manifestOf(file, node, values);
      if (manifest !== undefined) found.push(manifest);
    }
  }
  return found;
}

/** Reads the text of a file: places are those of the file, also where it is a template. */
export function treeOf(text: string, parse: (text: string) => DataTree): { tree: DataTree; masked: Masked } {
  const masked = maskPlaceholders(text, inData);
  return { tree: parse(masked.text), masked };
}

function manifestOf(file: string, node: DataNode, values: NodeValues): Manifest | undefined {
  const apiVersion = textOf(at(node, 'apiVersion'));
  const kind = textOf(at(node, 'kind'));
  const nameNode = at(node, 'metadata', 'name') ?? at(node, 'metadata', 'generateName');
  const name = nameNode && values.written(nameNode);
  if (apiVersion === undefined || kind === undefined || name === undefined || tools.test(apiVersion)) return undefined;
  const namespace = at(node, 'metadata', 'namespace');
  return {
    file,
    apiVersion,
    kind,
    name,
    names: [name],
    namespace: (namespace && values.written(namespace)) ?? null,
    condition: values.conditionOf(node),
    place: values.place(node),
    key: values.place(entryOf(at(node, 'metadata'), 'name')?.value ?? node),
    value: () => values.map(node),
  };
}
