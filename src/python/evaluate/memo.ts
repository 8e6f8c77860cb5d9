/** What was found for some keys, and what is being looked for. */
export interface Store<Key, Result> {
  readonly results: Map<Key, Result>;
  /** The depth at which the search for a key began that is not done. */
  readonly open: Map<Key, number>;
  /** How often a result was forgotten, because it came from inside of a cycle. */
  readonly forgotten: Map<Key, number>;
  /** The depth of the outermost search that a provisional result waits for. */
  readonly waiting: Map<Key, number>;
}

/** A store in which nothing was found yet. */
export function newStore<Key, Result>(): Store<Key, Result> {
  return { results: new Map(), open: new Map(), forgotten: new Map(), waiting: new Map() };
}

/** What a search gives where it cannot be made. */
interface Limits<Result> {
  /** Inside of a search for the same thing. */
  readonly inCycle: Result;
  /** Too deep, or too many steps. */
  readonly beyond: Result;
}

const deepest = 160;
const mostSteps = 30_000;
const mostForgotten = 2;

/** A result that was found while a search around it was not done, so that it may lack a part. */
interface Provisional {
  forget(): void;
}

/**
 * Makes each search once, and ends those that go in circles. A search that meets itself gets `inCycle`. What was found
 * inside of a cycle may lack what its head turns out to be, so it is forgotten when the head is done, and looked for again
 * if somebody asks; after a few attempts it stays. Depth and steps are bounded for each question from outside.
 */
export class Memo {
  private depth = 0;
  private steps = 0;
  /** The depth of the outermost open search that the current one met. */
  private lowest = Number.POSITIVE_INFINITY;
  private provisional: Provisional[] = [];

  /** The result for a key: the one in the store, else what `search` gives. */
  find<Key, Result>(store: Store<Key, Result>, key: Key, limits: Limits<Result>, search: () => Result): Result {
    const known = store.results.get(key);
    if (known !== undefined) {
      if (this.provisional.length > 0) this.meet(store.waiting.get(key));
      return known;
    }
    const begun = store.open.get(key);
    if (begun !== undefined) {
      this.meet(begun);
      return limits.inCycle;
    }
    if (this.depth === 0) this.steps = 0;
    if (this.depth >= deepest || ++this.steps > mostSteps) {
      this.lowest = 0;
      return limits.beyond;
    }
    return this.searchOnce(store, key, search);
  }

  /** What the current search has used waits for a search that began at this depth. */
  private meet(depth: number | undefined): void {
    if (depth !== undefined && depth < this.lowest) this.lowest = depth;
  }

  private searchOnce<Key, Result>(store: Store<Key, Result>, key: Key, search: () => Result): Result {
    const depth = ++this.depth;
    const around = this.lowest;
    const from = this.provisional.length;
    this.lowest = Number.POSITIVE_INFINITY;
    store.open.set(key, depth);
    const result = search();
    store.open.delete(key);
    store.results.set(key, result);
    this.depth--;
    const isWhole = this.lowest >= depth;
    if (isWhole) this.forget(from);
    else {
      store.waiting.set(key, this.lowest);
      this.provisional.push({ forget: () => forgetOne(store, key) });
    }
    this.lowest = isWhole ? around : Math.min(around, this.lowest);
    if (this.depth === 0) this.forget(0);
    return result;
  }

  private forget(from: number): void {
    if (this.provisional.length === from) return;
    for (const one of this.provisional.splice(from)) one.forget();
    if (from === 0) this.lowest = Number.POSITIVE_INFINITY;
  }
}

function forgetOne<Key, Result>(store: Store<Key, Result>, key: Key): void {
  const times = (store.forgotten.get(key) ?? 0) + 1;
  store.forgotten.set(key, times);
  store.waiting.delete(key);
  if (times <= mostForgotten) store.results.delete(key);
}
