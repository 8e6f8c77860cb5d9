// https://packaging.python.org/en/latest/specifications/recording-installed-packages/
import { startOf } from '../../evidence/place.ts';
import { type Dependency, type Manifest, normaliseName } from '../../manifests/index.ts';
import { filesBelow } from '../../repository/files-below.ts';
import { folderOf } from '../../repository/paths.ts';

/**
 * A declaration of a folder that is shipped as it stands, with what lies installed there: a dependency whose
 * `NAME-VERSION.dist-info` is beside it, or in the folder `python` of a layer, is what that says, whatever was asked for.
 */
export function asInstalledBeside(manifest: Manifest, files: readonly string[]): Manifest {
  const home = folderOf(manifest.file);
  const installed = new Map<string, Pick<Dependency, 'specifier' | 'pinned' | 'place'>>();
  for (const file of filesBelow(files, home)) {
    const { name, version } = metadata.exec(home === '.' ? file : file.slice(home.length + 1))?.groups ?? {};
    if (name === undefined || version === undefined) continue;
    installed.set(normaliseName(name), { specifier: `==${version}`, pinned: true, place: startOf(file) });
  }
  if (installed.size === 0) return manifest;
  const dependencies = manifest.dependencies.map((one) => ({ ...one, ...installed.get(one.name) }));
  return { ...manifest, dependencies };
}

const metadata = /^(?:python\/)?(?<name>[\w.]+)-(?<version>[^-/]+)\.dist-info\/METADATA$/;
