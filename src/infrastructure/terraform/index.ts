// https://developer.hashicorp.com/terraform/language
import { baseName } from '../../repository/paths.ts';
import type { EditableFile } from '../../syntax/editable-file.ts';
import { jsonEdits, parseJson } from '../../syntax/json/index.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { Declarations } from './declarations.ts';
import { Evaluator, type Observer } from './evaluator.ts';
import { type Folders, readFolders } from './folders.ts';
import { Module } from './module.ts';
import { rootsOf } from './roots.ts';
import { placeOf, type SourceExpression } from './source.ts';
import { mostInStack, type StackState } from './stack.ts';
import { TreeFiles } from './tree-files.ts';
import { readValues, valueFiles } from './value-files.ts';
import { settableVariables } from './variables.ts';

/**
 * Reads the Terraform and OpenTofu code of a repository: a stack for each root module, with the modules of the tree that
 * it calls. `observe` is told of each reference that is looked up.
 */
export async function read(context: ReadingContext, observe?: Observer): Promise<ReadStacks> {
  const { repository } = context;
  const folders = readFolders(repository);
  const files = valueFiles(repository);
  const unreadable: UnreadablePart[] = [...folders.unreadable];
  const stacks = rootsOf(folders, (folder) => files.has(folder)).map((root) => {
    const values = readValues(files.get(root.folder) ?? [], repository, unreadable);
    return readStack(root, values, folders, context, observe);
  });
  return { stacks, editable: editableFiles(folders), unreadable };
}

/** The files that read without faults; those written as JSON are read once more, as data, when they are edited. */
function editableFiles({ declarations }: Folders): Map<string, EditableFile> {
  const sources = [...declarations.values()].flatMap((one) => one.sources);
  const sound = sources.filter(({ hcl, placeholders }) => hcl.faults.length === 0 && placeholders.length === 0);
  return new Map(sound.map(({ file, text, hcl }) => [file, file.endsWith('.json') ? editableJson(text) : { hcl }]));
}

function editableJson(text: string): EditableFile {
  return {
    get tree() {
      return parseJson(text);
    },
    edits: jsonEdits,
  };
}

function readStack(
  root: Declarations,
  values: ReadonlyMap<string, SourceExpression>,
  folders: Folders,
  { repository, kindOf }: ReadingContext,
  observe: Observer | undefined,
): Stack {
  const evaluator = new Evaluator(new TreeFiles(repository, root.folder), observe);
  const faults: Stack['faults'][number][] = root.sources.flatMap((source) =>
    source.hcl.faults.map((fault) => ({ place: placeOf(source, fault), message: fault.message })),
  );
  let admitted = 0;
  const state: StackState = {
    evaluator,
    folder: root.folder,
    declarationsOf: (folder) => folders.declarations.get(folder),
    callersOf: (folder) => folders.callers.get(folder) ?? 0,
    kindOf,
    fault: (place, message) => faults.push({ place, message }),
    admit: () => ++admitted <= mostInStack,
    add: (resource: Resource) => evaluator.resources.set(resource.id, resource),
    open: (declarations, at, variables) => new Module(declarations, at, state, variables),
  };
  const position = { prefix: '', caller: undefined, condition: null, shared: folders.callers.has(root.folder) };
  new Module(root, position, state, settableVariables(values, evaluator)).addAll();
  return { file: mainFile(root), format: 'terraform', resources: evaluator.resources, faults };
}

function mainFile({ sources }: Declarations): string {
  const files = sources.map(({ file }) => file);
  return files.find((file) => /^main\.(tf|tofu)(\.json)?$/.test(baseName(file))) ?? files[0] ?? '';
}
