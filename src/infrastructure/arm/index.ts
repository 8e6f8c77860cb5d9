import type { EditableData } from '../../syntax/editable-file.ts';
import { jsonEdits, parseJson } from '../../syntax/json/index.ts';
import type { Observer } from '../azure/evaluate.ts';
import { Programs } from '../azure/load.ts';
import { mainFiles } from '../azure/main-files.ts';
import { parametersFor } from '../azure/parameters.ts';
import { readStack } from '../azure/stack.ts';
import { candidatesIn } from '../model/candidates.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import { candidacy } from './candidacy.ts';

/** The templates that one links to. */
const links = /"(?:relativePath|uri)"\s*:\s*"[^"\r\n]*?([\w.-][\w./-]*\.json)[^"\r\n]*"/g;

/** Written by Bicep's compiler: what it means stands in the Bicep file. */
const generated = /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/;

/** Reads every ARM template that no other one links to. */
export async function read(context: ReadingContext, observe?: Observer): Promise<ReadStacks> {
  const { repository, candidates = candidatesIn(repository, candidacy) } = context;
  const programs = new Programs(repository);
  const unreadable: UnreadablePart[] = [];
  const texts = new Map<string, string>();
  for (const file of candidates) {
    const content = repository.readText(file);
    if (!content.ok) unreadable.push({ file, line: 1, reason: content.message });
    else if (!(generated.test(content.text) && repository.has(file.replace(/\.\w+$/, '.bicep'))))
      texts.set(file, content.text);
  }
  const mains = mainFiles(texts, links, new Set());
  const given = parametersFor(repository, programs, new Set(mains));
  const stacks: Stack[] = [];
  const editable = new Map<string, EditableData>();
  for (const file of mains) {
    const program = programs.at(file);
    if (program === undefined) continue;
    const stack = readStack({ program, given: given(file) }, programs, context, observe);
    stacks.push(stack);
    const { text } = program;
    editable.set(file, {
      get tree() {
        return parseJson(text, { jsonc: true });
      },
      edits: jsonEdits,
    });
    unreadable.push(
      ...stack.faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
    );
  }
  return { stacks, editable, unreadable };
}
