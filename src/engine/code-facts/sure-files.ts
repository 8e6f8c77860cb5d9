import { filesOf } from '../../python/reachable.ts';
import type { EntryPoint } from '../../services/service.ts';
import type { Workspace } from '../../services/workspace.ts';

/**
 * The files that are run as soon as a service is started: its entry points, and what these import at their top without a
 * condition, a `try` that goes on without it or a check of Python's version.
 */
export function sureFiles(
  entryPoints: readonly EntryPoint[],
  codeRoot: string,
  { modules, repository }: Workspace,
): ReadonlySet<string> {
  const sure = new Set<string>();
  const open = entryPoints.flatMap((entry) => (entry.found ? [entry.file] : []));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (sure.has(file)) continue;
    sure.add(file);
    for (const fact of modules.get(file)?.imports ?? []) {
      if (!fact.typeOnly && !fact.optional && !fact.deferred)
        open.push(...filesOf(fact, file, codeRoot, repository.has));
    }
  }
  return sure;
}
