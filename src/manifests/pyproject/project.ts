// https://packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-project-metadata-the-project-table
import type { DataNode } from '../../syntax/data-tree.ts';
import { at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirements, entriesIn, placeOf, textIn } from '../tree-fields.ts';

/** Reads `[project]`: its name, Python, dependencies, and one group for each extra. */
export function extractProject(project: DataNode | undefined, draft: Draft): void {
  noteName(at(project, 'name'), 'project.name', draft);
  notePython(at(project, 'requires-python'), 'project.requires-python', draft);
  addRequirements(at(project, 'dependencies'), 'project.dependencies', draft);
  const extras = at(project, 'optional-dependencies');
  for (const { name, entry } of entriesIn(extras, 'project.optional-dependencies', draft))
    addRequirements(entry.value, `the extra ${name}`, draft, { group: normaliseName(name) });
}

/** Reads `[build-system]`'s requirements. */
export function extractBuildSystem(requires: DataNode | undefined, draft: Draft): void {
  addRequirements(requires, 'build-system.requires', draft, { group: 'build-system' });
}

/** Takes the project's name, unless an earlier table gave it. */
export function noteName(node: DataNode | undefined, what: string, draft: Draft): void {
  const name = textIn(node, what, draft);
  if (name !== undefined) draft.project ??= normaliseName(name);
}

/** Takes the Python asked for, unless an earlier table gave it. */
export function notePython(node: DataNode | undefined, what: string, draft: Draft): void {
  const specifier = textIn(node, what, draft)?.trim();
  if (specifier !== undefined && specifier !== '' && node !== undefined)
    draft.python ??= { specifier, place: placeOf(node, draft) };
}
