// https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
import type { DataNode } from '../../syntax/data-tree.ts';
import { asSequence, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { includePath } from '../requirements/include-path.ts';
import { entriesIn, placeOf, textIn } from '../tree-fields.ts';

/** Reads `[tool.setuptools.dynamic]`: files that hold the dependencies are included. */
export function extractSetuptools(dynamic: DataNode | undefined, draft: Draft): void {
  includeFiles(at(dynamic, 'dependencies', 'file'), draft);
  const extras = at(dynamic, 'optional-dependencies');
  for (const { entry } of entriesIn(extras, 'tool.setuptools.dynamic.optional-dependencies', draft))
    includeFiles(at(entry.value, 'file'), draft);
}

function includeFiles(node: DataNode | undefined, draft: Draft): void {
  if (node === undefined) return;
  for (const item of asSequence(node)?.items ?? [node]) {
    const written = textIn(item, 'a file of dependencies', draft);
    if (written === undefined) continue;
    const place = placeOf(item, draft);
    const found = includePath(draft.file, written);
    draft.addOption({ name: 'requirement', value: written, place });
    if (found.ok) draft.includes.push(found.path);
    else draft.fault(place, found.message);
  }
}
