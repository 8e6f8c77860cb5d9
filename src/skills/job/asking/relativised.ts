import { relativised } from './cues.ts';
import { fits } from './phrases.ts';
import type { Placed } from './sections.ts';

/** A remark that stands by itself is of what stands before it; a longer block speaks of itself. */
const longestRemark = 90;

/**
 * The blocks that list what nobody is expected to know all of: `You don't have to know all of it`. In a part about the stack
 * that is all of the part; elsewhere the block of the remark, and the list or paragraph before one that says little else.
 */
export function relativisedBlocks(placed: readonly Placed[]): ReadonlySet<Placed> {
  const blocks = new Set<Placed>();
  for (const [at, one] of placed.entries()) {
    const { block, kind, section } = one;
    if ((kind !== 'stack' && kind !== 'open' && kind !== 'task') || !fits(relativised, block.text.text)) continue;
    blocks.add(one);
    if (kind === 'stack') for (const other of placed) if (other.section === section) blocks.add(other);
    if (block.text.text.length <= longestRemark) for (const other of listBefore(placed, at)) blocks.add(other);
  }
  return blocks;
}

/** The list before a block, or else the one block before it, if that belongs to the same part. */
function listBefore(placed: readonly Placed[], at: number): Placed[] {
  const section = placed[at]?.section;
  const list: Placed[] = [];
  for (const one of placed.slice(0, at).reverse()) {
    if (one.section !== section || (list.length > 0 && one.block.kind !== 'item')) break;
    list.push(one);
    if (one.block.kind !== 'item') break;
  }
  return list;
}
