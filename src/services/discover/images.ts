import { folderOf } from '../../repository/paths.ts';
import type { Workspace } from '../workspace.ts';
import type { Unit } from './unit.ts';

/** The units known from a Dockerfile alone: every Python image that no other unit runs in. */
export function unitsOfImages({ images }: Workspace, others: readonly Unit[]): Unit[] {
  const taken = new Set(others.flatMap((unit) => (unit.image === null ? [] : [unit.image.file])));
  return images
    .filter((image) => !taken.has(image.file))
    .map((image) => {
      const folder = folderOf(image.file);
      return {
        id: `${image.file}#${folder}`,
        name: folder,
        cloud: 'none',
        compute: 'container',
        artifact: 'image',
        definedIn: image.base,
        code: { kind: 'folder', folder: image.folder, evidence: image.base },
        handler: null,
        runtime: { platform: null, id: null, python: image.python, evidence: [image.base] },
        layers: [],
        image,
        definition: null,
        starts: [],
        also: [],
      };
    });
}
