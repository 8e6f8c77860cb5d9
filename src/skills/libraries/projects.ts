import type { Manifest } from '../../manifests/manifest.ts';
import { baseName, folderOf, foldersUp } from '../../repository/paths.ts';

/** The project to which a file belongs. */
export interface Project {
  /** The folder that declares its dependencies; null where none does. */
  readonly home: string | null;
  /** As its manifest names it, normalised; null where none does. */
  readonly name: string | null;
  /** The minor version of the oldest Python 3 for which it is said to be; null where nothing says so. */
  readonly oldestPython: number | null;
}

/** Tells which project a file belongs to: the nearest folder, going up, that declares dependencies. */
export function projectsOf(manifests: readonly Manifest[]): (file: string) => Project {
  const projects = new Map<string, Project>();
  for (const manifest of manifests.filter(declaresSomething)) {
    const home = homeOf(manifest);
    const before = projects.get(home);
    const name = before?.name ?? manifest.project;
    projects.set(home, { home, name, oldestPython: before?.oldestPython ?? oldestPython(manifest) });
  }
  const known = new Map<string, Project>();
  return (file) => {
    const folder = folderOf(file);
    let project = known.get(folder);
    if (project === undefined) {
      const home = foldersUp(folder).find((one) => projects.has(one)) ?? '';
      project = projects.get(home) ?? nobody;
      known.set(folder, project);
    }
    return project;
  };
}

const nobody: Project = { home: null, name: null, oldestPython: null };

const declaresSomething = ({ role, dependencies, project }: Manifest): boolean =>
  role === 'declaration' && (dependencies.length > 0 || project !== null);

/** Files in a folder `requirements` speak for the one above. */
function homeOf({ file }: Manifest): string {
  const folder = folderOf(file);
  return /^(requirements?|reqs?|deps|dependencies)$/i.test(baseName(folder)) ? folderOf(folder) : folder;
}

function oldestPython({ python }: Manifest): number | null {
  const minor = /(?:^|[>=~^,\s])3\.(\d{1,2})/.exec(python?.specifier ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}
