import { hash } from 'node:crypto';
import { parseModule, type Tree } from '../../syntax/python/index.ts';

/** Turns the bytes of a module into its tree. */
export type Parse = (bytes: Uint8Array) => Tree;

/** A parser that keeps its trees: equal contents share one. */
export function parseOnce(): Parse {
  const trees = new Map<string, Tree>();
  return (bytes) => {
    const key = hash('sha1', bytes);
    let tree = trees.get(key);
    if (tree === undefined) trees.set(key, (tree = parseModule(bytes)));
    return tree;
  };
}
