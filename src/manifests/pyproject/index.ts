// https://packaging.python.org/en/latest/specifications/pyproject-toml/
import { at } from '../../syntax/navigate.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { noteFaults } from '../tree-fields.ts';
import { extractDependencyGroups } from './dependency-groups.ts';
import { extractFlit } from './flit.ts';
import { extractHatch } from './hatch.ts';
import { extractPdm } from './pdm.ts';
import { extractPoetry } from './poetry.ts';
import { extractBuildSystem, extractProject } from './project.ts';
import { extractSetuptools } from './setuptools.ts';
import { extractUv } from './uv.ts';

/**
 * Reads `pyproject.toml`: the standard's tables first, then those of the tools. What builds the project has the group
 * `build-system`. Never throws.
 */
export function readPyproject(file: string, text: string): Manifest {
  const tree = parseToml(text);
  const draft = new Draft(file, 'pyproject', tree.lines);
  const [root] = tree.documents;
  noteFaults(tree, draft);
  extractProject(at(root, 'project'), draft);
  extractDependencyGroups(at(root, 'dependency-groups'), draft);
  extractBuildSystem(at(root, 'build-system', 'requires'), draft);
  extractSetuptools(at(root, 'tool', 'setuptools', 'dynamic'), draft);
  extractPoetry(at(root, 'tool', 'poetry'), draft, at(root, 'project', 'dependencies') !== undefined);
  extractFlit(at(root, 'tool', 'flit', 'metadata'), draft);
  extractPdm(at(root, 'tool', 'pdm'), draft);
  extractHatch(at(root, 'tool', 'hatch'), draft);
  extractUv(at(root, 'tool', 'uv'), at(root, 'tool', 'rye'), draft);
  return draft.finish();
}
