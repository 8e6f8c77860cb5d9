import { hash } from 'node:crypto';
import type { Parse } from '../../python/program/parse-once.ts';

/** A parser that remembers which contents have syntax errors. */
export interface WatchedParse {
  readonly parse: Parse;
  /** True where a content that was parsed has a syntax error. */
  readonly isBroken: (bytes: Uint8Array) => boolean;
  /** True once any content had one. */
  readonly sawBroken: () => boolean;
}

/** Watches a parser: checks look at trees without saying of which file they are, so contents are remembered. */
export function watchParse(parse: Parse): WatchedParse {
  const broken = new Set<string>();
  return {
    parse: (bytes) => {
      const tree = parse(bytes);
      if (tree.errors.length > 0) broken.add(hash('sha1', bytes));
      return tree;
    },
    isBroken: (bytes) => broken.has(hash('sha1', bytes)),
    sawBroken: () => broken.size > 0,
  };
}
