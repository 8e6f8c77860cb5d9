// https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata
import type { DataNode } from '../../syntax/data-tree.ts';
import { at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirements, entriesIn } from '../tree-fields.ts';
import { noteName, notePython } from './project.ts';

/** Reads Flit's older `[tool.flit.metadata]`. */
export function extractFlit(metadata: DataNode | undefined, draft: Draft): void {
  noteName(at(metadata, 'dist-name') ?? at(metadata, 'module'), 'tool.flit.metadata.module', draft);
  notePython(at(metadata, 'requires-python'), 'tool.flit.metadata.requires-python', draft);
  addRequirements(at(metadata, 'requires'), 'tool.flit.metadata.requires', draft);
  for (const { name, entry } of entriesIn(at(metadata, 'requires-extra'), 'tool.flit.metadata.requires-extra', draft))
    addRequirements(entry.value, `the extra ${name}`, draft, { group: normaliseName(name) });
}
