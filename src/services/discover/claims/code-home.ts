import { folderOf, foldersUp } from '../../../repository/paths.ts';
import { isDeployed } from '../../bind/is-deployed.ts';
import type { Workspace } from '../../workspace.ts';
import { isApart } from '../apart.ts';
import { isPythonFolder } from './python-folder.ts';

/**
 * The folder whose code a definition deploys that does not say which: the nearest folder above it that declares Python
 * dependencies, else the only one that does. Undefined where there are several.
 */
export function likelyHome(scope: string, workspace: Workspace): string | undefined {
  const homes = new Set(
    workspace.manifests
      .filter((manifest) => manifest.role === 'declaration' && isDeployed(manifest))
      .map(({ file }) => folderOf(file))
      .filter((folder) => !isApart(`${folder}/`) && isPythonFolder(folder, workspace)),
  );
  const above = foldersUp(scope).find((folder) => homes.has(folder));
  const [only] = homes;
  return above ?? (homes.size === 1 ? only : undefined);
}

/** The folder that holds a file of this name, if it is the only one, or the nearest above a scope. */
export function folderWith(name: string, scope: string, { repository }: Workspace): string | undefined {
  const folders = repository.files.filter((file) => file === name || file.endsWith(`/${name}`)).map(folderOf);
  const own = folders.filter((folder) => !isApart(`${folder}/`));
  const above = foldersUp(scope).find((folder) => own.includes(folder));
  return above ?? (own.length === 1 ? own[0] : undefined);
}
