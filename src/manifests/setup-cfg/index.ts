// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { parseIni } from '../../syntax/ini/index.ts';
import { asScalar, textOf } from '../../syntax/navigate.ts';
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirementText } from '../requirement-text.ts';
import { includePath } from '../requirements/include-path.ts';
import { entriesIn, noteFaults, placeOf } from '../tree-fields.ts';
import { Interpolation } from './interpolation.ts';
import { valueLines } from './value-lines.ts';

const lists: Readonly<Record<string, string | null>> = {
  install_requires: null,
  requires: null,
  tests_require: 'test',
  setup_requires: 'build-system',
};

/** Reads `setup.cfg`: `[metadata]`'s name, `[options]`'s lists and Python, and the extras. Never throws. */
export function readSetupCfg(file: string, text: string): Manifest {
  const tree = parseIni(text);
  const draft = new Draft(file, 'setup-cfg', tree.lines);
  for (const { name, entry } of entriesIn(tree.documents[0], 'the file', draft)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined || entry.value.kind !== 'mapping') continue;
    const section = new Interpolation(entry.value);
    for (const option of entry.value.entries) read(keyOf(option), option, draft, { text, section });
  }
  noteFaults(tree, draft);
  return draft.finish();
}

interface Source {
  readonly text: string;
  readonly section: Interpolation;
}

type OptionReader = (name: string, option: Entry, draft: Draft, source: Source) => void;

const readers: Readonly<Partial<Record<string, OptionReader>>> = {
  metadata: (name, { value }, draft, source) => {
    const written = textOf(value)?.trim() ?? '';
    if (name === 'name' && /^[\w.-]+$/.test(written)) draft.project ??= normaliseName(written);
    else if (name === 'requires_dist')
      addList(value, null, draft, source); // distutils2 and pbr
    else if (name === 'requires_python') notePython(value, draft);
  },
  options: (name, { value }, draft, source) => {
    const group = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (group !== undefined) addList(value, group, draft, source);
    else if (name === 'python_requires') notePython(value, draft);
  },
  'options.extras_require': (_, { key, value }, draft, source) =>
    addList(value, normaliseName(textOf(key) ?? ''), draft, source),
};

/** Options may be written with `-` for `_`, and in any case. */
function keyOf({ key }: Entry): string {
  return (asScalar(key)?.text ?? '').toLowerCase().replaceAll('-', '_');
}

function notePython(node: DataNode, draft: Draft): void {
  const specifier = textOf(node)?.trim() ?? '';
  if (specifier !== '') draft.python ??= { specifier, place: placeOf(node, draft) };
}

/** A list stands on lines of its own, or on one line parted by `;`; `file:` names the files that hold it. */
function addList(node: DataNode, group: string | null, draft: Draft, { text, section }: Source): void {
  for (const { line, start } of valueLines(text, node.start, node.end)) {
    const place = draft.place(start, start + line.length);
    const files = /^file:\s*(.*)$/.exec(line)?.[1];
    if (files !== undefined) for (const file of files.split(',')) include(file.trim(), place, draft);
    else for (const requirement of section.expand(line)) addRequirementText(requirement, draft, { place, group });
  }
}

function include(file: string, place: ReturnType<Draft['place']>, draft: Draft): void {
  if (file === '') return;
  const found = includePath(draft.file, file);
  draft.addOption({ name: 'requirement', value: file, place });
  if (found.ok) draft.includes.push(found.path);
  else draft.fault(place, found.message);
}
