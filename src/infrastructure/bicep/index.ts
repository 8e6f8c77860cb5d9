import { parseBicep } from '../../syntax/bicep/index.ts';
import type { EditableFile } from '../../syntax/editable-file.ts';
import { azdMains } from '../azure/azd.ts';
import type { Observer } from '../azure/evaluate.ts';
import { Programs } from '../azure/load.ts';
import { mainFiles } from '../azure/main-files.ts';
import { parametersFor } from '../azure/parameters.ts';
import { readStack } from '../azure/stack.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';

/** The modules that a file calls. */
const calls = /^[ \t]*module\s+\w+\s+'([^'\r\n]+)'/gm;
const declares = /^[ \t]*(?:resource|module)\s+\w+\s+'/m;

/** Reads every Bicep file that no other one calls, with the modules in the tree that it calls. */
export async function read(context: ReadingContext, observe?: Observer): Promise<ReadStacks> {
  const { repository } = context;
  const programs = new Programs(repository);
  const unreadable: UnreadablePart[] = [];
  const texts = new Map<string, string>();
  for (const file of repository.files.filter((one) => /\.bicep$/i.test(one))) {
    const content = repository.readText(file);
    if (!content.ok) unreadable.push({ file, line: 1, reason: content.message });
    else if (declares.test(content.text)) texts.set(file, content.text);
  }
  const mains = mainFiles(texts, calls, azdMains(repository));
  const given = parametersFor(repository, programs, new Set(mains));
  const stacks: Stack[] = [];
  for (const file of mains) {
    const program = programs.at(file);
    if (program === undefined) continue;
    const stack = readStack({ program, given: given(file) }, programs, context, observe);
    stacks.push(stack);
    unreadable.push(
      ...stack.faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
    );
  }
  const editable = new Map([...texts].map(([file, text]) => [file, editableBicep(text)]));
  return { stacks, editable, unreadable };
}

/** Read once more when it is edited. */
function editableBicep(text: string): EditableFile {
  return {
    get bicep() {
      return parseBicep(text);
    },
  };
}
