import { ConfigurationError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { TagRule } from '../steps/tag-policy.ts';
import type { DataNode, DataTree, Entry } from '../syntax/data-tree.ts';
import { asMapping, asSequence, keyOf, resolved } from '../syntax/navigate.ts';

/** The nodes of a policy's file, taken as what they have to be; each method throws a ConfigurationError for anything else. */
export class PolicyNodes {
  readonly #file: string;
  readonly #tree: DataTree;

  constructor(file: string, tree: DataTree) {
    this.#file = file;
    this.#tree = tree;
  }

  problem(node: { readonly start: number }, message: string): ConfigurationError {
    return new ConfigurationError({ file: this.#file, ...this.#tree.lines.position(node.start) }, message);
  }

  placeOf({ start, end }: DataNode): TagRule['place'] {
    return { file: this.#file, ...this.#tree.lines.range(start, end) };
  }

  entries(node: DataNode | undefined, wanted = 'write a table here.'): readonly Entry[] {
    if (node === undefined) return [];
    const mapping = asMapping(node);
    if (mapping === undefined) throw this.problem(node, wanted);
    return mapping.entries;
  }

  /** The values of a table by their keys, none but these. */
  fields(node: DataNode, known: readonly string[], wanted?: string): Readonly<Record<string, DataNode>> {
    const entries = this.entries(node, wanted);
    const strange = entries.find((entry) => !known.includes(keyOf(entry) ?? ''));
    if (strange === undefined) return Object.fromEntries(entries.map((entry) => [keyOf(entry), entry.value]));
    const key = keyOf(strange) ?? 'this';
    const last = known.at(-1);
    const all = known.length > 1 ? `${known.slice(0, -1).join(', ')} or ${last}` : last;
    throw this.problem(strange.key, `${key} is unknown: write ${all}.${didYouMean(key, known)}`);
  }

  flag(node: DataNode): boolean {
    const value = resolved(node);
    if (value?.kind !== 'scalar' || typeof value.value !== 'boolean') throw this.problem(node, 'write true or false.');
    return value.value;
  }

  text(node: DataNode): string {
    const value = resolved(node);
    if (value?.kind !== 'scalar' || typeof value.value !== 'string')
      throw this.problem(node, 'write a text, in quotes.');
    if (value.value.trim() === '') throw this.problem(node, 'this text is empty: write one, or take it out.');
    return value.value;
  }

  /** A list of texts, one at least: an empty one would allow nothing, or speak of nothing. */
  texts(node: DataNode): string[] {
    const items = asSequence(node)?.items;
    if (items === undefined) throw this.problem(node, 'write a list of texts.');
    if (items.length === 0) throw this.problem(node, 'this list is empty: write a text into it, or take the key out.');
    return items.map((item) => this.text(item));
  }
}
