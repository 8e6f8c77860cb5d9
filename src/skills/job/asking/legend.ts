import type { Level } from './headings.ts';
import type { Placed } from './sections.ts';

const legend =
  /\bessential\W{0,4}\(?\s*E\s*\)?\W[^]{0,20}?\bdesirable\W{0,4}\(?\s*D\s*\)?|\bE\s*[=:–-]\s*essential\b[^]{0,20}?\bD\s*[=:–-]\s*desirable\b/i;
const grade = /[([]\s*([ED])\s*[)\]]\s*\.?$/;

/** The level that a letter at the end of a block states (`Docker (D)`), where a legend says what the letters mean. */
export function lettered(placed: readonly Placed[]): (one: Placed) => Level | undefined {
  if (!placed.some(({ block }) => legend.test(block.text.text))) return () => undefined;
  return ({ block }) => {
    const letter = grade.exec(block.text.text)?.[1];
    if (letter === undefined) return undefined;
    return letter === 'E' ? 'required' : 'nice';
  };
}
