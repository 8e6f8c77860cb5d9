// https://python-poetry.org/docs/pyproject/ and https://python-poetry.org/docs/dependency-specification/
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { asScalar, asSequence, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { entriesIn, itemsIn, placeOf, textIn, textsIn } from '../tree-fields.ts';
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
  for (const { name, entry } of entriesIn(at(poetry, 'dependencies'), 'tool.poetry.dependencies', draft)) {
    if (normaliseName(name) === 'python') notePython(entry, draft);
    else if (projectDecides) enrich(name, entry, draft);
    else for (const group of groupsOf(name, entry, extras)) addPoetryDependency(name, entry, group, draft);
  }
  addAll(at(poetry, 'dev-dependencies'), 'dev', draft);
  for (const { name, entry } of entriesIn(at(poetry, 'group'), 'tool.poetry.group', draft))
    addAll(at(entry.value, 'dependencies'), normaliseName(name), draft);
  for (const source of itemsIn(at(poetry, 'source'), 'tool.poetry.source', draft)) addSource(source, draft);
}

function addAll(table: DataNode | undefined, group: string, draft: Draft): void {
  for (const { name, entry } of entriesIn(table, `the group ${group}`, draft))
    if (normaliseName(name) !== 'python') addPoetryDependency(name, entry, group, draft);
}

/** Which extras ask for an optional dependency; `optional` where none does. */
function groupsOf(name: string, { value }: Entry, extras: ReadonlyMap<string, string[]>): (string | null)[] {
  const forms = asSequence(value)?.items ?? [value];
  const optional = forms.some((form) => asScalar(at(form, 'optional'))?.value === true);
  return optional ? (extras.get(normaliseName(name)) ?? ['optional']) : [null];
}

function extrasByName(node: DataNode | undefined, draft: Draft): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name: extra, entry } of entriesIn(node, 'tool.poetry.extras', draft)) {
    for (const { text } of textsIn(entry.value, `the extra ${extra}`, draft)) {
      const name = normaliseName(/^[\w.-]+/.exec(text)?.[0] ?? '');
      found.set(name, [...new Set([...(found.get(name) ?? []), normaliseName(extra)])]);
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
function enrich(name: string, entry: Entry, draft: Draft): void {
  const extra = draft.scratch();
  addPoetryDependency(name, entry, null, extra);
  const [found] = extra.dependencies;
  if (found === undefined || found.source === 'index') return;
  draft.dependencies.forEach((dependency, index) => {
    const { source, url, pinned } = found;
    if (dependency.name === found.name && dependency.group !== 'build-system')
      draft.dependencies[index] = { ...dependency, source, url, pinned: dependency.pinned || pinned };
  });
}

/** A source; one with the priority `supplemental`, `explicit` or of older kind `secondary` stands beside the index. */
function addSource(source: DataNode, draft: Draft): void {
  const url = at(source, 'url');
  const value = textIn(url, 'the URL of a source', draft);
  if (url === undefined || value === undefined) return;
  const priority = asScalar(at(source, 'priority'))?.text;
  const beside =
    (priority !== undefined && priority !== 'primary' && priority !== 'default') || isTrue(source, 'secondary');
  draft.options.push({ name: beside ? 'extra-index-url' : 'index-url', value, place: placeOf(url, draft) });
}

function isTrue(node: DataNode, key: string): boolean {
  return asScalar(at(node, key))?.value === true;
}
