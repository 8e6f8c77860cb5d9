import type { SyntaxFault } from './data-tree.ts';

// Input is hostile: what is longer or deeper than anything written by hand is refused with a fault.

/** The longest text, in UTF-16 units, that is read into a tree. */
export const longestText = 8_000_000;

/** How deep a tree may nest, so that readers may walk it by recursion. */
export const deepestTree = 256;

/** The fault of a text that is not read at all: longer than `longestText`, or binary. Undefined where it is neither. */
export function unreadable(text: string): SyntaxFault | undefined {
  if (text.length > longestText) {
    return { message: `longer than ${longestText / 1_000_000} million characters, not read`, start: 0, end: 0 };
  }
  const zero = text.indexOf('\0');
  return zero < 0 ? undefined : { message: 'binary: a null character', start: zero, end: zero + 1 };
}

const mostFaults = 100;

/** Adds a fault to a list, unless the list has a hundred: behind those, the text is not in the language at all. */
export function addFault(
  faults: SyntaxFault[],
  message: string,
  start: number,
  end: number,
  code?: SyntaxFault['code'],
): void {
  if (faults.length < mostFaults) faults.push({ message, start, end, ...(code && { code }) });
}
