import { isQuietModule } from '../permissions/difference/quiet-modules.ts';
import { filesOf } from '../python/reachable.ts';
import type { UnresolvedCall } from '../sdk/collect-calls.ts';
import { layerFolders } from '../services/bind/layers.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Workspace } from '../services/workspace.ts';
import type { UnitEntries } from './call-programs.ts';

function rootsOf({ code, definition }: Unit, { repository, stacks }: Workspace): string[] {
  if (code.kind !== 'folder') return [];
  const layers = definition === null ? [] : layerFolders(definition.resource, definition.stack, repository, stacks);
  return [code.folder, ...layers];
}

/** Why a unit may need more than was found in its code; null where nothing says so. */
export function codeDoubt(
  { unit, entries, files }: UnitEntries,
  unresolved: readonly UnresolvedCall[],
  workspace: Workspace,
): string | null {
  if (unit.code.kind === 'elsewhere') return `its code was not read: ${unit.code.detail}`;
  if (entries.length === 0) return 'no entry point was found in its code';
  const [first] = unresolved;
  if (first !== undefined) return `the call at ${first.place.file}:${first.place.line} was not resolved`;
  const foreign = unit.code.kind === 'inline' ? undefined : foreignModule(unit, files, workspace);
  return foreign === undefined ? null : `${foreign} may call AWS by itself`;
}

/** The first module that the code imports, which is neither of the repository nor known to be quiet. */
function foreignModule(unit: Unit, files: readonly string[], workspace: Workspace): string | undefined {
  const { repository, modules } = workspace;
  const roots = rootsOf(unit, workspace);
  for (const file of files) {
    for (const fact of modules.get(file)?.imports ?? []) {
      const [name = ''] = fact.module.split('.');
      if (fact.level > 0 || fact.typeOnly || name === '' || isQuietModule(name)) continue;
      if (!roots.some((root) => filesOf(fact, file, root, repository.has).length > 0)) return name;
    }
  }
  return undefined;
}

/**
 * Why a layer may act in the name of a function: one of elsewhere, or one that brings an extension, which is a program of its
 * own. Layers of tools whose doing is seen otherwise do not count.
 */
export function layerDoubt({ layers, definition }: Unit, workspace: Workspace | null): string | null {
  const found = layers.find((layer) => layer.startsWith('arn:') && !/Powertools|SDKPandas|LambdaInsights/i.test(layer));
  if (found !== undefined) return `the layer ${found} may call AWS by itself`;
  if (definition === null || workspace === null || layers.length === 0) return null;
  const { repository, stacks } = workspace;
  const folders = layerFolders(definition.resource, definition.stack, repository, stacks);
  if (folders.length < layers.length) return 'not all of its layers were read';
  const extension = folders.find((folder) =>
    repository.hasFolder(folder === '.' ? 'extensions' : `${folder}/extensions`),
  );
  return extension === undefined ? null : `the extension in ${extension} may call AWS by itself`;
}
