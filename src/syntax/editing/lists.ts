import type { DataNode, MappingNode, SequenceNode } from '../data-tree.ts';
import type { TextEdit } from '../edit.ts';
import type { TextPlaces } from './text-places.ts';

// Edits of collections in brackets with commas: JSON, YAML's flow style, TOML's arrays and inline tables.

interface Span {
  readonly start: number;
  readonly end: number;
}

/** How an item is written: `indent` is the white space before it where it has a line of its own, else undefined. */
export type RenderItem = (indent: string | undefined) => string;

/** The items of a collection, or its entries with their keys. */
export function spansOf(node: MappingNode | SequenceNode): Span[] {
  if (node.kind === 'sequence') return node.items.map((item) => ({ start: item.start, end: item.end }));
  return node.entries.map(({ key, value }) => ({ start: key.start, end: Math.max(key.end, value.end) }));
}

/** True if the node is written with brackets, so that these edits apply. */
export function isBracketed(places: TextPlaces, node: DataNode): node is MappingNode | SequenceNode {
  if (node.kind !== 'mapping' && node.kind !== 'sequence') return false;
  const last = places.text[node.end - 1];
  return node.flow && last === (node.kind === 'mapping' ? '}' : ']');
}

/** Edits that write an item before the one at `index`, or behind the last. `unit` is one step of indentation. */
export function insertIntoList(
  places: TextPlaces,
  node: MappingNode | SequenceNode,
  index: number,
  unit: string,
  render: RenderItem,
): TextEdit[] | undefined {
  const spans = spansOf(node);
  if (index > spans.length || index < 0) return undefined;
  const next = spans[index];
  if (next) {
    const previous = spans[index - 1];
    const behind = previous && behindPrevious(places, previous, next, render);
    if (behind) return [behind];
    const indent = places.startsLine(next.start) ? places.before(next.start) : undefined;
    const glue = indent === undefined ? ' ' : places.eol + indent;
    return [{ start: next.start, end: next.start, text: `${render(indent)},${glue}` }];
  }
  const last = spans.at(-1);
  return last ? append(places, last, render) : fill(places, node, unit, render);
}

/** Writes an item on the line below the previous one's, where both it and the next have lines: comments stay with the next. */
function behindPrevious(places: TextPlaces, previous: Span, next: Span, render: RenderItem): TextEdit | undefined {
  const comma = places.skip(previous.end);
  const at = places.text[comma] === ',' ? places.restOfLine(comma + 1) : undefined;
  if (at === undefined || !places.startsLine(next.start)) return undefined;
  const indent = places.before(next.start);
  return { start: at, end: at, text: `${places.eol}${indent}${render(indent)},` };
}

function append(places: TextPlaces, last: Span, render: RenderItem): TextEdit[] {
  const comma = places.skip(last.end);
  const trailing = places.text[comma] === ',';
  const indent = places.startsLine(last.start) ? places.before(last.start) : undefined;
  if (indent === undefined) {
    const at = trailing ? comma + 1 : last.end;
    const text = trailing ? ` ${render(undefined)},` : `, ${render(undefined)}`;
    return [{ start: at, end: at, text }];
  }
  const behind = trailing ? comma + 1 : last.end;
  const at = places.restOfLine(behind) ?? behind;
  const line = `${places.eol}${indent}${render(indent)}`;
  if (trailing) return [{ start: at, end: at, text: `${line},` }];
  if (at === last.end) return [{ start: at, end: at, text: `,${line}` }];
  return [
    { start: last.end, end: last.end, text: ',' },
    { start: at, end: at, text: line },
  ];
}

/** The first item of an empty collection. */
function fill(places: TextPlaces, node: Span, unit: string, render: RenderItem): TextEdit[] {
  const close = node.end - 1;
  if (places.startsLine(close) && places.lineStart(close) > node.start) {
    const outer = places.before(close);
    const text = `${unit}${render(outer + unit)}${places.eol}${outer}`;
    return [{ start: close, end: close, text }];
  }
  const open = places.text.indexOf(places.text[close] === '}' ? '{' : '[', node.start);
  return [{ start: open + 1, end: close, text: render(undefined) }];
}

/** Edits that remove the item at `index` with its comma, and with its lines where it has them to itself. */
export function removeFromList(
  places: TextPlaces,
  node: MappingNode | SequenceNode,
  index: number,
): TextEdit[] | undefined {
  const spans = spansOf(node);
  const span = spans[index];
  if (span === undefined) return undefined;
  const comma = places.skip(span.end);
  if (places.text[comma] === ',') return [cutItem(places, span.start, comma + 1)];
  const previous = spans[index - 1];
  if (previous === undefined) return [cutOnly(places, span)];
  const before = places.skip(previous.end);
  const item = cutItem(places, span.start, span.end);
  if (item.start <= before || places.lineStart(span.start) <= before)
    return [{ start: before, end: span.end, text: '' }];
  return [{ start: before, end: before + 1, text: '' }, item];
}

function cutItem(places: TextPlaces, start: number, end: number): TextEdit {
  const rest = places.restOfLine(end);
  if (places.startsLine(start) && rest !== undefined) {
    return { start: places.lineStart(start), end: places.nextLine(rest), text: '' };
  }
  let stop = end;
  while (places.text[stop] === ' ' || places.text[stop] === '\t') stop++;
  return { start, end: stop, text: '' };
}

function cutOnly(places: TextPlaces, span: Span): TextEdit {
  const item = cutItem(places, span.start, span.end);
  if (item.end > span.end && places.startsLine(span.start)) return item;
  let { start } = span;
  while (places.text[start - 1] === ' ' || places.text[start - 1] === '\t') start--;
  return { start, end: item.end, text: '' };
}
