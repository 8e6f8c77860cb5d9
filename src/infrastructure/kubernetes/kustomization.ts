// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/

import { lazy } from '../../evidence/lazy.ts';
import type { Place } from '../../evidence/place.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { asSequence, at, textOf } from '../../syntax/navigate.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import type { UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import type { MapValue, Value } from '../model/value.ts';
import { generated } from './generators.ts';
import { jsonPatched } from './json-patch.ts';
import { type Manifest, treeOf } from './manifest.ts';
import { patched, textAt } from './merge.ts';
import { matches, targetOf } from './target.ts';
import { transformed } from './transform.ts';
import { NodeValues } from './values.ts';

const deepest = 30;
const mostObjects = 20_000;

/** How many kustomizations one may include, each as often as it is named. */
const mostIncluded = 1_000;

/** What a kustomization names, besides what it makes. */
export interface Kustomized {
  readonly manifests: readonly Manifest[];
  readonly faults: Stack['faults'];
}

/** Reads kustomizations: each applies its changes to what the files and folders that it names give. */
export class Kustomizations {
  /** Files and folders that some kustomization names. */
  readonly named: Set<string> = new Set();
  /** Kustomizations that cannot be read, or not whole. */
  readonly unreadable: UnreadablePart[] = [];
  readonly #repository: Repository;
  readonly #manifestsAt: (file: string) => readonly Manifest[] | undefined;
  readonly #trees = new Map<string, DataTree | undefined>();
  #objects = 0;
  #included = 0;

  constructor(repository: Repository, manifestsAt: (file: string) => readonly Manifest[] | undefined) {
    this.#repository = repository;
    this.#manifestsAt = manifestsAt;
  }

  /** Notes what a kustomization names, and tells whether it is a component, which only others deploy. */
  survey(file: string): { readonly isComponent: boolean } {
    const root = this.#tree(file)?.documents[0];
    const listed = ['resources', 'bases', 'components', 'patchesStrategicMerge', 'crds', 'generators', 'transformers'];
    for (const { text } of listed.flatMap((key) => this.#listed(root, key))) this.#name(file, text);
    for (const key of ['patches', 'patchesJson6902']) {
      for (const item of asSequence(at(root, key))?.items ?? []) this.#name(file, textOf(at(item, 'path')));
    }
    return { isComponent: textOf(at(root, 'kind')) === 'Component' };
  }

  /** What a kustomization gives. */
  read(file: string): Kustomized {
    const faults: { place: Place; message: string }[] = [];
    this.#objects = 0;
    this.#included = 0;
    const manifests = this.#read(file, [], [], faults);
    return { manifests, faults };
  }

  #read(
    file: string,
    above: readonly Manifest[],
    chain: readonly string[],
    faults: { place: Place; message: string }[],
  ): readonly Manifest[] {
    const tree = this.#tree(file);
    const root = tree?.documents[0];
    if (tree === undefined || root === undefined) return above;
    const place = (node: DataNode): Place => ({ file, ...tree.lines.range(node.start, node.end) });
    if (this.#included++ > mostIncluded) return above;
    if (chain.includes(file) || chain.length > deepest) {
      faults.push({ place: place(root), message: `the kustomization ${file} includes itself` });
      return above;
    }
    const included = [...above];
    for (const { text, node } of ['resources', 'bases'].flatMap((key) => this.#listed(root, key))) {
      const found = this.#resource(file, text, [...chain, file], faults);
      if (found === undefined) faults.push({ place: place(node), message: `${text} is not in the repository` });
      else if (this.#objects + found.length > mostObjects)
        faults.push({ place: place(node), message: 'more objects than are read' });
      else included.push(...found);
      this.#objects += found?.length ?? 0;
    }
    included.push(...generated(file, root, tree, this.#repository));
    let manifests: readonly Manifest[] = included;
    for (const { text, node } of this.#listed(root, 'components')) {
      const component = this.#kustomizationIn(file, text);
      if (component === undefined) faults.push({ place: place(node), message: `${text} is not in the repository` });
      else manifests = this.#read(component, manifests, [...chain, file], faults);
    }
    manifests = this.#patched(file, root, tree, manifests, faults);
    for (const key of ['helmCharts', 'replacements', 'vars', 'transformers', 'generators'] as const) {
      const node = at(root, key);
      if (node !== undefined) faults.push({ place: place(node), message: `${key} of a kustomization is not applied` });
    }
    return transformed(manifests, new NodeValues(file, tree, { original: tree.text, isOpen: false }).map(root));
  }

  #resource(
    file: string,
    text: string,
    chain: readonly string[],
    faults: { place: Place; message: string }[],
  ): readonly Manifest[] | undefined {
    const path = joinPath(folderOf(file), text);
    if (path === undefined) return undefined;
    const folder = this.#kustomizationIn(file, text);
    if (folder !== undefined) return this.#read(folder, [], chain, faults);
    return this.#repository.has(path) ? this.#manifestsAt(path) : undefined;
  }

  #kustomizationIn(file: string, text: string): string | undefined {
    const path = joinPath(folderOf(file), text);
    if (path === undefined) return undefined;
    return ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
      .flatMap((name) => joinPath(path, name) ?? [])
      .find((one) => this.#repository.has(one));
  }

  #patched(
    file: string,
    root: DataNode,
    tree: DataTree,
    manifests: readonly Manifest[],
    faults: { place: Place; message: string }[],
  ): readonly Manifest[] {
    let current = manifests;
    for (const item of ['patches', 'patchesJson6902', 'patchesStrategicMerge'].flatMap(
      (key) => asSequence(at(root, key))?.items ?? [],
    )) {
      const place = { file, ...tree.lines.range(item.start, item.end) };
      const path = textOf(item) ?? textOf(at(item, 'path'));
      const inline = textOf(at(item, 'patch')) ?? (path?.includes('\n') === true ? path : undefined);
      const patches = inline === undefined ? this.#valuesOf(file, path) : valuesIn(file, inline, place);
      if (patches === undefined) faults.push({ place, message: `the patch ${path ?? ''} is not in the repository` });
      for (const patch of patches ?? []) current = applied(current, patch, at(item, 'target'));
    }
    return current;
  }

  #valuesOf(file: string, path: string | undefined): Value[] | undefined {
    const found = path === undefined ? undefined : joinPath(folderOf(file), path);
    const content = found !== undefined && this.#repository.has(found) ? this.#repository.readText(found) : undefined;
    return found !== undefined && content?.ok === true ? valuesIn(found, content.text) : undefined;
  }

  #listed(root: DataNode | undefined, key: string): { text: string; node: DataNode }[] {
    return (asSequence(at(root, key))?.items ?? []).flatMap((node) => {
      const text = textOf(node);
      return text === undefined || text.includes('\n') ? [] : [{ text, node }];
    });
  }

  #name(file: string, text: string | undefined): void {
    const path = text === undefined ? undefined : joinPath(folderOf(file), text);
    if (path === undefined || text === undefined) return;
    this.named.add(path);
    const folder = this.#kustomizationIn(file, text);
    if (folder !== undefined) this.named.add(folder);
  }

  #tree(file: string): DataTree | undefined {
    if (this.#trees.has(file)) return this.#trees.get(file);
    const content = this.#repository.readText(file);
    const tree = content.ok ? parseYaml(content.text) : undefined;
    this.#trees.set(file, tree);
    const fault = tree?.faults.find(({ code }) => code === undefined);
    if (!content.ok) this.unreadable.push({ file, line: 1, reason: content.message });
    else if (tree !== undefined && fault !== undefined) {
      this.unreadable.push({ file, line: tree.lines.position(fault.start).line, reason: fault.message });
    }
    return tree;
  }
}

/** The documents of a patch; `place` for a text that stands inside another file. */
function valuesIn(file: string, text: string, place?: Place): Value[] {
  const { tree, masked } = treeOf(text, parseYaml);
  const values = new NodeValues(file, tree, masked, place);
  return tree.documents.map((node) => values.value(node));
}

/** A list is a JSON patch and needs a target; an object is merged into what has its kind and name, or the target. */
function applied(manifests: readonly Manifest[], patch: Value, target: DataNode | undefined): readonly Manifest[] {
  const wanted = target === undefined ? ownTarget(patch) : targetOf(target);
  if (wanted === undefined) return manifests;
  return manifests.flatMap((manifest) => {
    if (!matches(manifest, wanted)) return [manifest];
    if (textAt(patch, '$patch') === 'delete') return [];
    return [{ ...manifest, value: lazy(() => change(manifest.value(), patch)) }];
  });
}

function change(value: MapValue, patch: Value): MapValue {
  return patch.kind === 'map' ? patched(value, withoutName(patch)) : jsonPatched(value, patch);
}

/** A patch with a target of its own may have any name: it renames nothing. */
function withoutName(patch: MapValue): MapValue {
  const metadata = patch.entries.get('metadata');
  if (metadata?.value.kind !== 'map') return patch;
  const entries = new Map([...metadata.value.entries].filter(([name]) => name !== 'name'));
  const kept = { key: metadata.key, value: { ...metadata.value, entries } };
  return { ...patch, entries: new Map([...patch.entries, ['metadata', kept]]) };
}

function ownTarget(patch: Value): ReturnType<typeof targetOf> | undefined {
  const [kind, name] = [textAt(patch, 'kind'), textAt(patch, 'metadata', 'name')];
  return kind === undefined || name === undefined ? undefined : { kind, exactName: name };
}
