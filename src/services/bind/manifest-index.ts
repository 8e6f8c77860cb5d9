import { addTo } from '../../evidence/add-to.ts';
import type { Manifest } from '../../manifests/index.ts';
import { baseName, folderOf } from '../../repository/paths.ts';
import type { Workspace } from '../workspace.ts';
import { isDeployed } from './is-deployed.ts';

/** The manifests of a workspace by where they stand; each list in the order of the workspace's. */
export interface ManifestIndex {
  readonly byFile: ReadonlyMap<string, Manifest>;
  readonly byFolder: ReadonlyMap<string, readonly Manifest[]>;
  /** Those that are deployed, by the folder that they speak for: files in a folder `requirements` speak for the one above too. */
  readonly deployed: ReadonlyMap<string, readonly Manifest[]>;
  readonly locks: readonly Manifest[];
  /** The folders that declare what is deployed. */
  readonly projects: ReadonlySet<string>;
  /** The place of a manifest in the workspace's list. */
  readonly order: ReadonlyMap<Manifest, number>;
}

const indexes = new WeakMap<readonly Manifest[], ManifestIndex>();

/** Looks manifests up; made once for each workspace. */
export function manifestIndex({ manifests }: Workspace): ManifestIndex {
  let index = indexes.get(manifests);
  if (index === undefined) indexes.set(manifests, (index = makeIndex(manifests)));
  return index;
}

function makeIndex(manifests: readonly Manifest[]): ManifestIndex {
  const byFile = new Map<string, Manifest>();
  const byFolder = new Map<string, Manifest[]>();
  const deployed = new Map<string, Manifest[]>();
  const projects = new Set<string>();
  for (const manifest of manifests) {
    const folder = folderOf(manifest.file);
    if (!byFile.has(manifest.file)) byFile.set(manifest.file, manifest);
    addTo(byFolder, folder, manifest);
    if (!isDeployed(manifest)) continue;
    for (const spoken of foldersOf(manifest)) addTo(deployed, spoken, manifest);
    if (manifest.role === 'declaration') projects.add(folder);
  }
  return {
    byFile,
    byFolder,
    deployed,
    locks: manifests.filter(({ role }) => role === 'lock'),
    projects,
    order: new Map(manifests.map((manifest, at) => [manifest, at])),
  };
}

function foldersOf({ file, format }: Manifest): string[] {
  const own = folderOf(file);
  return format === 'requirements' && baseName(own) === 'requirements' ? [own, folderOf(own)] : [own];
}
