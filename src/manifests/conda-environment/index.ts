// https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
import type { DataNode, ScalarNode } from '../../syntax/data-tree.ts';
import { asMapping, asScalar, asSequence, at } from '../../syntax/navigate.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';
import { isPinned } from '../requirement/pinned.ts';
import { extractLine } from '../requirements/extract.ts';
import { logicalLines } from '../requirements/logical-lines.ts';
import { entriesIn, itemsIn, noteFaults, placeOf, textsIn } from '../tree-fields.ts';
import { readMatchSpec } from './match-spec.ts';

/**
 * Reads conda's `environment.yml`: conda's own packages under conda's names, and the list under `pip:` line by line as
 * a requirements file. `python` among them is the Python asked for. Never throws.
 */
export function readCondaEnvironment(file: string, text: string): Manifest {
  const tree = parseYaml(text);
  const draft = new Draft(file, 'conda-environment', tree.lines);
  noteFaults(tree, draft);
  const read = new Set<DataNode>();
  for (const item of itemsIn(at(tree.documents[0], 'dependencies'), 'dependencies', draft)) {
    const scalar = asScalar(item);
    if (scalar !== undefined) addPackage(scalar, draft);
    else if (asMapping(item) !== undefined) addPip(item, read, draft);
    else draft.fault(placeOf(item, draft), 'expected a package or pip:');
  }
  return draft.finish();
}

/** False for a YAML file that only has the name of an environment: nothing in it asks for a package. */
export function readsAsEnvironment({ dependencies, python, includes }: Manifest): boolean {
  return dependencies.length > 0 || python !== null || includes.length > 0;
}

function addPackage(node: ScalarNode, draft: Draft): void {
  const place = placeOf(node, draft);
  const found = readMatchSpec(node.text);
  if (found === undefined) {
    draft.fault(place, `${node.text.slice(0, 100)} is no package of conda`);
    return;
  }
  const { name, specifier, fault } = found;
  if (fault !== null) draft.fault(place, fault);
  if (name === 'python') {
    if (specifier !== '') draft.python ??= { specifier, place };
    return;
  }
  draft.add({
    name: normaliseName(name),
    specifier,
    extras: [],
    marker: null,
    group: null,
    source: 'index',
    url: null,
    pinned: isPinned(specifier),
    hashes: 0,
    place,
  });
}

/** Adds the lists under `pip:`, each once, however many aliases share it. */
function addPip(item: DataNode, read: Set<DataNode>, draft: Draft): void {
  for (const { name, entry } of entriesIn(item, 'a dependency', draft)) {
    if (name !== 'pip') {
      draft.fault(placeOf(entry.key, draft), `${name}: only pip has a list of its own`);
      continue;
    }
    const list = asSequence(entry.value);
    if (list !== undefined && read.has(list)) continue;
    if (list !== undefined) read.add(list);
    for (const { text, node } of textsIn(entry.value, 'pip', draft)) {
      const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
      const at = (offset: number): number => Math.min(node.start + quote + offset, node.end);
      for (const line of logicalLines(text))
        extractLine({ text: line.text, at: (offset) => at(line.at(offset)) }, draft);
    }
  }
}
