import type { TextEdit } from '../edit.ts';
import type { TextPlaces } from '../editing/text-places.ts';
import type { Dockerfile, Instruction, Span } from './model.ts';
import { renderArguments, renderValue } from './render.ts';

/** What is set or removed of an instruction: the image of FROM, a flag, a pair of ARG, ENV or LABEL, or all arguments. */
export type DockerfilePart = { readonly kind: 'image' } | { readonly kind: 'arguments' } | NamedPart;

/** A flag, or a pair of ARG, ENV or LABEL. */
export interface NamedPart {
  readonly kind: 'flag' | 'pair';
  readonly name: string;
}

/** The edits that write a part of an instruction, not yet read back; undefined where there is no room for it. */
export function setPart(
  places: TextPlaces,
  file: Dockerfile,
  instruction: Instruction,
  part: DockerfilePart,
  value: string | readonly string[],
): TextEdit[] | undefined {
  if (part.kind === 'arguments') {
    const whole = { start: instruction.commandStart, end: instruction.end };
    const free = instruction.heredocs.length === 0 && !holdsComment(file, whole);
    return free ? [{ ...whole, text: renderArguments(value) }] : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (part.kind === 'image') {
    const [image] = instruction.words;
    return image && instruction.keyword === 'FROM' ? [{ start: image.start, end: image.end, text: value }] : undefined;
  }
  if (part.kind === 'flag') return setFlag(instruction, part.name, value);
  return setPair(places, file, instruction, part.name, value);
}

function setFlag(instruction: Instruction, name: string, value: string): TextEdit[] {
  const text = `--${name}=${value}`;
  const flag = instruction.flags.find((one) => one.name === name);
  if (flag) return [{ start: flag.start, end: flag.end, text }];
  const at = instruction.flags.at(-1)?.end ?? instruction.start + instruction.keyword.length;
  return [{ start: at, end: at, text: ` ${text}` }];
}

function setPair(
  places: TextPlaces,
  file: Dockerfile,
  instruction: Instruction,
  name: string,
  value: string,
): TextEdit[] | undefined {
  const pair = instruction.pairs.find((one) => one.name === name);
  const last = instruction.pairs.at(-1);
  if (last === undefined) return undefined;
  const old = isOld(instruction);
  if (pair === undefined) {
    return old ? undefined : [{ start: last.end, end: last.end, text: ` ${name}=${renderValue(value, '', file)}` }];
  }
  if (pair.value === null) return [{ start: pair.end, end: pair.end, text: `=${renderValue(value, '', file)}` }];
  const { start, end } = pair.value;
  if (holdsComment(file, pair.value)) return undefined;
  return [{ start, end, text: old ? value : renderValue(value, places.text.slice(start, end), file) }];
}

/** `ENV name value`, which has room for one. */
function isOld({ keyword, words }: Instruction): boolean {
  return keyword !== 'ARG' && words[0]?.text.includes('=') === false;
}

/** The edits that remove a flag or pair of an instruction, not yet read back; undefined where there is none. */
export function removePart(
  places: TextPlaces,
  file: Dockerfile,
  instruction: Instruction,
  part: NamedPart,
): TextEdit[] | undefined {
  const among = part.kind === 'flag' ? instruction.flags : instruction.pairs;
  const index = among.findIndex(({ name }) => name === part.name);
  return index < 0 ? undefined : removeWord(places, file, instruction, among, index);
}

/** Removes a word with the blanks that part it from its neighbour, or with its line where it stands alone on one. */
function removeWord(
  places: TextPlaces,
  file: Dockerfile,
  instruction: Instruction,
  among: readonly Span[],
  index: number,
): TextEdit[] | undefined {
  const word = among[index];
  if (word === undefined) return undefined;
  const next = among[index + 1]?.start ?? (among === instruction.flags ? instruction.commandStart : undefined);
  const line = { start: places.lineStart(word.start), end: places.nextLine(word.end) };
  const alone = places.startsLine(word.start) && next !== undefined && next >= line.end;
  const before = among[index - 1]?.end ?? flagsEnd(instruction, among);
  const inline = next !== undefined && next <= line.end ? { start: word.start, end: next } : undefined;
  const gone = alone ? line : (inline ?? { start: before, end: word.end });
  return holdsComment(file, gone) ? undefined : [{ ...gone, text: '' }];
}

function flagsEnd({ start, keyword, flags }: Instruction, among: readonly Span[]): number {
  return (among === flags ? undefined : flags.at(-1)?.end) ?? start + keyword.length;
}

function holdsComment({ comments }: Dockerfile, { start, end }: Span): boolean {
  return comments.some((comment) => comment.start >= start && comment.start < end);
}
