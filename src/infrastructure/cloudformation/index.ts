import { joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataTree } from '../../syntax/data-tree.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { candidatesIn } from '../model/candidates.ts';
import { inData, maskPlaceholders, standsForValue } from '../model/placeholders.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import { candidacy, isNamedTemplate } from './candidacy.ts';
import type { Source } from './evaluate.ts';
import type { NoteReference } from './evaluation.ts';
import { openTemplates } from './nesting.ts';
import { isTemplate, stackOf } from './template.ts';

/**
 * Reads every CloudFormation template. Where somebody wants to be told of references, everything is evaluated at once.
 */
export async function read(context: ReadingContext, noted?: NoteReference): Promise<ReadStacks> {
  const { repository, kindOf, candidates = candidatesIn(repository, candidacy) } = context;
  const sources: Source[] = [];
  const editable = new Map<string, EditableData>();
  const unreadable: UnreadablePart[] = [];
  const formatOf = formats();
  for (const file of candidates) {
    const found = await open(file, repository, formatOf);
    if (found === undefined) continue;
    if ('reason' in found) unreadable.push(found);
    else {
      sources.push(found.source);
      if (found.source.original === found.source.tree.text) {
        editable.set(file, { tree: found.source.tree, edits: found.edits });
      }
    }
  }
  const templates = openTemplates(sources, await includes(repository, sources), noted);
  if (noted !== undefined) {
    for (const { evaluator, source } of templates)
      source.tree.documents.slice(0, 1).forEach((root) => evaluator.value(root));
  }
  const stacks = templates.map((template) => stackOf(template, kindOf));
  for (const { faults } of stacks) {
    unreadable.push(...faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })));
  }
  return { stacks, editable, unreadable };
}

/** A file as a template, or why it cannot be read; undefined where it is none. */
async function open(
  file: string,
  repository: Repository,
  formatOf: FormatOf,
): Promise<{ source: Source; edits: EditableData['edits'] } | UnreadablePart | undefined> {
  const text = repository.readText(file);
  if (!text.ok) return { file, line: 1, reason: text.message };
  const format = await formatOf(file, text.text);
  const tree = parse(text.text, format);
  if (isTemplate(tree)) return { source: { file, tree, original: text.text }, edits: format.edits };
  return isNamedTemplate(file) && tree.faults.length > 0 ? faultOf(file, tree) : undefined;
}

/** The tree of a text; what other template languages left in it is masked where it would be taken for something else. */
function parse(text: string, format: Format): DataTree {
  const tree = format.parse(text);
  if (tree.faults.length === 0 && !standsForValue(text)) return tree;
  const masked = maskPlaceholders(text, inData);
  if (masked.text === text) return tree;
  const other = format.parse(masked.text);
  return other.faults.length <= tree.faults.length ? other : tree;
}

/** What gives the files that macros include, parsed once; nothing is loaded where no template includes any. */
async function includes(
  repository: Repository,
  sources: readonly Source[],
): Promise<(folder: string, path: string) => { file: string; tree: DataTree } | undefined> {
  if (!sources.some(({ tree }) => tree.text.includes('AWS::Include'))) return () => undefined;
  const { parseYaml } = await import('../../syntax/yaml/index.ts');
  const known = new Map<string, DataTree>();
  return (folder, path) => {
    const file = joinPath(folder, path);
    if (file === undefined || !repository.has(file)) return undefined;
    let tree = known.get(file);
    if (tree === undefined) {
      const text = repository.readText(file);
      if (!text.ok) return undefined;
      tree = parseYaml(text.text); // JSON is YAML
      known.set(file, tree);
    }
    return { file, tree };
  };
}

interface Format {
  readonly parse: (text: string) => DataTree;
  readonly edits: EditableData['edits'];
}

type FormatOf = (file: string, text: string) => Promise<Format>;

/** What tells the format of a file; each is loaded when it is met first. */
function formats(): FormatOf {
  let json: Promise<Format> | undefined;
  let yaml: Promise<Format> | undefined;
  return (file, text) => (isJson(file, text) ? (json ??= loadJson()) : (yaml ??= loadYaml()));
}

/** JSON by its first character, whatever the name: `.template` files are either. */
function isJson(file: string, text: string): boolean {
  return /^\s*\{/.test(text.slice(0, 200)) && !/\.ya?ml$/i.test(file);
}

async function loadJson(): Promise<Format> {
  const { parseJson, jsonEdits } = await import('../../syntax/json/index.ts');
  return { parse: (text) => parseJson(text), edits: jsonEdits };
}

async function loadYaml(): Promise<Format> {
  const { parseYaml, yamlEdits } = await import('../../syntax/yaml/index.ts');
  return { parse: parseYaml, edits: yamlEdits };
}

function faultOf(file: string, tree: DataTree): UnreadablePart {
  const [fault] = tree.faults;
  return { file, line: tree.lines.position(fault?.start ?? 0).line, reason: fault?.message ?? 'cannot be read' };
}
