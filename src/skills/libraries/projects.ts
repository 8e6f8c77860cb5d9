import type { Manifest } from '../../manifests/manifest.ts';
import { baseName, folderOf, foldersUp } from '../../repository/paths.ts';

/** Tells which project a file belongs to: the nearest folder, going up, that declares dependencies; null where none does. */
export function projectsOf(manifests: readonly Manifest[]): (file: string) => string | null {
  const homes = new Set(manifests.filter(declaresSomething).map(homeOf));
  const known = new Map<string, string | null>();
  return (file) => {
    const folder = folderOf(file);
    let home = known.get(folder);
    if (home === undefined) {
      home = foldersUp(folder).find((one) => homes.has(one)) ?? null;
      known.set(folder, home);
    }
    return home;
  };
}

const declaresSomething = ({ role, dependencies, project }: Manifest): boolean =>
  role === 'declaration' && (dependencies.length > 0 || project !== null);

/** Files in a folder `requirements` speak for the one above. */
function homeOf({ file }: Manifest): string {
  const folder = folderOf(file);
  return /^(requirements?|reqs?|deps|dependencies)$/i.test(baseName(folder)) ? folderOf(folder) : folder;
}
