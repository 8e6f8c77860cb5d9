import { fallShort, progress } from '../values/once.ts';

/** What was found for some keys, and what is being looked for. Results are no numbers. */
export class Store<Key, Result> {
  /** The results; while a search is not done, the depth at which it began. */
  private readonly entries = new Map<Key, Result | number>();
  /** How often a result was taken back, because it came from inside of a cycle. */
  private times: Map<Key, number> | undefined;
  private cut: Map<Key, Cut<Result>> | undefined;
  private waiting: Map<Key, Waiting> | undefined;

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

  /** Says for what a provisional result waits. */
  wait(key: Key, waiting: Waiting): void {
    this.waiting ??= new Map();
    this.waiting.set(key, waiting);
  }

  waitsFor(key: Key): Waiting | undefined {
    return this.waiting?.get(key);
  }

  /** A result that a bound cut short, where looking again with so much room gives no hope for more. */
  cutShort(key: Key, room: Room): Result | undefined {
    const cut = this.cut?.get(key);
    return cut === undefined || isMore(room, cut.room) ? undefined : cut.result;
  }

  /** Takes a result back that a bound cut short, so that it is looked for again where there is more room. */
  cutOff(key: Key, room: Room): void {
    const result = this.result(key);
    this.entries.delete(key);
    this.waiting?.delete(key);
    if (result === undefined) return;
    this.cut ??= new Map();
    this.cut.set(key, { result, room });
  }

  /** Takes a result from inside of a cycle back, so that it is looked for again; after a few times it stays. */
  takeBack(key: Key): void {
    this.times ??= new Map();
    const times = (this.times.get(key) ?? 0) + 1;
    this.times.set(key, times);
    this.waiting?.delete(key);
    if (times <= mostTimes) this.entries.delete(key);
  }
}

/** What a search may use: how many steps are left, and how many levels of recursion. */
interface Room {
  readonly steps: number;
  readonly levels: number;
}

/** A provisional result: one that a search used which was not done. */
interface Waiting {
  /** The depth at which the outermost of those searches began; 0 where a bound was met: the result waits for the question. */
  readonly depth: number;
  readonly room: Room;
}

/** A result that lacks a part since a bound was met, and the room with which it was looked for. */
interface Cut<Result> {
  readonly result: Result;
  readonly room: Room;
}

/** So much more room that another search is worth while; seldom enough for each key. */
function isMore(room: Room, than: Room): boolean {
  return room.steps >= 2 * than.steps || room.levels >= than.levels + 20;
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
/** How often a result from inside of a cycle is looked for again. */
const mostTimes = 2;

/** A result that was found while a search around it was not done, so that it may lack a part. */
interface Provisional {
  takeBack(): void;
}

/**
 * Makes each search once, and ends those that go in circles. A search that meets itself gets `inCycle`. What was found
 * inside of a cycle may lack what its head turns out to be, so it is taken back when the head is done, and looked for again
 * if somebody asks; after a few attempts it stays. Depth and steps are bounded for each question from outside, and what a
 * bound cut short is taken back when the question is done, so that answers do not come to depend on what was asked before.
 */
export class Memo {
  /** The steps for a question from outside. */
  mostSteps: number = mostSteps;
  private depth = 0;
  private steps = 0;
  private provisional: Provisional[] = [];

  /** The result for a key: the one in the store, else what `search` gives. */
  find<Key, Result>(store: Store<Key, Result>, key: Key, limits: Limits<Result>, search: () => Result): Result {
    const known = store.entry(key);
    if (typeof known === 'number') {
      fallShort(known);
      return limits.inCycle;
    }
    if (known !== undefined) {
      const waiting = this.provisional.length > 0 ? store.waitsFor(key) : undefined;
      if (waiting === undefined) return known;
      const isNearer = waiting.depth === 0 && isMore(this.room(), waiting.room);
      if (!isNearer || this.steps >= this.mostSteps) {
        fallShort(waiting.depth);
        return known;
      }
    }
    if (this.depth === 0) this.begin();
    if (this.depth >= deepest || ++this.steps > this.mostSteps) {
      fallShort(0);
      return limits.beyond;
    }
    const room = this.room();
    const cut = store.cutShort(key, room);
    if (cut === undefined) return this.searchOnce(store, key, room, search);
    fallShort(0);
    return cut;
  }

  private begin(): void {
    this.steps = 0;
    progress.question++;
    progress.lowest = Number.POSITIVE_INFINITY;
  }

  private room(): Room {
    return { steps: this.mostSteps - this.steps, levels: deepest - this.depth };
  }

  private searchOnce<Key, Result>(store: Store<Key, Result>, key: Key, room: Room, search: () => Result): Result {
    const depth = ++this.depth;
    const around = progress.lowest;
    const from = this.provisional.length;
    progress.lowest = Number.POSITIVE_INFINITY;
    store.begin(key, depth);
    const result = search();
    store.keep(key, result);
    this.depth--;
    const { lowest } = progress;
    const isWhole = lowest >= depth;
    if (isWhole) this.takeBack(from);
    else {
      store.wait(key, { depth: lowest, room });
      const isCut = lowest === 0;
      this.provisional.push({ takeBack: () => (isCut ? store.cutOff(key, room) : store.takeBack(key)) });
    }
    progress.lowest = isWhole ? around : Math.min(around, lowest);
    if (this.depth === 0) this.takeBack(0);
    return result;
  }

  private takeBack(from: number): void {
    if (this.provisional.length === from) return;
    for (const one of this.provisional.splice(from)) one.takeBack();
  }
}
