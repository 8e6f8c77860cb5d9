import { filesBelow } from '../../../repository/files-below.ts';
import { folderOf } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { ImageBuild } from '../image.ts';
import type { Claim } from './claim.ts';
import { isForDevelopment } from './development.ts';

/** Base images that only one platform runs. */
const platforms: readonly (readonly [RegExp, Pick<Claim, 'cloud' | 'compute'>])[] = [
  [/(^|\/)lambda\/python([:@]|$)/, { cloud: 'aws', compute: 'function' }],
  [/(^|\/)azure-functions\/python([:@]|$)/, { cloud: 'azure', compute: 'function' }],
  [/(^|\/)dataflow-templates(-base)?\/|(^|\/)apache\/beam_python/, { cloud: 'gcp', compute: 'data-pipeline' }],
];

function platformOf({ base }: ImageBuild): Pick<Claim, 'cloud' | 'compute'> | undefined {
  return platforms.find(([pattern]) => pattern.test(base.text))?.[1];
}

/** True for an image without a command and without code of the repository: others are built upon it, or run their tools in it. */
function isIdle({ start, brings, sources, takesFiles }: ImageBuild, { repository }: Workspace): boolean {
  const holdsCode = (source: string): boolean =>
    filesBelow(repository.files, source).some((file) => file.endsWith('.py'));
  return start.evidence === null && brings === null && (!takesFiles || sources?.some(holdsCode) === false);
}

/** Commands of which nothing is left but an exit code. */
const tests =
  /^((\S*\/)?(sh|bash) -\w*c )?((\S*\/)?python[\d.]* -m )?((\S*\/)?coverage run (-\S+ )*-m )?(\S*\/)?(pytest|py\.test|unittest|nose2?|tox|nox|behave|robot)( |$)/;

/** True for an image that is started to run tests: it is built for that, and deployed nowhere. */
function isOfTests({ start: { entrypoint, command } }: ImageBuild): boolean {
  return tests.test([...entrypoint, ...command].join(' ').trim());
}

/** One claim for each Dockerfile whose image runs Python, and not its tests. */
export function imageClaims(workspace: Workspace): Claim[] {
  return workspace.images
    .filter((image) => !isIdle(image, workspace) && !isOfTests(image))
    .map((image) => ({
      file: image.file,
      label: folderOf(image.file),
      name: null,
      rank: isForDevelopment(image.file) ? 'development' : 'image',
      cloud: 'none',
      compute: 'container',
      ...platformOf(image),
      place: image.base,
      definition: null,
      dockerfile: image.file,
    }));
}
