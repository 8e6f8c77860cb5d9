// https://docs.cloud.google.com/sdk/gcloud/reference/run/deploy, https://docs.cloud.google.com/sdk/gcloud/reference/functions/deploy
import { evidence } from '../../../evidence/evidence.ts';
import type { Place } from '../../../evidence/place.ts';
import type { Compute } from '../../../evidence/vocabulary.ts';
import { optionValue, plainWords } from '../../../pipelines/commands/recipe.ts';
import { foldersUp, joinPath } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { givenCommands, needles } from './command-files.ts';
import { runtimeOf } from './google-functions.ts';

/** What a deploy step says, whichever way it is written. */
interface Deployment {
  readonly name: string | undefined;
  readonly image: string | undefined;
  readonly source: string | undefined;
  readonly runtime: string | undefined;
  readonly entry: string | undefined;
  readonly folder: string;
  readonly place: Place;
}

const commands: readonly { readonly words: readonly string[]; readonly compute: Compute }[] = [
  { words: ['run', 'deploy'], compute: 'container' },
  { words: ['run', 'worker-pools', 'deploy'], compute: 'container' },
  { words: ['run', 'jobs', 'deploy'], compute: 'job' },
  { words: ['run', 'jobs', 'create'], compute: 'job' },
  { words: ['functions', 'deploy'], compute: 'function' },
];

const actions: Readonly<Record<string, Compute>> = {
  'google-github-actions/deploy-cloudrun': 'container',
  'google-github-actions/deploy-cloud-functions': 'function',
};

/** One claim for each step that deploys to Google Cloud. */
export async function deployClaims(workspace: Workspace): Promise<Claim[]> {
  const given = await givenCommands(workspace.repository, needles.deployments);
  const ofCommands = given.commands.flatMap(({ words, folder, place }) => {
    if (words[0] !== 'gcloud') return [];
    const rest = words.slice(1).filter((word, at) => !(at === 0 && /^(alpha|beta)$/.test(word)));
    const command = commands.find((one) => one.words.every((word, at) => rest[at] === word));
    if (command === undefined) return [];
    const options = rest.slice(command.words.length);
    const [name] = plainWords(
      options,
      options.filter((word) => /^--[\w-]+$/.test(word)),
    );
    const value = (option: string): string | undefined => optionValue(options, option);
    const deployment: Deployment = {
      name: options[0]?.startsWith('-') === false ? options[0] : name,
      image: value('--image'),
      source: value('--source'),
      runtime: value('--runtime') ?? /^python\d+$/.exec(value('--base-image') ?? '')?.[0],
      entry: value('--entry-point') ?? value('--function'),
      folder,
      place,
    };
    return deployClaim(deployment, command.compute, workspace);
  });
  const ofActions = given.actions.flatMap(({ name, inputs, place }) => {
    const compute = actions[name];
    if (compute === undefined) return [];
    const deployment: Deployment = {
      name: inputs.get('service') ?? inputs.get('name') ?? inputs.get('job'),
      image: inputs.get('image'),
      source: inputs.get('source') ?? inputs.get('source_dir'),
      runtime: inputs.get('runtime'),
      entry: inputs.get('entry_point'),
      folder: '.',
      place,
    };
    return deployClaim(deployment, compute, workspace);
  });
  return [...ofCommands, ...ofActions];
}

function deployClaim(
  { name = '', image, source, runtime, entry, folder, place }: Deployment,
  compute: Compute,
  { repository }: Workspace,
): Claim[] {
  const known = /^[\w.-]+$/.test(name);
  const isFunction = compute === 'function' || entry !== undefined;
  if (isFunction && runtime !== undefined && !runtime.startsWith('python') && !/[$]/.test(runtime)) return [];
  const written = source ?? (isFunction ? '.' : undefined);
  const home =
    written === undefined || /^gs:|^https?:/.test(written)
      ? undefined
      : folderAt(written, folder, repository.hasFolder);
  const handler = isFunction ? (entry ?? (known ? name : undefined)) : undefined;
  if (home === undefined && image === undefined) return [];
  const dockerfile = home === undefined || isFunction ? undefined : home === '.' ? 'Dockerfile' : `${home}/Dockerfile`;
  return [
    {
      file: place.file,
      label: known ? name : (home ?? '.'),
      name: known ? name : null,
      rank: 'step',
      cloud: 'gcp',
      compute: isFunction ? 'function' : compute,
      place,
      definition: null,
      image: image === undefined ? undefined : { text: image, evidence: evidence(place, image) },
      folder: home,
      dockerfile: dockerfile !== undefined && repository.has(dockerfile) ? dockerfile : undefined,
      handler: handler === undefined ? undefined : evidence(place, handler),
      runtime:
        runtime !== undefined && /^python\d+$/.test(runtime)
          ? runtimeOf({ known: true, value: runtime, text: runtime, place, how: 'literal' })
          : undefined,
    },
  ];
}

/** A folder as a command means it: from where it runs, or from a folder above. */
function folderAt(written: string, folder: string, hasFolder: (path: string) => boolean): string | undefined {
  const path = written.replace(/^(\$\(pwd\)|\$\{?PWD\}?)(?=\/|$)/, '.');
  if (path.includes('$')) return undefined;
  if (/^\.?\/?$/.test(path)) return hasFolder(folder) ? folder : undefined;
  return foldersUp(folder)
    .map((home) => joinPath(home, path))
    .find((one) => one !== undefined && hasFolder(one));
}
