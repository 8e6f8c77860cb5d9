// https://hatch.pypa.io/latest/config/environment/overview/#dependencies
import type { DataNode } from '../../syntax/data-tree.ts';
import { at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { addRequirements, entriesIn } from '../tree-fields.ts';

/** Reads `[tool.hatch.envs]`: each environment is a group, named after it. */
export function extractHatch(hatch: DataNode | undefined, draft: Draft): void {
  for (const { name: group, entry } of entriesIn(at(hatch, 'envs'), 'tool.hatch.envs', draft)) {
    for (const key of ['dependencies', 'extra-dependencies'])
      addRequirements(at(entry.value, key), `${key} of the environment ${group}`, draft, { group });
  }
}
