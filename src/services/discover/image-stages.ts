// https://docs.docker.com/build/building/multi-stage/
import type { Dockerfile, Instruction, Stage } from '../../syntax/dockerfile/index.ts';
import { resolveInImage } from './image-path.ts';

/** An instruction with the folder that it works in. */
export interface Step {
  readonly instruction: Instruction;
  readonly workdir: string;
}

/** A stage and those that it builds upon, nearest first. */
export function lineageOf(stage: Stage | undefined, stages: readonly Stage[]): Stage[] {
  const found: Stage[] = [];
  for (let next = stage; next !== undefined; ) {
    found.push(next);
    const base: number | null = next.buildsOn;
    next = base === null || base >= next.index ? undefined : stages[base];
  }
  return found;
}

/** The stages that a lineage copies files of for which `counts` holds, with their own lineages, transitively. */
export function copiedStages(
  lineage: readonly Stage[],
  stages: readonly Stage[],
  counts: (copy: Instruction) => boolean,
): Stage[] {
  const reached = new Set(lineage);
  for (const stage of reached) {
    for (const instruction of stage.instructions) {
      const from = instruction.flags.find(({ name }) => name === 'from')?.value?.toLowerCase();
      if (from === undefined || !counts(instruction)) continue;
      const source = stages.find(({ name, index }) => index < stage.index && (name === from || String(index) === from));
      for (const next of lineageOf(source, stages)) reached.add(next);
    }
  }
  return [...reached].filter((stage) => !lineage.includes(stage));
}

/** The instructions of every stage, each with its working folder; a stage starts in that of the stage it builds upon. */
export function stepsOf({ stages }: Dockerfile): Step[][] {
  const last: string[] = [];
  return stages.map(({ instructions, buildsOn, index }) => {
    let workdir = (buildsOn === null ? undefined : last[buildsOn]) ?? '/';
    const steps = instructions.map((instruction) => {
      const [folder] = instruction.words;
      if (instruction.keyword === 'WORKDIR' && folder !== undefined) workdir = resolveInImage(workdir, folder.text);
      return { instruction, workdir };
    });
    last[index] = workdir;
    return steps;
  });
}
