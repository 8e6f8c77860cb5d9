import { baseName, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataTree } from '../../syntax/data-tree.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { inData, maskPlaceholders, standsForValue } from '../model/placeholders.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Source } from './evaluate.ts';
import type { NoteReference } from './evaluation.ts';
import { openTemplates } from './nesting.ts';
import { isTemplate, stackOf } from './template.ts';

/** The names of files that may be templates, those among them that another template language completes. */
const dataFile = /\.(ya?ml|json|template)(\.(j2|jinja2?|tpl|tmpl|tftpl|erb))?$/i;

/** Names that teams give to templates: such a file is read even if nothing in it looks like one. */
const templateName = /^(template|cloudformation|sam)([-_.].*)?\.(ya?ml|json)$|\.template\.(ya?ml|json)$/i;

const section = Buffer.from('Resources');
const typePrefix = Buffer.from('::');

/**
 * Reads every CloudFormation template. A byte scan tells which files can be one; the others are not parsed. Where
 * somebody wants to be told of references, everything is evaluated at once.
 */
export async function read({ repository, kindOf }: ReadingContext, noted?: NoteReference): Promise<ReadStacks> {
  const sources: Source[] = [];
  const editable = new Map<string, EditableData>();
  const unreadable: UnreadablePart[] = [];
  for (const file of repository.files) {
    if (!dataFile.test(file)) continue;
    const found = await open(file, repository);
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
): Promise<{ source: Source; edits: EditableData['edits'] } | UnreadablePart | undefined> {
  const content = repository.read(file);
  const named = templateName.test(baseName(file));
  if (!content.ok) return named ? { file, line: 1, reason: content.message } : undefined;
  if (!named && !looksLikeTemplate(content.bytes)) return undefined;
  const text = repository.readText(file);
  if (!text.ok) return { file, line: 1, reason: text.message };
  const format = await formatOf(file, text.text);
  const tree = parse(text.text, format);
  if (isTemplate(tree)) return { source: { file, tree, original: text.text }, edits: format.edits };
  return named && tree.faults.length > 0 ? faultOf(file, tree) : undefined;
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

/** A section `Resources` at the top and a resource's type: a word in a text is not enough. */
function looksLikeTemplate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes(section) || !buffer.includes(typePrefix)) return false;
  const text = buffer.toString('latin1');
  return (
    /^["']?Resources["']?\s*:|"Resources"\s*:\s*\{/m.test(text) &&
    /Type["']?\s*:\s*["']?(AWS|Alexa|Custom)::/.test(text)
  );
}

interface Format {
  readonly parse: (text: string) => DataTree;
  readonly edits: EditableData['edits'];
}

/** JSON by its first character, whatever the name: `.template` files are either. */
async function formatOf(file: string, text: string): Promise<Format> {
  if (/^\s*\{/.test(text.slice(0, 200)) && !/\.ya?ml$/i.test(file)) {
    const { parseJson, jsonEdits } = await import('../../syntax/json/index.ts');
    return { parse: (source) => parseJson(source), edits: jsonEdits };
  }
  const { parseYaml, yamlEdits } = await import('../../syntax/yaml/index.ts');
  return { parse: parseYaml, edits: yamlEdits };
}

function faultOf(file: string, tree: DataTree): UnreadablePart {
  const [fault] = tree.faults;
  return { file, line: tree.lines.position(fault?.start ?? 0).line, reason: fault?.message ?? 'cannot be read' };
}
