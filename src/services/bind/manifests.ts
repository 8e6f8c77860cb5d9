import { type Manifest, type ManifestFormat, readManifest } from '../../manifests/index.ts';
import { baseName, folderOf, foldersUp, isBelow } from '../../repository/paths.ts';
import type { Unit } from '../discover/unit.ts';
import type { Workspace } from '../workspace.ts';
import { asInstalledBeside } from './installed-beside.ts';
import { installsFrom } from './installs-from.ts';
import { isDeployed, versionFiles } from './is-deployed.ts';
import { layerFolders } from './layers.ts';
import { manifestIndex } from './manifest-index.ts';

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
  const locks = manifestIndex(workspace).locks.filter((lock) => declared.some((one) => isLockOf(lock, one)));
  const layers = new Set(layersOf(unit, workspace));
  const held = declared.map((one) =>
    one.role === 'declaration' && layers.has(folderOf(one.file))
      ? asInstalledBeside(one, workspace.repository.files)
      : one,
  );
  return [...(installs === null ? [] : [installs.manifest]), ...new Set([...held, ...locks])];
}

/** The files that an image's RUN lines name with `-r` and `-c`. */
function namedFiles({ image }: Unit, workspace: Workspace): Manifest[] {
  return [...(image?.installs?.files ?? [])].flatMap(([file, role]) => {
    const manifest = manifestAt(file, workspace);
    return manifest === undefined ? [] : [manifest.role === 'lock' ? manifest : { ...manifest, role }];
  });
}

/** The files that hold by where they stand and how they are called. */
function guessedFiles(unit: Unit, folder: string, workspace: Workspace): Manifest[] {
  const { image } = unit;
  const { byFile, deployed, order } = manifestIndex(workspace);
  const installs = image?.installs ?? null;
  const named = [...(installs?.files.values() ?? [])].includes('declaration');
  const complete = named && installs?.manifest.faults.length === 0;
  if (complete && installs.projects.length === 0) return [];
  const isCandidate = (manifest: Manifest): boolean =>
    isDeployed(manifest) && isInImage(manifest, unit) && !(complete && manifest.format === 'requirements');
  const candidatesIn = (home: string): Manifest[] => (deployed.get(home) ?? []).filter(isCandidate);
  const declares = (home: string): boolean => candidatesIn(home).some(({ role }) => role === 'declaration');
  const sources = (image?.sources ?? []).map((source) => {
    const manifest = byFile.get(source);
    return manifest !== undefined && isCandidate(manifest) ? folderOf(source) : source;
  });
  const homes = new Set([...sources, ...(installs?.projects ?? [])].filter(declares));
  const from = installsFrom(unit);
  const home = from === 'nowhere' ? undefined : (from === 'folder' ? [folder] : foldersUp(folder)).find(declares);
  for (const layer of layersOf(unit, workspace)) if (declares(layer)) homes.add(layer);
  if (home !== undefined) homes.add(home);
  const found = new Set([...homes].flatMap(candidatesIn));
  return [...found]
    .filter(({ format }) => !(format in lockedFormats))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** The folders of the layers that the stack makes for a function: what they declare is installed beside its code. */
function layersOf({ definition }: Unit, { repository, stacks }: Workspace): string[] {
  if (definition === null) return [];
  const folders = layerFolders(definition.resource, definition.stack, repository, stacks);
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
function manifestAt(file: string, workspace: Workspace): Manifest | undefined {
  const known = manifestIndex(workspace).byFile.get(file);
  if (known !== undefined) return known;
  const content = workspace.repository.readText(file);
  return content.ok ? readManifest(file, 'requirements', content.text) : undefined;
}

/**
 * Files that state a Python version for whoever works in a unit's folder: the nearest of each format, going up. Among
 * those that also declare dependencies (`requires-python`) only the nearest folder's count.
 */
export function pythonFilesOf(unit: Unit, workspace: Workspace): { projects: Manifest[]; versionFiles: Manifest[] } {
  const { code } = unit;
  if (code.kind !== 'folder') return { projects: [], versionFiles: [] };
  const folders = foldersUp(code.folder);
  const { byFolder } = manifestIndex(workspace);
  const nearest = (counts: (manifest: Manifest) => boolean): Manifest[] =>
    folders
      .map((folder) => (byFolder.get(folder) ?? []).filter((one) => states(one) && counts(one)))
      .find(({ length }) => length > 0) ?? [];
  return {
    projects: nearest((manifest) => !versionFiles.has(manifest.format) && isInImage(manifest, unit)),
    versionFiles: [...versionFiles].flatMap((format) => nearest((manifest) => manifest.format === format)),
  };
}

/** True for a file by which somebody states a version of Python. */
const states = ({ python, role }: Manifest): boolean => python !== null && role === 'declaration';
