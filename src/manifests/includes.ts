import type { Repository } from '../repository/repository.ts';
import type { Manifest, ManifestOption } from './manifest.ts';
import { includePath } from './requirements/include-path.ts';

const mostFollowed = 1000;

/**
 * Follows `-r` and `-c` of every manifest: reads what is included under any name into `manifests`, and notes
 * files that are missing and circles as faults of the file that includes. Returns the files that others include.
 */
export function followIncludes(
  manifests: Map<string, Manifest>,
  repository: Repository,
  read: (file: string) => Manifest,
): Set<string> {
  const included = new Map<string, 'declaration' | 'constraint'>();
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
    if (manifest?.format === 'requirements' && role === 'constraint') manifests.set(file, { ...manifest, role });
  }
  for (const [file, manifest] of manifests) {
    const faults = includeFaults(manifest, manifests, repository);
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
  for (const option of manifest.options) {
    if ((option.name !== 'requirement' && option.name !== 'constraint') || option.value === null) continue;
    const found = includePath(manifest.file, option.value);
    if (found.ok && manifest.includes.includes(found.path))
      includes.push({ path: found.path, constraint: option.name === 'constraint', option });
  }
  return includes;
}

function includeFaults(
  manifest: Manifest,
  manifests: ReadonlyMap<string, Manifest>,
  repository: Repository,
): Manifest['faults'] {
  return includesOf(manifest).flatMap(({ path, option }) => {
    if (!repository.has(path)) return [{ place: option.place, message: `${path}: no such file in the repository` }];
    if (leadsTo(path, manifest.file, manifests))
      return [{ place: option.place, message: `${path}: the includes go in a circle` }];
    return [];
  });
}

/** True if the includes of `from` lead to `wanted`. */
function leadsTo(from: string, wanted: string, manifests: ReadonlyMap<string, Manifest>): boolean {
  const seen = new Set([from]);
  for (const file of seen) {
    if (file === wanted) return true;
    if (seen.size > mostFollowed) return false;
    for (const next of manifests.get(file)?.includes ?? []) seen.add(next);
  }
  return false;
}
