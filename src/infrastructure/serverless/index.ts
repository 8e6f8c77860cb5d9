import type { DataTree } from '../../syntax/data-tree.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { asMapping, at } from '../../syntax/navigate.ts';
import type { NoteReference } from '../cloudformation/evaluation.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import type { OpenFile } from './service-file.ts';
import { readService } from './stack.ts';

const configuration = /(^|\/)serverless[^/]*\.(ya?ml|json)$/i;
const program = /(^|\/)serverless\.[cm]?[jt]s$/i;

/** Reads every serverless.yml (of Serverless Framework 3 and 4) with the files that it takes parts from. */
export async function read({ repository, kindOf }: ReadingContext, noted?: NoteReference): Promise<ReadStacks> {
  const stacks: Stack[] = [];
  const editable = new Map<string, EditableData>();
  const unreadable: UnreadablePart[] = [];
  const { parseYaml, yamlEdits } = await import('../../syntax/yaml/index.ts');
  const trees = new Map<string, DataTree | undefined>();
  const openFile: OpenFile = (file) => {
    if (trees.has(file)) return trees.get(file);
    const text = repository.has(file) ? repository.readText(file) : undefined;
    const tree = text?.ok === true ? parseYaml(text.text) : undefined; // JSON is YAML
    trees.set(file, tree);
    if (tree !== undefined && !file.endsWith('.json')) editable.set(file, { tree, edits: yamlEdits });
    return tree;
  };
  for (const file of repository.files) {
    const isProgram = program.test(file);
    if (!isProgram && !configuration.test(file)) continue;
    const text = repository.readText(file);
    if (isProgram) {
      const isService = text.ok && /\bservice\b/.test(text.text) && /\bprovider\b/.test(text.text);
      if (isService) unreadable.push({ file, line: 1, reason: 'a configuration that is a program is not read' });
      continue;
    }
    if (!text.ok) {
      unreadable.push({ file, line: 1, reason: text.message });
      continue;
    }
    const tree = openFile(file);
    if (tree === undefined || !isService(tree)) continue;
    const stack = readService(file, tree, openFile, kindOf, noted);
    stacks.push(stack);
    unreadable.push(
      ...stack.faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
    );
  }
  return { stacks, editable, unreadable };
}

/** A service has a name and something to deploy; files of parts have neither. */
function isService(tree: DataTree): boolean {
  const root = asMapping(tree.documents[0]);
  return (
    at(root, 'service') !== undefined &&
    ['provider', 'functions', 'resources'].some((key) => at(root, key) !== undefined)
  );
}
