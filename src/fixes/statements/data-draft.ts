import {
  cloudFormationTerm,
  type TermValue,
  termValue,
  yamlTerm,
} from '../../permissions/policy/cloudformation-terms.ts';
import type { DataNode, DataTree, MappingNode, PathStep } from '../../syntax/data-tree.ts';
import { applyEdits, type DataEdits, type TextEdit } from '../../syntax/edit.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { at } from '../../syntax/navigate.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';

/** Stands in a text for a value that is written with a tag; followed by its number. */
const mark = 'value-to-be-written-';

/** A YAML or JSON file that is edited step by step; each step is read again before the next. */
export class DataDraft {
  tree: DataTree;
  readonly #edits: DataEdits;
  readonly #tagged: string[] = [];

  constructor({ tree, edits }: EditableData) {
    this.tree = tree;
    this.#edits = edits;
  }

  /** The node at a path of the first document. */
  at(path: readonly PathStep[]): DataNode | undefined {
    return at(this.tree.documents[0], ...path);
  }

  set(path: readonly PathStep[], value: Parameters<DataEdits['set']>[2]): boolean {
    return this.#apply(this.#edits.set(this.tree, path, value));
  }

  insert(path: readonly PathStep[], index: number, value: Parameters<DataEdits['set']>[2]): boolean {
    return this.#apply(this.#edits.insert(this.tree, path, index, value));
  }

  remove(path: readonly PathStep[]): boolean {
    return this.#apply(this.#edits.remove(this.tree, path));
  }

  /** The value to write for a resource: in YAML a mark where it has a tag, which `finish` writes. */
  term(resource: string): TermValue {
    const term = cloudFormationTerm(resource);
    if (term.call === null || this.tree.format === 'json') return termValue(term);
    return `${mark}${this.#tagged.push(yamlTerm(term))}`;
  }

  /** Writes the values that have tags. False where the text cannot be read then. */
  finish(): boolean {
    if (this.#tagged.length === 0) return true;
    const written = new RegExp(`(["']?)${mark}(\\d+)\\1`, 'g');
    const text = this.tree.text.replaceAll(written, (_, __, number: string) => this.#tagged[Number(number) - 1] ?? '');
    return this.#read(text);
  }

  #apply(edits: TextEdit[] | undefined): boolean {
    return edits !== undefined && this.#read(applyEdits(this.tree.text, edits));
  }

  #read(text: string): boolean {
    const { format, faults } = this.tree;
    this.tree = format === 'json' ? parseJson(text) : parseYaml(text);
    return this.tree.faults.length <= faults.length;
  }
}

/** True if the text holds what the draft marks values with: then it cannot be edited so. */
export function holdsMark({ text }: DataTree): boolean {
  return text.includes(mark);
}

/** The steps from the root to the node of a kind that stretches over a range; undefined where there is none. */
export function pathOf(
  tree: DataTree,
  start: number,
  end: number,
  kind: 'mapping' | 'sequence',
): PathStep[] | undefined {
  let node = tree.documents[0];
  const path: PathStep[] = [];
  while (node !== undefined && (node.kind === 'mapping' || node.kind === 'sequence')) {
    if (node.start === start && node.end === end && node.kind === kind) return path;
    const next = childAround(node, start, end);
    if (next === undefined) return undefined;
    path.push(next.step);
    node = next.node;
  }
  return undefined;
}

function childAround(
  node: MappingNode | Extract<DataNode, { kind: 'sequence' }>,
  start: number,
  end: number,
): { step: PathStep; node: DataNode } | undefined {
  const holds = (inner: DataNode): boolean => inner.start <= start && inner.end >= end;
  if (node.kind === 'sequence') {
    const step = node.items.findIndex(holds);
    const item = node.items[step];
    return item && { step, node: item };
  }
  const entry = node.entries.findLast(({ value }) => holds(value));
  return entry?.key.kind === 'scalar' ? { step: entry.key.text, node: entry.value } : undefined;
}
