import type { Evidence } from '../../evidence/evidence.ts';
import type { Artifact, Compute, Orchestration, SdkLayer } from '../../evidence/vocabulary.ts';

/** One word on an axis, and what it is taken from. */
export interface Classified<Word> {
  readonly is: Word;
  /** The first places that say so, at least one. */
  readonly because: readonly Evidence[];
}

/** What is said on an axis; where nothing can be said, why. */
export interface Axis<Word> {
  readonly found: readonly Classified<Word>[];
  /** Null where something was found, and nothing is left open. */
  readonly reason: string | null;
}

/** A service on the four axes. */
export interface Classification {
  readonly compute: Axis<Compute>;
  readonly artifact: Axis<Artifact>;
  readonly orchestration: Axis<Orchestration>;
  readonly sdkLayer: Axis<SdkLayer>;
}

/** Evidence that is shown for one word; there can be hundreds of calls. */
const mostShown = 5;

/** Words with all that says so, in the order of the list of words. */
export function collected<Word extends string>(
  words: readonly Word[],
  pieces: readonly (readonly [Word, Evidence])[],
): Classified<Word>[] {
  return words.flatMap((is) => {
    const because = pieces.flatMap(([word, piece]) => (word === is ? [piece] : []));
    return because.length === 0 ? [] : [{ is, because: because.slice(0, mostShown) }];
  });
}
