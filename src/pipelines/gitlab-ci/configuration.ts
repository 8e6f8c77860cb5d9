// https://docs.gitlab.com/ci/yaml/#include , #extends and https://docs.gitlab.com/ci/yaml/yaml_optimization/

import { startOf } from '../../evidence/place.ts';
import { joinPath } from '../../repository/paths.ts';
import type { Draft } from '../reading.ts';
import {
  entriesOf,
  get,
  itemsOf,
  type MapEntry,
  type MapNode,
  mapNode,
  type PipelineNode,
  textIn,
  textsIn,
} from '../tree/node.ts';

/** What `include` names beside files of the tree. */
export interface OutsideInclude {
  readonly text: string;
  readonly node: PipelineNode;
  readonly template: boolean;
}

export interface Configuration {
  readonly root: MapNode;
  readonly outside: readonly OutsideInclude[];
}

const mostIncludes = 150; // GitLab's own limit
const deepest = 20;

/** A file with what it includes from the tree merged under it. */
export function mergedConfiguration(draft: Draft, node: PipelineNode | undefined, file: string): Configuration {
  const outside: OutsideInclude[] = [];
  let left = mostIncludes;
  const read = (document: PipelineNode | undefined, open: readonly string[]): MapNode => {
    let merged = mapNode([], document?.place ?? startOf(file));
    for (const include of itemsOf(get(document, 'include'))) {
      const local = localOf(include);
      if (local.length === 0) outside.push(outsideOf(include));
      for (const written of local) {
        for (const path of pathsOf(draft, written)) {
          if (left-- <= 0 || open.includes(path)) continue;
          merged = merge(merged, read(draft.part(path, written, include.place), [...open, path]));
        }
      }
    }
    return document?.kind === 'map' ? merge(merged, document) : merged;
  };
  return { root: read(node, [file]), outside };
}

function localOf(include: PipelineNode): string[] {
  const text = textIn(include);
  if (text !== undefined) return /^https?:\/\//.test(text) ? [] : [text];
  return textsIn(get(include, 'local'));
}

function outsideOf(include: PipelineNode): OutsideInclude {
  const template = textIn(get(include, 'template'));
  const parts = ['component', 'remote', 'project', 'file'].flatMap((key) => textsIn(get(include, key)));
  return {
    text: template ?? (parts.join(' ') || (textIn(include) ?? 'include')),
    node: include,
    template: template !== undefined,
  };
}

/** Paths are from the root; `*` and `**` stand for names. */
function pathsOf(draft: Draft, written: string): string[] {
  const path = joinPath('.', written.replace(/^\/+/, ''));
  if (path === undefined || !path.includes('*')) return [path ?? '..'];
  const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(
    `^${escaped.replaceAll(/\*+\/?/g, (stars) => (stars.startsWith('**') ? '(.*\\/)?' : '[^/]*'))}[^/]*$`,
  );
  return draft.reading.repository.files
    .filter((file) => /\.ya?ml$/.test(file) && pattern.test(file))
    .slice(0, mostIncludes);
}

/** Mappings are merged key by key, deeply; anything else of the second takes the place of the first's. */
export function merge(under: MapNode, over: MapNode, depth = 0): MapNode {
  const entries = new Map<string, MapEntry>(under.entries);
  for (const entry of over.entries.values()) {
    const before = entries.get(entry.key)?.value;
    const both = before?.kind === 'map' && entry.value.kind === 'map' && depth < deepest;
    entries.set(entry.key, both ? { ...entry, value: merge(before, entry.value, depth + 1) } : entry);
  }
  return { ...over, entries };
}

/** A job with what it `extends` merged under it, the last one named on top. */
export function extended(root: MapNode, job: PipelineNode, open: readonly string[] = []): MapNode {
  const own = job.kind === 'map' ? job : mapNode([], job.place);
  let made = mapNode([], own.place);
  for (const name of textsIn(get(own, 'extends'))) {
    const parent = get(root, name);
    if (parent !== undefined && !open.includes(name) && open.length < deepest)
      made = merge(made, extended(root, parent, [...open, name]));
  }
  return merge(made, own);
}

/** A list with its `!reference [job, key]` and lists within lists laid out. */
export function laidOut(root: MapNode, node: PipelineNode | undefined, depth = 0): PipelineNode[] {
  if (node === undefined || depth > 10) return [];
  if (node.tag === '!reference') {
    const path = textsIn(node);
    const [job, ...rest] = path;
    const owner = job === undefined ? undefined : get(root, job);
    const target = owner === undefined ? undefined : get(rest.length > 0 ? extended(root, owner) : owner, ...rest);
    return laidOut(root, target, depth + 1).slice(0, 1000);
  }
  return itemsOf(node)
    .flatMap((item) => (item.kind === 'list' ? laidOut(root, item, depth + 1) : [item]))
    .slice(0, 1000);
}

/** The entries of the root that are jobs. */
export function jobEntries(root: MapNode): MapEntry[] {
  return entriesOf(root).filter(({ key, value }) => value.kind === 'map' && !key.startsWith('.') && !globals.has(key));
}

const globals = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
  'types',
]);
