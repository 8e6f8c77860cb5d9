import { isBelow } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import { isTestModule } from '../apart.ts';

/** Files by which build packs tell another language: https://buildpacks.io/docs/for-app-developers/concepts/buildpack/ */
const others = [
  'package.json',
  'go.mod',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'composer.json',
  'Gemfile',
  'Cargo.toml',
];

/** True for a folder whose code is Python's: it holds modules, and no other language's project without one of Python's. */
export function isPythonFolder(folder: string, { repository, manifests }: Workspace): boolean {
  const at = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const declares = manifests.some(
    ({ file }) => file.startsWith(folder === '.' ? '' : `${folder}/`) && !file.slice(at('').length).includes('/'),
  );
  if (!declares && others.some((name) => repository.has(at(name)))) return false;
  return repository.files.some(
    (file) =>
      file.endsWith('.py') &&
      isBelow(file, folder) &&
      !isTestModule(file.slice(folder === '.' ? 0 : folder.length + 1)),
  );
}
