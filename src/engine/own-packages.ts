import { baseName, folderOf } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';

const manifests = ['pyproject.toml', 'setup.cfg', 'setup.py'];

/**
 * The packages of which a repository is the source: beside the package, or beside the folder `src` around it, stands a
 * manifest that gives the project that package's name or its distribution's. A copy without that is a copy.
 * @param packages the names of packages, each with that of its distribution.
 */
export function ownPackages(repository: Repository, packages: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (const file of repository.files) {
    if (baseName(file) !== '__init__.py') continue;
    const folder = folderOf(file);
    const distribution = packages.get(baseName(folder));
    if (distribution === undefined || found.has(baseName(folder))) continue;
    const around = folderOf(folder);
    const homes = baseName(around) === 'src' ? [around, folderOf(around)] : [around];
    const names = projectName([baseName(folder), distribution]);
    if (homes.some((home) => isProject(repository, home, names))) found.add(baseName(folder));
  }
  return found;
}

function isProject(repository: Repository, folder: string, names: RegExp): boolean {
  return manifests.some((name) => {
    const file = folder === '.' ? name : `${folder}/${name}`;
    if (!repository.has(file)) return false;
    const content = repository.readText(file);
    return content.ok && names.test(content.text);
  });
}

/** `name = "aws-lambda-powertools"`, under any spelling of it. */
function projectName(names: readonly string[]): RegExp {
  const spellings = names.map((name) => name.split(/[-_.]+/).join('[-_.]+'));
  return new RegExp(`\\bname\\s*=\\s*["']?(?:${spellings.join('|')})["']?\\s*(?:$|,)`, 'im');
}
