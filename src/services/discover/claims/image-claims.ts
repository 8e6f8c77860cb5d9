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

/** One claim for each Dockerfile whose image runs Python. */
export function imageClaims(workspace: Workspace): Claim[] {
  return workspace.images
    .filter((image) => !isIdle(image, workspace))
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
