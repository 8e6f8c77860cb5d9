import type { Repository } from '../repository/repository.ts';
import { circlesOf } from './circles.ts';
import type { Manifest, ManifestOption } from './manifest.ts';
import { includePath } from './requirements/include-path.ts';

/**
 * Follows `-r` and `-c` of every manifest: reads what is included under any name into `manifests`, and notes
 * files that are missing and circles as faults of the file that includes. Returns the files that others include. What only
 * `-c` names is constraints, unless its own name says that it is more: pip-compile's layers name each other so.
 */
export function followIncludes(
  manifests: Map<string, Manifest>,
  repository: Repository,
  read: (file: string) => Manifest,
): Set<string> {
  const included = new Map<string, 'declaration' | 'constraint'>();
  const named = new Set(manifests.keys());
  const waiting = [...manifests.values()];
  for (let manifest = waiting.pop(); manifest !== undefined; manifest = waiting.pop()) {
    for (const { path, constraint } of includesOf(manifest)) {
      if (!repository.has(path)) continue;
      const role = constraint && included.get(path) !== 'declaration' ? 'constraint' : 'declaration';
      included.set(path, role);
      if (manifests.has(path)) continue;
      const found = read(path);
      manifests.set(path, found);
      waiting.push(found);
    }
  }
  for (const [file, role] of included) {
    const manifest = manifests.get(file);
    if (manifest?.format === 'requirements' && role === 'constraint' && !named.has(file))
      manifests.set(file, { ...manifest, role });
  }
  const circles = circlesOf(new Map([...manifests].map(([file, { includes }]) => [file, includes])));
  for (const [file, manifest] of manifests) {
    const faults = includeFaults(manifest, circles, repository);
    if (faults.length > 0) manifests.set(file, { ...manifest, faults: [...manifest.faults, ...faults] });
  }
  return new Set(included.keys());
}

interface Include {
  readonly path: string;
  readonly constraint: boolean;
  readonly option: ManifestOption;
}

function includesOf(manifest: Manifest): Include[] {
  const includes: Include[] = [];
  const followed = new Set(manifest.includes);
  for (const option of manifest.options) {
    if ((option.name !== 'requirement' && option.name !== 'constraint') || option.value === null) continue;
    const found = includePath(manifest.file, option.value);
    if (found.ok && followed.has(found.path))
      includes.push({ path: found.path, constraint: option.name === 'constraint', option });
  }
  return includes;
}

function includeFaults(
  manifest: Manifest,
  circles: ReadonlyMap<string, number>,
  repository: Repository,
): Manifest['faults'] {
  return includesOf(manifest).flatMap(({ path, option }) => {
    if (!repository.has(path)) return [{ place: option.place, message: `${path}: no such file in the repository` }];
    if (circles.get(path) === circles.get(manifest.file))
      return [{ place: option.place, message: `${path}: the includes go in a circle` }];
    return [];
  });
}
