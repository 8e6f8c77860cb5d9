// https://github.com/pypa/pipfile#pipfilelock
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { asSequence, at, textOf } from '../../syntax/navigate.ts';
import { Draft } from '../draft.ts';
import { lockedDependency } from '../locks/dependency.ts';
import type { Manifest } from '../manifest.ts';
import { pipenvMarker } from '../pipfile/marker.ts';
import { addressOf } from '../table-address.ts';
import { entriesIn, entryPlace, noteFaults, placeOf, textsIn } from '../tree-fields.ts';

const groups: Readonly<Record<string, string | null>> = { default: null, develop: 'dev' };

/** Reads `Pipfile.lock`: `default` has no group, `develop` the group `dev`, other categories their own name. */
export function readPipfileLock(file: string, text: string): Manifest {
  const tree = parseJson(text);
  const draft = new Draft(file, 'pipfile-lock', tree.lines);
  draft.role = 'lock';
  noteFaults(tree, draft);
  for (const { name: category, entry } of entriesIn(tree.documents[0], 'the file', draft)) {
    const group = Object.hasOwn(groups, category) ? (groups[category] ?? null) : category;
    if (category === '_meta') noteMeta(entry.value, draft);
    else for (const found of entriesIn(entry.value, category, draft)) addPackage(found.name, found.entry, group, draft);
  }
  return draft.finish();
}

function noteMeta(meta: DataNode, draft: Draft): void {
  const requires = at(meta, 'requires');
  const python = at(requires, 'python_full_version') ?? at(requires, 'python_version');
  const specifier = textOf(python);
  if (python !== undefined && specifier !== undefined) draft.python = { specifier, place: placeOf(python, draft) };
  for (const source of asSequence(at(meta, 'sources'))?.items ?? []) {
    const url = at(source, 'url');
    const value = textOf(url);
    const name = draft.options.length === 0 ? 'index-url' : 'extra-index-url';
    if (url !== undefined && value !== undefined) draft.addOption({ name, value, place: placeOf(url, draft) });
  }
}

function addPackage(name: string, entry: Entry, group: string | null, draft: Draft): void {
  const { value } = entry;
  if (value.kind !== 'mapping') {
    draft.fault(entryPlace(entry, draft), `${name}: expected an object`);
    return;
  }
  const { source = 'index', url = null } = addressOf(value) ?? {};
  draft.add(
    lockedDependency({
      name,
      version: textOf(at(value, 'version'))?.replace(/^={2,3}\s*/, ''),
      place: entryPlace(entry, draft),
      extras: textsIn(at(value, 'extras'), `the extras of ${name}`, draft).map(({ text }) => text),
      marker: pipenvMarker(value) ?? undefined,
      group,
      source,
      url,
      hashes: asSequence(at(value, 'hashes'))?.items.length ?? 0,
    }),
  );
}
