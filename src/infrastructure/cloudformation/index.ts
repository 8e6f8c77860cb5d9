import { baseName } from '../../repository/paths.ts';
import type { DataTree } from '../../syntax/data-tree.ts';
import type { EditableTree, ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import { isTemplate, readTemplate } from './template.ts';

const dataFile = /\.(ya?ml|json|template)$/i;

/** Names that teams give to templates: such a file is read even if nothing in it looks like one. */
const templateName = /^(template|cloudformation|sam)([-_.].*)?\.(ya?ml|json)$|\.template\.(ya?ml|json)$/i;

const section = Buffer.from('Resources');
const typePrefix = Buffer.from('::');

/** Reads every CloudFormation template. A byte scan tells which files can be one; the others are not parsed. */
export async function read({ repository, kindOf }: ReadingContext): Promise<ReadStacks> {
  const candidates = repository.files.filter((file) => dataFile.test(file));
  const stacks: Stack[] = [];
  const editable = new Map<string, EditableTree>();
  const unreadable: UnreadablePart[] = [];
  for (const file of candidates) {
    const content = repository.read(file);
    const named = templateName.test(baseName(file));
    if (!content.ok) {
      if (named) unreadable.push({ file, line: 1, reason: content.message });
      continue;
    }
    if (!named && !looksLikeTemplate(content.bytes)) continue;
    const text = repository.readText(file);
    if (!text.ok) {
      unreadable.push({ file, line: 1, reason: text.message });
      continue;
    }
    const format = await formatOf(file, text.text);
    const tree = format.parse(text.text);
    const [fault] = tree.faults;
    if (!isTemplate(tree)) {
      if (named && fault !== undefined) unreadable.push(faultOf(file, tree));
      continue;
    }
    const stack = readTemplate(file, tree, kindOf);
    stacks.push(stack);
    editable.set(file, { tree, edits: format.edits });
    unreadable.push(...stack.faults.map(({ place, message }) => ({ file, line: place.line, reason: message })));
  }
  return { stacks, editable, unreadable };
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
  readonly edits: EditableTree['edits'];
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
