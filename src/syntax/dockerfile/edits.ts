import { applyEdits, type TextEdit } from '../edit.ts';
import { TextPlaces } from '../editing/text-places.ts';
import type { Dockerfile, Instruction } from './model.ts';
import { type DockerfilePart, type NamedPart, removePart, setPart } from './part-edits.ts';
import { parseDockerfile } from './read.ts';
import { renderArguments } from './render.ts';
import { instructionsOf, isSet, type Shape, saysTheSame, shapeOf } from './shape.ts';

// Each edit keeps every other instruction, comment, continuation and line break. All give undefined where the place
// cannot be reached, or where the text would be read as anything else than meant.

/**
 * Edits that set a part of an instruction; a flag or pair that is missing is added. Arguments given as a list are
 * written in the exec form, as text in the shell form; every other part takes text, with variables as written.
 */
export function setDockerfile(
  file: Dockerfile,
  instruction: Instruction,
  part: DockerfilePart,
  value: string | readonly string[],
): TextEdit[] | undefined {
  const edits = setPart(new TextPlaces(file), file, instruction, part, value);
  return checked(file, edits, (before, after) => {
    const at = instructionsOf(file).indexOf(instruction);
    const [was, is] = [before[at], after[at]];
    if (was === undefined || is === undefined || !isSet(was, is, part, value)) return false;
    return areTheSame(before.toSpliced(at, 1), after.toSpliced(at, 1));
  });
}

/**
 * Edits that remove a flag or pair of an instruction, or without a part the instruction with its lines, as the only
 * pair does too. A FROM stays: without it there is no stage.
 */
export function removeDockerfile(file: Dockerfile, instruction: Instruction, part?: NamedPart): TextEdit[] | undefined {
  const places = new TextPlaces(file);
  const at = instructionsOf(file).indexOf(instruction);
  if (part === undefined || (part.kind === 'pair' && isOnlyPair(instruction, part.name))) {
    const whole = { start: places.lineStart(instruction.start), end: places.nextLine(instruction.end), text: '' };
    return checked(file, [whole], (before, after) => at >= 0 && areTheSame(before.toSpliced(at, 1), after));
  }
  return checked(file, removePart(places, file, instruction, part), (before, after) => {
    const [was, is] = [before[at], after[at]];
    if (was === undefined || is === undefined || !isSet(was, is, part, undefined)) return false;
    return areTheSame(before.toSpliced(at, 1), after.toSpliced(at, 1));
  });
}

/**
 * Edits that insert an instruction on a line of its own: into a stage by its index, or before the first FROM (`null`),
 * as its `index`th instruction, FROM not counted. Comments stay with what follows them.
 */
export function insertDockerfile(
  file: Dockerfile,
  stage: number | null,
  index: number,
  keyword: string,
  value: string | readonly string[],
): TextEdit[] | undefined {
  const home = stage === null ? undefined : file.stages[stage];
  const among = stage === null ? file.preamble : home?.instructions;
  if (among === undefined || index < 0 || index > among.length) return undefined;
  const places = new TextPlaces(file);
  const line = `${keyword} ${renderArguments(value)}`;
  const all = instructionsOf(file);
  const previous = among[index - 1] ?? home?.from;
  const at = previous === undefined ? 0 : all.indexOf(previous) + 1;
  const edit = previous === undefined ? above(places, all[0], line) : below(places, previous, line);
  return checked(file, [edit], (before, after) => {
    const made = after[at];
    if (made?.keyword !== keyword.toUpperCase() || made.flags.length > 0) return false;
    return isSet(made, made, { kind: 'arguments' }, value) && areTheSame(before, after.toSpliced(at, 1));
  });
}

function above(places: TextPlaces, first: Instruction | undefined, line: string): TextEdit {
  const end = places.text.length;
  if (first === undefined) return { start: end, end, text: line + places.eol };
  const start = places.lineStart(first.start);
  return { start, end: start, text: line + places.eol };
}

function below(places: TextPlaces, previous: Instruction, line: string): TextEdit {
  const indent = previous.keyword === 'FROM' ? '' : places.before(previous.start);
  const start = places.nextLine(previous.end);
  const open = places.lineEnd(previous.end) === places.text.length;
  return { start, end: start, text: open ? places.eol + indent + line : indent + line + places.eol };
}

function isOnlyPair({ pairs }: Instruction, name: string): boolean {
  return pairs.length === 1 && pairs[0]?.name === name;
}

/** The edits, if what they make has no new fault, the same stages and directives, and is as meant. */
function checked(
  file: Dockerfile,
  edits: TextEdit[] | undefined,
  isMeant: (before: readonly Shape[], after: readonly Shape[]) => boolean,
): TextEdit[] | undefined {
  if (edits === undefined) return undefined;
  const after = parseDockerfile(applyEdits(file.text, edits));
  const kept = after.stages.length === file.stages.length && after.directives.length === file.directives.length;
  if (!kept || after.faults.length > file.faults.length) return undefined;
  return isMeant(instructionsOf(file).map(shapeOf), instructionsOf(after).map(shapeOf)) ? edits : undefined;
}

function areTheSame(a: readonly Shape[], b: readonly Shape[]): boolean {
  return a.length === b.length && a.every((shape, at) => b[at] !== undefined && saysTheSame(shape, b[at]));
}
