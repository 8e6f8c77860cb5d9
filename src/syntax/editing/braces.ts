import type { TextEdit } from '../edit.ts';
import type { TextPlaces } from './text-places.ts';

// Edits of what stands in braces on lines of its own: the blocks and objects of HCL and Bicep.

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Braces with what stands in them. In one line, entries are parted by commas, or there may be only one of them. */
export interface Braced {
  /** The opening brace. */
  readonly start: number;
  /** Behind the closing brace. */
  readonly end: number;
  readonly items: readonly Span[];
  readonly commas: boolean;
}

/** How an entry is written whose line begins with `indent`. */
export type RenderEntry = (indent: string) => string;

/** Edits that write an entry behind the last; undefined where its place is not plain. */
export function addToBraces(
  places: TextPlaces,
  braced: Braced,
  unit: string,
  render: RenderEntry,
): TextEdit[] | undefined {
  const { eol } = places;
  const outer = leading(places, braced.start);
  const last = braced.items.at(-1);
  const close = braced.end - 1;
  if (last === undefined) return fill(places, braced, outer, unit, render);
  if (places.startsLine(last.start)) {
    const at = behindComma(places, last.end);
    const end = places.restOfLine(at);
    const indent = leading(places, last.start);
    return end === undefined ? undefined : [{ start: end, end, text: eol + indent + render(indent) }];
  }
  if (braced.commas) return [{ start: last.end, end: last.end, text: `, ${render(outer)}` }];
  const first = braced.items[0] ?? last;
  const indent = outer + unit;
  return [
    { start: braced.start + 1, end: first.start, text: eol + indent },
    { start: last.end, end: close, text: eol + indent + render(indent) + eol + outer },
  ];
}

function fill(
  places: TextPlaces,
  { start, end }: Span,
  outer: string,
  unit: string,
  render: RenderEntry,
): TextEdit[] | undefined {
  const { eol } = places;
  const indent = outer + unit;
  const close = end - 1;
  if (places.text.slice(start + 1, close).trim() === '') {
    return [{ start: start + 1, end: close, text: eol + indent + render(indent) + eol + outer }];
  }
  if (!places.startsLine(close)) return undefined;
  const at = places.lineStart(close);
  return [{ start: at, end: at, text: indent + render(indent) + eol }];
}

/** Edits that remove an entry, with its line where nothing but its comment stands on it. */
export function removeFromBraces(places: TextPlaces, braced: Braced, index: number): TextEdit[] | undefined {
  const item = braced.items[index];
  if (item === undefined) return undefined;
  const rest = places.restOfLine(behindComma(places, item.end));
  if (places.startsLine(item.start) && rest !== undefined) {
    return [{ start: places.lineStart(item.start), end: places.nextLine(rest), text: '' }];
  }
  const next = braced.items[index + 1];
  if (next) return [{ start: item.start, end: next.start, text: '' }];
  const previous = braced.items[index - 1];
  if (previous) return [{ start: previous.end, end: item.end, text: '' }];
  return [{ start: braced.start + 1, end: braced.end - 1, text: '' }];
}

function behindComma(places: TextPlaces, offset: number): number {
  let at = offset;
  while (places.text[at] === ' ' || places.text[at] === '\t') at++;
  return places.text[at] === ',' ? at + 1 : offset;
}

/** The white space that the line of an offset begins with. */
export function leading(places: TextPlaces, offset: number): string {
  return /^[ \t]*/.exec(places.text.slice(places.lineStart(offset), offset))?.[0] ?? '';
}
