import type { Place } from './place.ts';
import type { How } from './vocabulary.ts';

/** Why we say something: a place, the text that stands there (shortened), and how it is known. */
export interface Evidence extends Place {
  readonly text: string;
  readonly how: How;
}

const longest = 200;

/**
 * Evidence at a place. `text` is what stands there or, where the thing is absent, what belongs there; white space is
 * folded, and what is longer than 200 characters is cut.
 */
export function evidence(place: Place, text: string, how: How = 'literal'): Evidence {
  const { file, line, column, endLine, endColumn } = place;
  const folded = text.replaceAll(/\s+/g, ' ').trim();
  const shown = folded.length > longest ? `${folded.slice(0, longest - 1)}…` : folded;
  return { file, line, column, endLine, endColumn, text: shown, how };
}
