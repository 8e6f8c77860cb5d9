// https://pipenv.pypa.io/en/latest/pipfile.html
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { asMapping, asScalar, asSequence, at, textOf } from '../../syntax/navigate.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { isName, normaliseName } from '../requirement/name.ts';
import { isPinned } from '../requirement/pinned.ts';
import { addressOf } from '../table-address.ts';
import { entriesIn, entryPlace, noteFaults, placeOf, textsIn } from '../tree-fields.ts';
import { pipenvMarker } from './marker.ts';
import { pipenvSpecifier } from './specifier.ts';

const notPackages = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);
const groups: Readonly<Record<string, string | null>> = { packages: null, 'dev-packages': 'dev' };

/** Reads a Pipfile: `packages` have no group, `dev-packages` the group `dev`, other categories their own name. */
export function readPipfile(file: string, text: string): Manifest {
  const tree = parseToml(text);
  const draft = new Draft(file, 'pipfile', tree.lines);
  const [root] = tree.documents;
  noteFaults(tree, draft);
  notePython(at(root, 'requires'), draft);
  for (const source of asSequence(at(root, 'source'))?.items ?? []) addSource(at(source, 'url'), draft);
  for (const { name: category, entry } of entriesIn(root, 'the file', draft)) {
    if (notPackages.has(category)) continue;
    const group = Object.hasOwn(groups, category) ? (groups[category] ?? null) : normaliseName(category);
    for (const { name, entry: found } of entriesIn(entry.value, category, draft)) addPackage(name, found, group, draft);
  }
  return draft.finish();
}

function notePython(requires: DataNode | undefined, draft: Draft): void {
  const node = at(requires, 'python_full_version') ?? at(requires, 'python_version');
  const specifier = textOf(node);
  if (node !== undefined && specifier !== undefined && specifier !== '*')
    draft.python = { specifier, place: placeOf(node, draft) };
}

/** The first source is the index, the others stand beside it. */
function addSource(url: DataNode | undefined, draft: Draft): void {
  const value = textOf(url);
  if (url === undefined || value === undefined) return;
  const name = draft.options.length === 0 ? 'index-url' : 'extra-index-url';
  draft.addOption({ name, value, place: placeOf(url, draft) });
}

function addPackage(key: string, entry: Entry, group: string | null, draft: Draft): void {
  const place = entryPlace(entry, draft);
  const [name = '', ...inKey] = key.split(/[[\],\s]+/).filter(Boolean); // `"splinter[django]" = "*"`
  if (!isName(name)) draft.fault(place, `${key} is no name of a distribution`);
  const table = asMapping(entry.value);
  const version = table === undefined ? asScalar(entry.value)?.value : (textOf(at(table, 'version')) ?? '*');
  if (typeof version !== 'string') {
    draft.fault(place, `${name}: expected a version or a table`);
    return;
  }
  const specifier = pipenvSpecifier(version);
  if (specifier === undefined) draft.fault(place, `${name}: ${version} is no version specifier of PEP 440`);
  const address = addressOf(table);
  draft.add({
    name: normaliseName(name),
    specifier: specifier ?? '',
    extras: [...inKey, ...textsIn(at(table, 'extras'), `the extras of ${name}`, draft).map(({ text }) => text)].map(
      normaliseName,
    ),
    marker: pipenvMarker(table),
    group,
    source: address?.source ?? 'index',
    url: address?.url ?? null,
    pinned: address?.pinned ?? isPinned(specifier ?? ''),
    hashes: 0,
    place,
  });
}
