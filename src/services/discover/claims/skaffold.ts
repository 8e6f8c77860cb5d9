// https://skaffold.dev/docs/references/yaml/
import { folderOf, joinPath } from '../../../repository/paths.ts';
import { asSequence, at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import { readDataFile } from './data-file.ts';
import type { NamedBuild } from './image-names.ts';

const skaffoldFiles = /(^|\/)skaffold[^/]*\.ya?ml$/;

/** The images that Skaffold builds. */
export async function skaffoldBuilds({ repository }: Workspace): Promise<NamedBuild[]> {
  const builds: NamedBuild[] = [];
  for (const file of repository.files.filter((one) => skaffoldFiles.test(one))) {
    const data = await readDataFile(file, repository);
    for (const artifact of asSequence(at(data?.root, 'build', 'artifacts'))?.items ?? []) {
      const image = textOf(at(artifact, 'image'));
      const folder = joinPath(folderOf(file), textOf(at(artifact, 'context')) ?? '.');
      const dockerfile =
        folder === undefined
          ? undefined
          : joinPath(folder, textOf(at(artifact, 'docker', 'dockerfile')) ?? 'Dockerfile');
      if (image !== undefined && dockerfile !== undefined && repository.has(dockerfile))
        builds.push({ image, from: { dockerfile } });
    }
  }
  return builds;
}
