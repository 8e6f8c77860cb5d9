import { type Place, startOf } from '../../evidence/place.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode, DataTree, MappingNode } from '../../syntax/data-tree.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { asMapping, asSequence, resolved } from '../../syntax/navigate.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import type { PipelineFault } from '../model.ts';
import type { MapEntry, PipelineNode } from './node.ts';

/** A pipeline file that was read: the root of each document, and what was wrong with it. */
export interface Opened {
  readonly documents: readonly PipelineNode[];
  readonly faults: readonly PipelineFault[];
}

/** Longer files are made by machines. */
const longestPipeline = 1_000_000;
/** Nodes of one file, aliases followed: an alias costs nothing, a tree of aliases to mappings that merge costs its keys. */
const mostEntries = 200_000;

/** Opens a file as YAML, or as JSON by its name. What cannot be read gives no documents and says why. */
export function openTree(repository: Repository, file: string): Opened {
  const content = repository.readText(file);
  if (!content.ok) return { documents: [], faults: [{ place: startOf(file), message: content.message }] };
  if (content.text.length > longestPipeline) {
    return { documents: [], faults: [{ place: startOf(file), message: 'longer than a million characters, not read' }] };
  }
  return treeOf(file, content.text);
}

/** The same for a text that is there already. */
export function treeOf(file: string, text: string): Opened {
  const tree = file.endsWith('.json') ? parseJson(text) : parseYaml(text);
  const place = (start: number, end: number): Place => ({ file, ...tree.lines.range(start, end) });
  const faults = tree.faults.map(({ start, end, message }) => ({ place: place(start, end), message }));
  const planter = new Planter(tree, file);
  return { documents: tree.documents.flatMap((document) => planter.plant(document) ?? []), faults };
}

class Planter {
  readonly #tree: DataTree;
  readonly #file: string;
  readonly #planted = new Map<DataNode, PipelineNode | null>();
  #left = mostEntries;

  constructor(tree: DataTree, file: string) {
    this.#tree = tree;
    this.#file = file;
  }

  /** The node with its aliases followed, made once; undefined for one that holds itself, or beyond the bound. */
  plant(written: DataNode): PipelineNode | undefined {
    const node = resolved(written);
    if (node === undefined) return undefined;
    const known = this.#planted.get(node);
    if (known !== undefined) return known ?? undefined;
    this.#planted.set(node, null);
    const made = this.#make(node);
    this.#planted.set(node, made);
    return made;
  }

  #make(node: Exclude<DataNode, { kind: 'alias' }>): PipelineNode {
    const place = this.#place(node);
    const { tag } = node;
    if (node.kind === 'scalar') {
      const block = node.style === 'literal';
      return { kind: 'text', text: node.text, given: node.value !== null, place, block, tag };
    }
    if (node.kind === 'sequence') {
      return { kind: 'list', items: node.items.flatMap((item) => this.#bounded(item) ?? []), place, tag };
    }
    const entries = new Map<string, MapEntry>();
    this.#fill(entries, node, new Set());
    return { kind: 'map', entries, place, tag };
  }

  /** Own entries win over merged ones, earlier merged ones over later. */
  #fill(entries: Map<string, MapEntry>, mapping: MappingNode, merging: Set<MappingNode>): void {
    if (merging.has(mapping)) return;
    merging.add(mapping);
    const own = new Set(entries.keys());
    for (const { key, value } of mapping.entries) {
      if (key.kind !== 'scalar' || own.has(key.text) || isMerge(key.text, key.style)) continue;
      const planted = this.#bounded(value);
      if (planted !== undefined) entries.set(key.text, { key: key.text, keyPlace: this.#place(key), value: planted });
    }
    for (const { key, value } of mapping.entries) {
      if (key.kind !== 'scalar' || !isMerge(key.text, key.style)) continue;
      for (const source of asSequence(value)?.items ?? [value]) {
        const merged = asMapping(source);
        if (merged !== undefined) this.#fill(entries, merged, merging);
      }
    }
  }

  #bounded(node: DataNode): PipelineNode | undefined {
    return this.#left-- > 0 ? this.plant(node) : undefined;
  }

  #place({ start, end }: DataNode): Place {
    return { file: this.#file, ...this.#tree.lines.range(start, end) };
  }
}

function isMerge(key: string, style: string): boolean {
  return key === '<<' && style === 'plain';
}
