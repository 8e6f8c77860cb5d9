// https://github.com/compose-spec/compose-spec/blob/main/spec.md
import { evidence } from '../../../evidence/evidence.ts';
import { folderOf, joinPath } from '../../../repository/paths.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import { asSequence, at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { type DataFile, entriesOf, readDataFile, withDefaults, wordsOf } from './data-file.ts';
import { isForDevelopment } from './development.ts';
import type { NamedBuild } from './image-names.ts';

/** The names of compose files, those that override another among them. */
const composeFiles =
  /(^|\/)(docker-|podman-)?compose([-_.][\w.-]+)?\.ya?ml$|(^|\/)[\w.-]+[-_.](docker-)?compose\.ya?ml$/i;

/** One claim for each service that is built here, or that runs a command in an image of Python. */
export async function composeClaims({ repository }: Workspace): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of repository.files.filter((one) => composeFiles.test(one))) {
    const data = await readDataFile(file, repository);
    if (data === undefined) continue;
    for (const { name, key, value } of entriesOf(at(data.root, 'services')).slice(0, 500)) {
      const claim = serviceClaim(file, name, key, value, data, repository.has);
      if (claim !== undefined) claims.push(claim);
    }
  }
  return claims;
}

function serviceClaim(
  file: string,
  name: string,
  key: DataNode,
  service: DataNode,
  data: DataFile,
  has: (file: string) => boolean,
): Claim | undefined {
  const image = at(service, 'image');
  const text = textOf(image);
  const { context, dockerfile } = buildOf(service, file);
  if (dockerfile === undefined && text === undefined) return undefined;
  return {
    file,
    label: name,
    name: null,
    rank: isForDevelopment(file) ? 'development' : 'compose',
    cloud: 'none',
    compute: 'container',
    place: data.place(key),
    definition: null,
    dockerfile: dockerfile !== undefined && has(dockerfile) ? dockerfile : undefined,
    context,
    folder: dockerfile === undefined ? mountedFolder(service, file) : undefined,
    image:
      image === undefined || text === undefined || dockerfile !== undefined
        ? undefined
        : { text: withDefaults(text), evidence: evidence(data.place(image), text) },
    entrypoint: wordsOf(at(service, 'entrypoint')),
    command: wordsOf(at(service, 'command')),
  };
}

/** The folder and the Dockerfile that a service is built from, whether or not they are there. */
function buildOf(service: DataNode, file: string): { readonly context?: string; readonly dockerfile?: string } {
  const build = at(service, 'build');
  const context =
    textOf(build) ?? textOf(at(build, 'context')) ?? (at(build, 'dockerfile') === undefined ? undefined : '.');
  if (context === undefined) return {};
  const folder = joinPath(folderOf(file), withDefaults(context));
  const named = withDefaults(textOf(at(build, 'dockerfile')) ?? 'Dockerfile');
  const dockerfile = folder === undefined ? undefined : joinPath(folder, named);
  return folder === undefined || dockerfile === undefined ? {} : { context: folder, dockerfile };
}

/** The folder of the repository that is mounted where a service of a Python image works. */
function mountedFolder(service: DataNode, file: string): string | undefined {
  if (!/(^|\/)(python|pypy)(?=[:@]|$)/.test(textOf(at(service, 'image')) ?? '')) return undefined;
  const sources = (asSequence(at(service, 'volumes'))?.items ?? []).map(
    (item) => textOf(item)?.split(':')[0] ?? textOf(at(item, 'source')),
  );
  const source = sources.find((one) => one?.startsWith('.') === true);
  return source === undefined ? undefined : joinPath(folderOf(file), source);
}

/** The images that compose files name and build. */
export async function composeBuilds({ repository }: Workspace): Promise<NamedBuild[]> {
  const builds: NamedBuild[] = [];
  for (const file of repository.files.filter((one) => composeFiles.test(one))) {
    const data = await readDataFile(file, repository);
    for (const { value } of entriesOf(at(data?.root, 'services')).slice(0, 500)) {
      const image = textOf(at(value, 'image'));
      const { context, dockerfile } = buildOf(value, file);
      if (image !== undefined && dockerfile !== undefined && repository.has(dockerfile))
        builds.push({ image: withDefaults(image), from: { dockerfile, context } });
    }
  }
  return builds;
}
