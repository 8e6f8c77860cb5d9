import type { MappedText } from '../reading/mapped-text.ts';
import type { Asked } from './ask.ts';
import { isOfHeadings } from './heading-words.ts';
import type { Placed } from './sections.ts';

/** Lines that are told. */
const most = 200;

/**
 * The lines of sections of requirements in which nothing of the catalogue was found: what they ask for is not known here. Of
 * a row of a table, the first cell.
 */
export function notUnderstood(placed: readonly Placed[], found: readonly Asked[]): MappedText[] {
  const starts = found.map(({ quote }) => quote.origin(0));
  const rows = Map.groupBy(placed, ({ block }) => block.cell?.row ?? block);
  const lines = [...rows.values()].filter((row) => row.some(asks) && !row.some((one) => isNamedIn(one, starts)));
  return lines.slice(0, most).flatMap(([first]) => (first === undefined ? [] : [first.block.text]));
}

/** True for a line that may ask for something. */
function asks({ kind, block }: Placed): boolean {
  if ((kind !== 'required' && kind !== 'nice') || block.kind === 'heading') return false;
  return /\p{L}{2,}/u.test(block.text.text) && !isOfHeadings(block.text.text);
}

function isNamedIn({ block: { text } }: Placed, starts: readonly number[]): boolean {
  if (text.text === '') return false;
  const first = text.origin(0);
  const last = text.origin(text.text.length - 1);
  return starts.some((start) => start >= first && start <= last);
}
