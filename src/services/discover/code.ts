import { addTo } from '../../evidence/add-to.ts';
import { evidence } from '../../evidence/evidence.ts';
import { byPlace } from '../../evidence/order.ts';
import { startOf } from '../../evidence/place.ts';
import type { Manifest } from '../../manifests/index.ts';
import { baseName, folderOf, foldersUp } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { isDeployed } from '../bind/is-deployed.ts';
import type { Workspace } from '../workspace.ts';
import { isApart, isTestModule } from './apart.ts';
import { hookFolders } from './azd-hooks.ts';
import type { Unit } from './unit.ts';

/**
 * The units of a repository that defines none, known from its code alone: one for each outermost folder with Python
 * that declares dependencies of its own, and the root where it does so too or where there is no such folder.
 */
export async function unitsOfCode({ repository, manifests }: Workspace): Promise<Unit[]> {
  const hooks = await hookFolders(repository);
  const modules = repository.files.filter(
    (file) => file.endsWith('.py') && !isTestModule(file) && !hooks.has(folderOf(file)),
  );
  const [first] = modules;
  if (first === undefined) return [];
  const homes = homesOf(manifests);
  const folders = [...homes.keys()].filter(
    (folder) =>
      folder !== '.' && !isApart(`${folder}/`) && !isPartOfAnother(folder, homes.get(folder) ?? [], repository),
  );
  const withPython = new Set(modules.flatMap((file) => foldersUp(folderOf(file))));
  const outermost = folders.filter(
    (folder) =>
      withPython.has(folder) &&
      !foldersUp(folder).some((above) => above !== folder && folders.includes(above) && withPython.has(above)),
  );
  const root = homes.get('.');
  const units = outermost.map((folder) => unitOf(folder, homes.get(folder) ?? [], manifests));
  return root === undefined && units.length > 0 ? units : [rootUnit(root ?? [], first, manifests), ...units];
}

/** True for what lies in a package of another project (its templates, a module `setup.py`), in a hidden folder or in one to fill in. */
function isPartOfAnother(folder: string, own: readonly Manifest[], { has }: Repository): boolean {
  const [, ...above] = foldersUp(folder);
  return (
    /(^|\/)\.|\{\{|(^|\/)__fixtures__(\/|$)/.test(folder) ||
    above.some((other) => other !== '.' && has(`${other}/__init__.py`)) ||
    (has(`${folder}/__init__.py`) && own.every(({ format }) => format === 'setup-py'))
  );
}

/** The manifests that declare what is deployed, by the folder that they speak for. */
function homesOf(manifests: readonly Manifest[]): Map<string, Manifest[]> {
  const homes = new Map<string, Manifest[]>();
  for (const manifest of manifests.toSorted(byPlace)) {
    if (manifest.role !== 'declaration' || !isDeployed(manifest)) continue;
    const own = folderOf(manifest.file);
    const folder = manifest.format === 'requirements' && baseName(own) === 'requirements' ? folderOf(own) : own;
    addTo(homes, folder, manifest);
  }
  return homes;
}

function rootUnit(own: readonly Manifest[], first: string, manifests: readonly Manifest[]): Unit {
  const project = own.find(isNamedProject);
  const name = project?.project ?? '.';
  return codeUnit(
    project === undefined ? '#.' : `${project.file}#${name}`,
    name,
    '.',
    project?.file ?? first,
    manifests,
  );
}

function unitOf(folder: string, own: readonly Manifest[], manifests: readonly Manifest[]): Unit {
  const manifest = own.find(isNamedProject) ?? own[0];
  const file = manifest?.file ?? folder;
  const name = (manifest?.format === 'pyproject' ? manifest.project : null) ?? folder;
  return codeUnit(`${file}#${name}`, name, folder, file, manifests);
}

function isNamedProject({ format, project }: Manifest): boolean {
  return format === 'pyproject' && project !== null;
}

function codeUnit(id: string, name: string, folder: string, file: string, manifests: readonly Manifest[]): Unit {
  const place = startOf(file);
  return {
    id,
    name,
    cloud: 'none',
    compute: null,
    artifact: isPackage(folder, manifests) ? 'wheel' : 'source',
    definedIn: place,
    code: { kind: 'folder', folder, evidence: evidence(place, name) },
    handler: null,
    runtime: { platform: null, id: null, python: null, evidence: [] },
    layers: [],
    definition: null,
    starts: [],
    environment: null,
    also: [],
    image: null,
  };
}

/** A project with a build system and without a lock is made to be installed by others. */
function isPackage(folder: string, manifests: readonly Manifest[]): boolean {
  const here = manifests.filter((manifest) => folderOf(manifest.file) === folder);
  return (
    here.some((manifest) => manifest.dependencies.some((dependency) => dependency.group === 'build-system')) &&
    !here.some((manifest) => manifest.role === 'lock')
  );
}
