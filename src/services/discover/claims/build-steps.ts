// https://docs.docker.com/reference/cli/docker/buildx/build/, https://docs.cloud.google.com/sdk/gcloud/reference/builds/submit

import { optionValue, optionValues, plainWords } from '../../../pipelines/commands/recipe.ts';
import { foldersUp, joinPath } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Given, GivenCommand } from './command-files.ts';
import type { BuildSource, NamedBuild } from './image-names.ts';

/** Commands that build an image: their words, and the options that name it and its Dockerfile. */
const builders: readonly {
  readonly words: readonly string[];
  readonly tag: readonly string[];
  readonly file: readonly string[];
}[] = [
  { words: ['docker', 'build'], tag: ['-t', '--tag'], file: ['-f', '--file'] },
  { words: ['docker', 'buildx', 'build'], tag: ['-t', '--tag'], file: ['-f', '--file'] },
  { words: ['podman', 'build'], tag: ['-t', '--tag'], file: ['-f', '--file'] },
  { words: ['az', 'acr', 'build'], tag: ['-t', '--image'], file: ['-f', '--file'] },
  { words: ['gcloud', 'builds', 'submit'], tag: ['-t', '--tag'], file: [] },
];

/** Options of builds that take the next word. */
const valued =
  '-t --tag -f --file --build-arg --target --platform --cache-from --cache-to --progress --label --network --secret --ssh --output -o --registry -r --image --config --project --region --substitutions --timeout --gcs-log-dir --machine-type'.split(
    ' ',
  );

/** The images that commands and actions build from Dockerfiles of the repository. */
export function stepBuilds({ commands, actions }: Given, { repository }: Workspace): NamedBuild[] {
  const sourceAt = (folder: string, context: string, file: string | undefined): BuildSource | undefined => {
    const written = file === undefined ? [joinPath(context, 'Dockerfile')] : [file, joinPath(context, file)];
    for (const home of foldersUp(folder)) {
      const paths = written.map((path) => (path === undefined ? undefined : joinPath(home, path)));
      const dockerfile = paths.find((path) => path !== undefined && repository.has(path));
      if (dockerfile !== undefined) return { dockerfile, context: joinPath(home, context) };
    }
    return undefined;
  };
  const ofCommand = ({ words, folder }: GivenCommand): NamedBuild[] => {
    const packed = packedBuild(words, folder, repository.hasFolder);
    if (packed !== undefined) return [packed];
    const builder = builders.find((one) => one.words.every((word, at) => words[at] === word));
    if (builder === undefined) return [];
    const rest = words.slice(builder.words.length);
    const context = plainWords(rest, valued)[0] ?? '.';
    const from = sourceAt(folder, context, optionValue(rest, ...builder.file));
    return from === undefined ? [] : optionValues(rest, ...builder.tag).map((image) => ({ image, from }));
  };
  const ofActions = actions
    .filter(({ name }) => name === 'docker/build-push-action')
    .flatMap(({ inputs }) => {
      const context = inputs.get('context') ?? '.';
      const from = sourceAt('.', context.replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, './'), inputs.get('file'));
      return from === undefined
        ? []
        : (inputs.get('tags') ?? '')
            .split(/[\n,]/)
            .filter(Boolean)
            .map((image) => ({ image: image.trim(), from }));
    });
  return [...commands.flatMap(ofCommand), ...ofActions];
}

/** `pack build IMAGE --path DIR` and `gcloud builds submit --pack image=IMAGE DIR`: https://buildpacks.io/docs/for-platform-operators/how-to/integrate-ci/pack/cli/pack_build/ */
function packedBuild(
  words: readonly string[],
  folder: string,
  hasFolder: (path: string) => boolean,
): NamedBuild | undefined {
  const rest = words.slice(words[0] === 'pack' ? 2 : 3);
  const isPack = words[0] === 'pack' && words[1] === 'build';
  const image = isPack ? plainWords(rest, packValued)[0] : /image=([^,]+)/.exec(optionValue(rest, '--pack') ?? '')?.[1];
  if (image === undefined || !(isPack || words[0] === 'gcloud')) return undefined;
  const written = isPack
    ? (optionValue(rest, '--path', '-p') ?? '.')
    : (plainWords(rest, [...valued, '--pack'])[0] ?? '.');
  const from = joinPath(folder, written);
  return from === undefined || !hasFolder(from) ? undefined : { image, from: { folder: from } };
}

const packValued = '--builder -B --path -p --env -e --buildpack -b --tag -t --env-file --network'.split(' ');
