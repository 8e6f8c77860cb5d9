import type { Node } from '../../syntax/python/index.ts';

/** What an expression of a setup script is worth, as far as it can be told without running it. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly node: Node }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly node: Node }
  | { readonly kind: 'dict'; readonly entries: readonly DictEntry[]; readonly node: Node }
  | { readonly kind: 'nothing'; readonly node: Node }
  | Computed;

export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
}

/** Known only when the script runs. */
export interface Computed {
  readonly kind: 'computed';
  readonly reason: string;
  readonly node: Node;
}
