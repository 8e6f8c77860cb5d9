// https://python-poetry.org/docs/pyproject/ and https://python-poetry.org/docs/dependency-specification/
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { asScalar, asSequence, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { entriesIn, itemsIn, placeOf, textIn, textsIn } from '../tree-fields.ts';
import { addGroups, type Group } from './group-includes.ts';
import { addPoetryDependency } from './poetry-dependency.ts';
import { translatePoetryVersion } from './poetry-version.ts';
import { noteName } from './project.ts';

/**
 * Reads `[tool.poetry]`. Where `[project]` lists the dependencies, Poetry's table only says where some of them come
 * from (`projectDecides`): then it adds none.
 */
export function extractPoetry(poetry: DataNode | undefined, draft: Draft, projectDecides: boolean): void {
  if (poetry === undefined) return;
  noteName(at(poetry, 'name'), 'tool.poetry.name', draft);
  const extras = extrasByName(at(poetry, 'extras'), draft);
  const declared = projectDecides ? placesOfNames(draft) : new Map<string, number[]>();
  for (const { name, entry } of entriesIn(at(poetry, 'dependencies'), 'tool.poetry.dependencies', draft)) {
    if (normaliseName(name) === 'python') notePython(entry, draft);
    else if (projectDecides) enrich(name, entry, declared, draft);
    else addToGroups(name, entry, groupsOf(name, entry, extras), draft);
  }
  addAll(at(poetry, 'dev-dependencies'), 'dev', draft);
  addGroups(groupsIn(at(poetry, 'group'), draft), draft);
  for (const source of itemsIn(at(poetry, 'source'), 'tool.poetry.source', draft)) addSource(source, draft);
}

function addToGroups(name: string, entry: Entry, groups: Iterable<string | null>, draft: Draft): void {
  const own = draft.scratch();
  addPoetryDependency(name, entry, null, own);
  draft.takeFaults(own);
  for (const group of groups) for (const dependency of own.dependencies) draft.add({ ...dependency, group });
}

/** Poetry's groups; `include-groups` (since 2.2) takes over what others list. */
function groupsIn(tables: DataNode | undefined, draft: Draft): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { name, entry } of entriesIn(tables, 'tool.poetry.group', draft)) {
    const group = normaliseName(name);
    const own = draft.scratch();
    addAll(at(entry.value, 'dependencies'), group, own);
    draft.takeFaults(own);
    const includes = textsIn(at(entry.value, 'include-groups'), `include-groups of ${name}`, draft);
    groups.set(group, {
      dependencies: own.dependencies,
      includes: includes.map(({ text, node }) => ({ name: normaliseName(text), node })),
    });
  }
  return groups;
}

function addAll(table: DataNode | undefined, group: string, draft: Draft): void {
  for (const { name, entry } of entriesIn(table, `the group ${group}`, draft))
    if (normaliseName(name) !== 'python') addPoetryDependency(name, entry, group, draft);
}

/** Which extras ask for an optional dependency; `optional` where none does. */
function groupsOf(name: string, { value }: Entry, extras: ReadonlyMap<string, Set<string>>): Iterable<string | null> {
  const forms = asSequence(value)?.items ?? [value];
  const optional = forms.some((form) => asScalar(at(form, 'optional'))?.value === true);
  return optional ? (extras.get(normaliseName(name)) ?? ['optional']) : [null];
}

function extrasByName(node: DataNode | undefined, draft: Draft): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name: extra, entry } of entriesIn(node, 'tool.poetry.extras', draft)) {
    for (const { text } of textsIn(entry.value, `the extra ${extra}`, draft)) {
      const name = normaliseName(/^[\w.-]+/.exec(text)?.[0] ?? '');
      const extras = found.get(name) ?? new Set();
      found.set(name, extras.add(normaliseName(extra)));
    }
  }
  return found;
}

function notePython({ value }: Entry, draft: Draft): void {
  const text = textIn(at(value, 'version') ?? value, 'the Python that Poetry asks for', draft);
  if (text === undefined) return;
  const { specifier, fault } = translatePoetryVersion(text);
  if (fault !== null) draft.fault(placeOf(value, draft), fault);
  if (specifier !== '') draft.python ??= { specifier, place: placeOf(value, draft) };
}

/** Poetry 2: the same name in `[project]` comes from where Poetry's table says. */
function enrich(name: string, entry: Entry, declared: ReadonlyMap<string, number[]>, draft: Draft): void {
  const extra = draft.scratch();
  addPoetryDependency(name, entry, null, extra);
  const [found] = extra.dependencies;
  if (found === undefined || found.source === 'index') return;
  const { source, url, pinned } = found;
  for (const index of declared.get(found.name) ?? []) {
    const dependency = draft.dependencies[index];
    if (dependency) draft.dependencies[index] = { ...dependency, source, url, pinned: dependency.pinned || pinned };
  }
}

/** Where the dependencies of each name stand in the draft, but for those of the build. */
function placesOfNames({ dependencies }: Draft): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { name, group }] of dependencies.entries()) {
    const places = found.get(name);
    if (group === 'build-system') continue;
    if (places === undefined) found.set(name, [index]);
    else places.push(index);
  }
  return found;
}

/** A source; one with the priority `supplemental`, `explicit` or of older kind `secondary` stands beside the index. */
function addSource(source: DataNode, draft: Draft): void {
  const url = at(source, 'url');
  const value = textIn(url, 'the URL of a source', draft);
  if (url === undefined || value === undefined) return;
  const priority = asScalar(at(source, 'priority'))?.text;
  const beside =
    (priority !== undefined && priority !== 'primary' && priority !== 'default') || isTrue(source, 'secondary');
  draft.addOption({ name: beside ? 'extra-index-url' : 'index-url', value, place: placeOf(url, draft) });
}

function isTrue(node: DataNode, key: string): boolean {
  return asScalar(at(node, key))?.value === true;
}
