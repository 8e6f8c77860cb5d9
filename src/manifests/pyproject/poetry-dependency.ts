// https://python-poetry.org/docs/dependency-specification/
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { asMapping, asScalar, asSequence, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import type { Dependency } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';
import { isPinned } from '../requirement/pinned.ts';
import { addressOf } from '../table-address.ts';
import { entryPlace, placeOf, textIn, textsIn } from '../tree-fields.ts';
import { poetryMarker } from './poetry-marker.ts';
import { translatePoetryVersion } from './poetry-version.ts';

/** Adds an entry of a table of dependencies: a constraint, a table, or a list of tables of which one holds by marker. */
export function addPoetryDependency(name: string, entry: Entry, group: string | null, draft: Draft): void {
  const forms = asSequence(entry.value)?.items;
  if (forms === undefined) addForm(name, entry.value, { group, place: entryPlace(entry, draft) }, draft);
  else for (const form of forms) addForm(name, form, { group, place: placeOf(form, draft) }, draft);
}

function addForm(name: string, form: DataNode, where: Pick<Dependency, 'group' | 'place'>, draft: Draft): void {
  const table = asMapping(form);
  if (table === undefined && typeof asScalar(form)?.value !== 'string') {
    draft.fault(where.place, `${name}: expected a version or a table`);
    return;
  }
  const version = textIn(table === undefined ? form : at(table, 'version'), `the version of ${name}`, draft) ?? '*';
  const { specifier, fault } = translatePoetryVersion(version);
  if (fault !== null) draft.fault(where.place, fault);
  const address = addressOf(table);
  draft.add({
    name: normaliseName(name),
    specifier,
    extras: textsIn(at(table, 'extras'), `the extras of ${name}`, draft).map(({ text }) => normaliseName(text)),
    marker: poetryMarker(table, draft),
    group: where.group,
    source: address?.source ?? 'index',
    url: address?.url ?? null,
    pinned: address?.pinned ?? isPinned(specifier),
    hashes: 0,
    place: where.place,
  });
}
