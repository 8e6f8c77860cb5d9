/**
 * How a question is going that is being answered: one at a time, from outside, with all that is looked for because of it.
 * An answer falls short where a search met itself, or a bound: what was found with it may lack a part.
 */
export const progress = {
  /** The number of the question. */
  question: 0,
  /** How often an answer fell short; only grows. */
  shortfalls: 0,
  /** The depth of the outermost open search for which the current one waits; 0 where a bound was met. */
  lowest: Number.POSITIVE_INFINITY,
};

/** Notes that what is being looked for falls short until the search at this depth is done; 0: for this question. */
export function fallShort(depth: number): void {
  progress.shortfalls++;
  if (depth < progress.lowest) progress.lowest = depth;
}

/** Finds a result when it is first asked for, and keeps it; one that fell short, until the next question. */
export function once<Result>(find: () => Result): () => Result {
  let kept: Kept<Result> | undefined;
  return () => {
    if (kept !== undefined && kept.waitsFor === undefined) return kept.result;
    if (kept !== undefined && kept.question === progress.question) {
      fallShort(kept.waitsFor ?? 0);
      return kept.result;
    }
    const around = progress.lowest;
    progress.lowest = Number.POSITIVE_INFINITY;
    const result = find();
    const { lowest, question } = progress;
    kept = { result, question, waitsFor: lowest === Number.POSITIVE_INFINITY ? undefined : Math.min(lowest, 1) };
    progress.lowest = Math.min(around, lowest);
    return result;
  };
}

interface Kept<Result> {
  readonly result: Result;
  readonly question: number;
  /** The depth of the search for whose end it waits: 0 and 1 are the question itself. Undefined where nothing is missing. */
  readonly waitsFor: number | undefined;
}
