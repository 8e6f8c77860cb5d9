import type { Manifest } from '../../manifests/index.ts';
import { baseName, folderOf, foldersUp, isBelow } from '../../repository/paths.ts';
import type { Unit } from '../discover/unit.ts';
import type { Workspace } from '../workspace.ts';

/** Requirements files that are installed where the code runs, by their names; the others are for development. */
const deployed =
  /^(requirements|constraints|requirements[-_.](prod|production|base|common|deploy|runtime|lambda|app|main)|prod|production|base|common)\.(txt|in)$/i;

/** Formats that state a Python version and no dependencies. */
const versionFiles = new Set(['python-version', 'runtime-txt', 'tool-versions']);

/**
 * The dependency files that hold for a unit: those of its code's folder, else of the nearest folder above that has any;
 * what they include; the locks there and above; and what its image installs by name. Of an image's, only those that are
 * copied into it count.
 */
export function manifestsOf(unit: Unit, workspace: Workspace): Manifest[] {
  const { code, image } = unit;
  const manifests = workspace.manifests.filter(
    (manifest) => manifest.role !== 'declaration' || isInImage(manifest, unit),
  );
  const installs = image?.installs ?? null;
  const own = installs === null ? [] : [installs];
  if (code.kind !== 'folder') return own;
  const folders = foldersUp(code.folder);
  const home = folders.find((folder) =>
    manifests.some((manifest) => isIn(manifest, folder) && manifest.role === 'declaration' && isDeployed(manifest)),
  );
  if (home === undefined) return own;
  const above = new Set(foldersUp(home));
  const found = manifests.filter(
    (manifest) =>
      (isIn(manifest, home) && isDeployed(manifest)) ||
      (manifest.role === 'lock' && above.has(folderOf(manifest.file))),
  );
  return [...own, ...withIncludes(found, manifests)];
}

/** True unless the unit runs in an image of the repository, and the file is not copied into it. */
function isInImage(manifest: Manifest, { image }: Unit): boolean {
  return image === null || (image.sources ?? [image.folder]).some((source) => isBelow(manifest.file, source));
}

function isIn(manifest: Manifest, folder: string): boolean {
  const own = folderOf(manifest.file);
  return (
    own === folder ||
    (manifest.format === 'requirements' && baseName(own) === 'requirements' && folderOf(own) === folder)
  );
}

/** True for a file whose dependencies are installed where the code runs, not for development alone. */
export function isDeployed(manifest: Manifest): boolean {
  if (versionFiles.has(manifest.format)) return false;
  return manifest.format !== 'requirements' || deployed.test(baseName(manifest.file));
}

function withIncludes(found: readonly Manifest[], all: readonly Manifest[]): Manifest[] {
  const reached = new Set(found);
  for (const manifest of reached) {
    for (const file of manifest.includes) {
      const included = all.find((candidate) => candidate.file === file);
      if (included !== undefined) reached.add(included);
    }
  }
  return [...reached];
}

/**
 * Files that state a Python version for whoever works in a unit's folder: the nearest of each format, going up. Among
 * those that also declare dependencies (`requires-python`) only the nearest folder's count.
 */
export function pythonFilesOf(
  unit: Unit,
  { manifests }: Workspace,
): { projects: Manifest[]; versionFiles: Manifest[] } {
  const { code } = unit;
  if (code.kind !== 'folder') return { projects: [], versionFiles: [] };
  const folders = foldersUp(code.folder);
  const stating = manifests.filter((manifest) => manifest.python !== null && manifest.role === 'declaration');
  const nearest = (candidates: readonly Manifest[]): Manifest[] => {
    const home = folders.find((folder) => candidates.some((manifest) => folderOf(manifest.file) === folder));
    return candidates.filter((manifest) => folderOf(manifest.file) === home);
  };
  return {
    projects: nearest(stating.filter((manifest) => !versionFiles.has(manifest.format) && isInImage(manifest, unit))),
    versionFiles: [...versionFiles].flatMap((format) =>
      nearest(stating.filter((manifest) => manifest.format === format)),
    ),
  };
}
