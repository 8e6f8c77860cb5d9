// https://pdm-project.org/latest/reference/pep621/ and https://pdm-project.org/latest/usage/dependency/
import type { DataNode } from '../../syntax/data-tree.ts';
import { asScalar, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirements, entriesIn, itemsIn, placeOf, textIn } from '../tree-fields.ts';

/** Reads `[tool.pdm]`: groups for development, and sources. */
export function extractPdm(pdm: DataNode | undefined, draft: Draft): void {
  const groups = at(pdm, 'dev-dependencies');
  for (const { name, entry } of entriesIn(groups, 'tool.pdm.dev-dependencies', draft))
    addRequirements(entry.value, `the group ${name}`, draft, { group: normaliseName(name) });
  for (const source of itemsIn(at(pdm, 'source'), 'tool.pdm.source', draft)) {
    const url = at(source, 'url');
    const value = textIn(url, 'the URL of a source', draft);
    const main = asScalar(at(source, 'name'))?.text === 'pypi'; // PDM: this name replaces PyPI
    if (url !== undefined && value !== undefined)
      draft.addOption({ name: main ? 'index-url' : 'extra-index-url', value, place: placeOf(url, draft) });
  }
}
