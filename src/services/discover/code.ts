import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Manifest } from '../../manifests/index.ts';
import { folderOf } from '../../repository/paths.ts';
import type { Workspace } from '../workspace.ts';
import { isTestModule } from './apart.ts';
import type { Unit } from './unit.ts';

/**
 * The whole repository as one unit, known from its code alone: for a repository that defines none. Undefined without
 * Python code. A package that others install (it has a build system, and no lock says what it runs with) is a wheel.
 */
export function unitOfCode({ repository, manifests }: Workspace): Unit | undefined {
  const first = repository.files.find((file) => file.endsWith('.py') && !isTestModule(file));
  if (first === undefined) return undefined;
  const projects = manifests.filter((manifest) => manifest.format === 'pyproject' && manifest.project !== null);
  const project =
    projects.find((manifest) => folderOf(manifest.file) === '.') ?? (projects.length === 1 ? projects[0] : undefined);
  const folder = project === undefined ? '.' : folderOf(project.file);
  const place = startOf(project?.file ?? first);
  const name = project?.project ?? '.';
  return {
    id: project === undefined ? '#.' : `${project.file}#${name}`,
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
