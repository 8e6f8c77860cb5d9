import { byPlace } from '../evidence/order.ts';
import type { Repository } from '../repository/repository.ts';
import { readsAsEnvironment } from './conda-environment/index.ts';
import { followIncludes } from './includes.ts';
import { isManifest } from './is-manifest.ts';
import { nameLocalProjects } from './local-projects.ts';
import type { Manifest, ManifestFormat } from './manifest.ts';
import { readManifest, unread } from './read-manifest.ts';
import { readsAsRequirements } from './requirements/index.ts';
import { readText } from './text.ts';

/**
 * Every manifest of a repository, each file once, sorted by path. Files that requirements include are read under any
 * name; a file that only has the name of requirements (prose) or of an environment is left out unless
 * another includes it. Paths to projects of the repository carry the names of those.
 */
export function readManifests(repository: Repository): Manifest[] {
  const refused = new Set<string>();
  const read = (file: string, format: ManifestFormat): Manifest => {
    const content = readText(repository, file);
    if (!content.ok) refused.add(file);
    return content.ok ? readManifest(file, format, content.text) : unread(file, format, content.message);
  };
  const manifests = new Map<string, Manifest>();
  for (const file of repository.files) {
    const format = isManifest(file);
    if (format !== undefined) manifests.set(file, read(file, format));
  }
  const included = followIncludes(manifests, repository, (file) => read(file, 'requirements'));
  for (const [file, manifest] of manifests) {
    if (!included.has(file) && !refused.has(file) && !isWhatItSeems(manifest)) manifests.delete(file);
  }
  return nameLocalProjects([...manifests.values()].sort(byPlace));
}

function isWhatItSeems(manifest: Manifest): boolean {
  if (manifest.format === 'requirements') return readsAsRequirements(manifest);
  return manifest.format !== 'conda-environment' || readsAsEnvironment(manifest);
}
