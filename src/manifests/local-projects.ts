import { posix } from 'node:path';
import type { Dependency, Manifest } from './manifest.ts';

const namingFiles = ['pyproject.toml', 'setup.cfg', 'setup.py'];

/**
 * The manifests with names for dependencies that are only a path (`-e ./lib`, `.`): the name of the project that stands
 * there, seen from the manifest's folder or else from the root, which is where pip is run from. Others keep no name.
 */
export function nameLocalProjects(manifests: readonly Manifest[]): Manifest[] {
  const projects = new Map(manifests.map(({ file, project }) => [file, project]));
  const projectIn = (folder: string): string | undefined => {
    for (const name of namingFiles) {
      const found = projects.get(posix.join(folder, name));
      if (found !== undefined && found !== null) return found;
    }
    return undefined;
  };
  const named = (dependency: Dependency, file: string): Dependency => {
    const path = dependency.url?.replaceAll('\\', '/') ?? '';
    if (dependency.name !== '' || dependency.source !== 'path' || /^(?:\/|[a-z]+:)/i.test(path)) return dependency;
    const name = projectIn(posix.join(posix.dirname(file), path)) ?? projectIn(posix.normalize(path));
    return name === undefined ? dependency : { ...dependency, name };
  };
  return manifests.map((manifest) => {
    if (!manifest.dependencies.some(({ name }) => name === '')) return manifest;
    return { ...manifest, dependencies: manifest.dependencies.map((found) => named(found, manifest.file)) };
  });
}
