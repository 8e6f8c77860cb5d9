import type { Declarations } from './declarations.ts';
import { calledFrom, type Folders } from './folders.ts';

/**
 * The folders that are deployed by themselves: no other calls them, or they say so by a backend, a provider's
 * configuration or a file of values (`hasValues`). Of folders that only call each other, the first.
 */
export function rootsOf({ declarations, callers }: Folders, hasValues: (folder: string) => boolean): Declarations[] {
  const isRoot = ({ folder, keepsState, providers }: Declarations): boolean =>
    !callers.has(folder) || keepsState || providers.length > 0 || hasValues(folder);
  const roots = [...declarations.values()].filter(isRoot);
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const waiting = [from];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      const found = declarations.get(folder);
      if (found === undefined || reached.has(folder)) continue;
      reached.add(folder);
      for (const called of calledFrom(found)) waiting.push(called);
    }
  };
  for (const { folder } of roots) reach(folder);
  for (const found of declarations.values()) {
    if (reached.has(found.folder)) continue;
    roots.push(found);
    reach(found.folder);
  }
  return roots;
}
