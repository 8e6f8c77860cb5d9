import { type Manifest, type ManifestFormat, readManifest } from '../../manifests/index.ts';
import { baseName, folderOf, foldersUp, isBelow } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Unit } from '../discover/unit.ts';
import type { Workspace } from '../workspace.ts';
import { installsFrom } from './installs-from.ts';
import { layerFolders } from './layers.ts';

/** Requirements files that are installed where the code runs, by their names; the others are for development. */
const deployed =
  /^(requirements|constraints|requirements[-_.](prod|production|base|common|deploy|runtime|lambda|app|main)|prod|production|base|common)\.(txt|in)$/i;

/** Formats that state a Python version and no dependencies. */
const versionFiles = new Set(['python-version', 'runtime-txt', 'tool-versions']);

/** Locks by the format that they resolve: one counts only where that is what a unit installs. */
const lockedFormats: Partial<Record<ManifestFormat, ManifestFormat>> = {
  'uv-lock': 'pyproject',
  'poetry-lock': 'pyproject',
  'pdm-lock': 'pyproject',
  pylock: 'pyproject',
  'pipfile-lock': 'pipfile',
};

/**
 * The dependency files that hold for a unit: those that its image installs by name; where it names none, those of its
 * code's folder, else of the nearest folder above that has any if its deployment installs from there, those of its layers, and those of the folders that are copied into its image;
 * what they include; and the locks of what is among them. Of an image's, only those that are copied into it count.
 */
export function manifestsOf(unit: Unit, workspace: Workspace): Manifest[] {
  const { code, image } = unit;
  const installs = image?.installs ?? null;
  const named = namedFiles(unit, workspace);
  const found = code.kind === 'folder' ? guessedFiles(unit, code.folder, workspace) : [];
  const declared = withIncludes([...named, ...found], workspace);
  const locks = workspace.manifests.filter(
    (manifest) => manifest.role === 'lock' && declared.some((one) => isLockOf(manifest, one)),
  );
  return [...(installs === null ? [] : [installs.manifest]), ...new Set([...declared, ...locks])];
}

/** The files that an image's RUN lines name with `-r` and `-c`. */
function namedFiles({ image }: Unit, workspace: Workspace): Manifest[] {
  return [...(image?.installs?.files ?? [])].flatMap(([file, role]) => {
    const manifest = manifestAt(file, workspace);
    return manifest === undefined ? [] : [role === 'constraint' ? { ...manifest, role } : manifest];
  });
}

/** The files that hold by where they stand and how they are called. */
function guessedFiles(unit: Unit, folder: string, { manifests, repository }: Workspace): Manifest[] {
  const { image } = unit;
  const installs = image?.installs ?? null;
  const named = [...(installs?.files.values() ?? [])].includes('declaration');
  const complete = named && installs?.manifest.faults.length === 0;
  if (complete && installs.projects.length === 0) return [];
  const candidates = manifests.filter(
    (manifest) =>
      isDeployed(manifest) && isInImage(manifest, unit) && !(complete && manifest.format === 'requirements'),
  );
  const declares = (home: string): boolean =>
    candidates.some((manifest) => manifest.role === 'declaration' && isIn(manifest, home));
  const sources = (image?.sources ?? []).map((source) =>
    candidates.some(({ file }) => file === source) ? folderOf(source) : source,
  );
  const homes = new Set([...sources, ...(installs?.projects ?? [])].filter(declares));
  const from = installsFrom(unit);
  const home = from === 'nowhere' ? undefined : (from === 'folder' ? [folder] : foldersUp(folder)).find(declares);
  for (const layer of layersOf(unit, repository)) if (declares(layer)) homes.add(layer);
  if (home !== undefined) homes.add(home);
  return candidates.filter(
    (manifest) => [...homes].some((one) => isIn(manifest, one)) && !(manifest.format in lockedFormats),
  );
}

/** The folders of the layers that the stack makes for a function: what they declare is installed beside its code. */
function layersOf({ definition }: Unit, repository: Repository): string[] {
  if (definition === null) return [];
  const folders = layerFolders(definition.resource, definition.stack, repository);
  return folders.flatMap((folder) => (baseName(folder) === 'python' ? [folder, folderOf(folder)] : [folder]));
}

/** True for the lock of a declaration: beside it, or in a folder above, as the workspace's. */
function isLockOf(lock: Manifest, declaration: Manifest): boolean {
  const [home, folder] = [folderOf(declaration.file), folderOf(lock.file)];
  if (lock.format === 'requirements') return home === folder && baseName(lock.file) === 'requirements.lock';
  return lockedFormats[lock.format] === declaration.format && isBelow(home, folder);
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

/** True for a file whose dependencies are installed where the code runs, not for development alone, nor for settings of tools. */
export function isDeployed(manifest: Manifest): boolean {
  const { format, project, dependencies, faults } = manifest;
  if (versionFiles.has(format)) return false;
  if (format === 'pyproject' || format === 'setup-cfg')
    return project !== null || dependencies.length > 0 || faults.length > 0;
  return format !== 'requirements' || deployed.test(baseName(manifest.file));
}

function withIncludes(found: readonly Manifest[], workspace: Workspace): Manifest[] {
  const reached = new Map(found.map((manifest) => [manifest.file, manifest]));
  for (const manifest of reached.values()) {
    for (const file of manifest.includes) {
      const included = reached.has(file) ? undefined : manifestAt(file, workspace);
      if (included !== undefined) reached.set(file, included);
    }
  }
  return [...reached.values()];
}

/** The manifest that a file is, under any name: what is installed by name are requirements, whatever it is called. */
function manifestAt(file: string, { manifests, repository }: Workspace): Manifest | undefined {
  const known = manifests.find((manifest) => manifest.file === file);
  if (known !== undefined) return known;
  const content = repository.readText(file);
  return content.ok ? readManifest(file, 'requirements', content.text) : undefined;
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
