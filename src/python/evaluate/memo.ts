/** What was found for some keys, and what is being looked for. Results are no numbers. */
export class Store<Key, Result> {
  /** The results; while a search is not done, the depth at which it began. */
  private readonly entries = new Map<Key, Result | number>();
  /** How often a result was forgotten, because it came from inside of a cycle. */
  private forgotten: Map<Key, number> | undefined;
  /** The depth of the outermost search that a provisional result waits for. */
  private waiting: Map<Key, number> | undefined;

  /** The result for a key, undefined if there is none yet. */
  result(key: Key): Result | undefined {
    const entry = this.entries.get(key);
    return typeof entry === 'number' ? undefined : entry;
  }

  /** The result, or the depth at which the search for it began. */
  entry(key: Key): Result | number | undefined {
    return this.entries.get(key);
  }

  has(key: Key): boolean {
    return this.entries.has(key);
  }

  begin(key: Key, depth: number): void {
    this.entries.set(key, depth);
  }

  keep(key: Key, result: Result): void {
    this.entries.set(key, result);
  }

  /** Says for which search a result waits, that began at this depth. */
  wait(key: Key, depth: number): void {
    this.waiting ??= new Map();
    this.waiting.set(key, depth);
  }

  waitsFor(key: Key): number | undefined {
    return this.waiting?.get(key);
  }

  /** Forgets a provisional result, so that it is looked for again; after a few times it stays. */
  forget(key: Key): void {
    this.forgotten ??= new Map();
    const times = (this.forgotten.get(key) ?? 0) + 1;
    this.forgotten.set(key, times);
    this.waiting?.delete(key);
    if (times <= mostForgotten) this.entries.delete(key);
  }
}

/** What a search gives where it cannot be made. */
interface Limits<Result> {
  /** Inside of a search for the same thing. */
  readonly inCycle: Result;
  /** Too deep, or too many steps. */
  readonly beyond: Result;
}

const deepest = 160;
/** The steps for a question, where no other number is said. */
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
  /** The steps for a question from outside. */
  mostSteps: number = mostSteps;
  private depth = 0;
  private steps = 0;
  /** The depth of the outermost open search that the current one met. */
  private lowest = Number.POSITIVE_INFINITY;
  private provisional: Provisional[] = [];

  /** The result for a key: the one in the store, else what `search` gives. */
  find<Key, Result>(store: Store<Key, Result>, key: Key, limits: Limits<Result>, search: () => Result): Result {
    const known = store.entry(key);
    if (typeof known === 'number') {
      this.meet(known);
      return limits.inCycle;
    }
    if (known !== undefined) {
      if (this.provisional.length > 0) this.meet(store.waitsFor(key));
      return known;
    }
    if (this.depth === 0) this.steps = 0;
    if (this.depth >= deepest || ++this.steps > this.mostSteps) {
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
    store.begin(key, depth);
    const result = search();
    store.keep(key, result);
    this.depth--;
    const isWhole = this.lowest >= depth;
    if (isWhole) this.forget(from);
    else {
      store.wait(key, this.lowest);
      this.provisional.push({ forget: () => store.forget(key) });
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
