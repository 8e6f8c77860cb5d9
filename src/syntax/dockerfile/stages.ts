import type { SyntaxFault } from '../data-tree.ts';
import { addFault } from '../limits.ts';
import { imageOf, resolve } from './image.ts';
import type { Instruction, Stage } from './model.ts';

/** How many characters variables may bring into all names of a file: each ARG can double the one before. */
const mostFromVariables = 1_000_000;

/** Sorts instructions into stages, and names what FROM says. */
export function cutStages(
  instructions: readonly Instruction[],
  faults: SyntaxFault[],
): { preamble: Instruction[]; stages: Stage[] } {
  const preamble: Instruction[] = [];
  const stages: Stage[] = [];
  const names = new Map<string, number>();
  const values = new Map<string, string | undefined>();
  let room = mostFromVariables;
  const valueOf = (name: string): string | undefined => {
    const value = values.get(name);
    room -= value?.length ?? 0;
    return room < 0 ? undefined : value;
  };
  let body = preamble;
  for (const instruction of instructions) {
    const last = stages.at(-1) as { end: number } | undefined;
    if (last) last.end = instruction.keyword === 'FROM' ? last.end : instruction.end;
    if (instruction.keyword === 'FROM') {
      body = [];
      const stage = stageOf(instruction, body, stages.length, names, valueOf);
      stages.push(stage);
      if (stage.name !== null) names.set(stage.name, stage.index);
      continue;
    }
    body.push(instruction);
    if (body !== preamble) continue;
    if (instruction.keyword === 'ARG') declare(instruction, values, valueOf);
    else
      addFault(faults, `${instruction.keyword.slice(0, 40)} before the first FROM`, instruction.start, instruction.end);
  }
  return { preamble, stages };
}

function declare(
  instruction: Instruction,
  values: Map<string, string | undefined>,
  valueOf: (name: string) => string | undefined,
): void {
  for (const { name, value } of instruction.pairs) {
    values.set(name, value === null ? undefined : (resolve(value.text, value, valueOf).resolved ?? undefined));
  }
}

function stageOf(
  from: Instruction,
  instructions: Instruction[],
  index: number,
  names: ReadonlyMap<string, number>,
  valueOf: (name: string) => string | undefined,
): Stage {
  const [image, as, name] = from.words;
  const reference = imageOf(image ?? { text: '', start: from.end, end: from.end }, valueOf);
  const platform = from.flags.find((flag) => flag.name === 'platform');
  return {
    index,
    start: from.start,
    end: from.end,
    name: as?.text.toLowerCase() === 'as' && name ? name.text.toLowerCase() : null,
    image: reference,
    buildsOn: names.get((reference.resolved ?? '').toLowerCase()) ?? null,
    platform: platform ? resolve(platform.value ?? '', platform, valueOf) : null,
    from,
    instructions,
  };
}
