import { folderOf } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { isForDevelopment } from './development.ts';

/** One claim for each Dockerfile whose image runs Python. */
export function imageClaims({ images }: Workspace): Claim[] {
  return images.map((image) => ({
    file: image.file,
    label: folderOf(image.file),
    name: null,
    rank: isForDevelopment(image.file) ? 'development' : 'image',
    cloud: 'none',
    compute: 'container',
    place: image.base,
    definition: null,
    dockerfile: image.file,
  }));
}
