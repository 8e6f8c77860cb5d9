import { parseModule } from '../syntax/python/index.ts';
import { moduleBindings } from './bindings.ts';
import { moduleImports } from './imports.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { Parse } from './program/parse-once.ts';
import { rangeBetween } from './range-of.ts';

/** Reads a module's bytes into what it says of itself. Never throws: syntax errors are among the facts. */
export function readModule(bytes: Uint8Array, parse: Parse = parseModule): ModuleFacts {
  const tree = parse(bytes);
  const { names, open } = moduleBindings(tree);
  const faults = tree.errors.map(({ start, end, message }) => ({ range: rangeBetween(tree, start, end), message }));
  return { bindings: names, open, imports: moduleImports(tree), faults };
}
