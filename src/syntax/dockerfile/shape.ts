import type { Dockerfile, Instruction } from './model.ts';
import type { DockerfilePart } from './part-edits.ts';

/** What an instruction says, without places: what an edit of another one must leave alone. */
export interface Shape {
  readonly keyword: string;
  readonly flags: readonly (readonly [name: string, value: string | null])[];
  readonly form: 'exec' | 'shell';
  readonly command: string;
  readonly words: readonly string[];
  readonly pairs: readonly (readonly [name: string, value: string | null])[];
  readonly heredocs: readonly (readonly [name: string, expands: boolean, text: string])[];
}

/** Every instruction of a file, FROM included, in order. */
export function instructionsOf(file: Dockerfile): Instruction[] {
  return [...file.preamble, ...file.stages.flatMap((stage) => [stage.from, ...stage.instructions])];
}

/** What an instruction says; white space of the exec form is none of it. */
export function shapeOf(instruction: Instruction): Shape {
  const { keyword, form, command } = instruction;
  return {
    keyword,
    form,
    command: form === 'exec' ? '' : command,
    flags: instruction.flags.map(({ name, value }) => [name, value]),
    words: instruction.words.map((word) => word.text),
    pairs: instruction.pairs.map(({ name, value }) => [name, value?.text ?? null]),
    heredocs: instruction.heredocs.map(({ name, expands, text }) => [name, expands, text]),
  };
}

/** True if two instructions say the same. */
export function saysTheSame(a: Shape, b: Shape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True if `is` says what `was` did but for a part, which has the value, or is gone where that is undefined. */
export function isSet(
  was: Shape,
  is: Shape,
  part: DockerfilePart,
  value: string | readonly string[] | undefined,
): boolean {
  switch (part.kind) {
    case 'image':
      return saysTheSame({ ...was, command: '', words: was.words.with(0, String(value)) }, { ...is, command: '' });
    case 'flag':
      return saysTheSame({ ...was, flags: withNamed(was.flags, part.name, value) }, is);
    case 'pair': {
      const rest = { command: '', words: [] };
      return saysTheSame({ ...was, ...rest, pairs: withNamed(was.pairs, part.name, value) }, { ...is, ...rest });
    }
    case 'arguments': {
      const { keyword, flags, heredocs } = was;
      const meant = typeof value === 'string' ? { form: 'shell', command: value } : { form: 'exec', words: value };
      return JSON.stringify({ ...is, keyword, flags, heredocs, ...meant }) === JSON.stringify(is);
    }
  }
}

function withNamed(among: Shape['pairs'], name: string, value: unknown): Shape['pairs'] {
  const index = among.findIndex(([one]) => one === name);
  if (value === undefined) return among.toSpliced(index, 1);
  const entry = [name, String(value)] as const;
  return index < 0 ? [...among, entry] : among.with(index, entry);
}
