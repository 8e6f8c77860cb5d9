import { filesBelow } from '../../repository/files-below.ts';
import type { Unit } from '../discover/unit.ts';
import type { Workspace } from '../workspace.ts';
import { layerFolders } from './layers.ts';

/**
 * True where no Python that may run in a unit imports what begins with one of the names, at any place and whatever it does
 * without it: neither below its code's folder, nor in what is copied into its image, nor in the layers that the tree makes
 * for it. False where some of that code is not seen.
 */
export function isNowhereImported(unit: Unit, workspace: Workspace, roots: ReadonlySet<string>): boolean {
  const { code, image, definition, layers } = unit;
  const { repository, modules, stacks } = workspace;
  if (code.kind !== 'folder') return false;
  const own = definition === null ? [] : layerFolders(definition.resource, definition.stack, repository, stacks);
  if (own.length < layers.length) return false;
  const folders = new Set([code.folder, ...(image?.sources ?? []), ...own]);
  return [...folders].every((folder) =>
    filesBelow(repository.files, folder).every(
      (file) => !file.endsWith('.py') || !importsAny(modules.scan(file), roots),
    ),
  );
}

function importsAny(scanned: ReadonlySet<string>, roots: ReadonlySet<string>): boolean {
  return [...roots].some((root) => scanned.has(root));
}
