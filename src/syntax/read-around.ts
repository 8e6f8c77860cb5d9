// Recovery for parsers that stop at the first fault: the lines that a fault spoils are blanked, and the rest is read.

/** The first fault of a text, as a parser that stops there gives it. */
export interface Fault {
  readonly message: string;
  readonly offset: number;
}

/** `read` is the text as far as it was read: as long as the original, what was left out is spaces. */
export interface ReadAround<T> {
  readonly read: string;
  /** Undefined where not even the beginning could be read. */
  readonly result: T | undefined;
  readonly faults: readonly Fault[];
}

const mostFaults = 20;
/** How many characters may still be given to the parser, over all documents of a text. */
export interface Budget {
  left: number;
}

/** What may be parsed to recover from the faults of a text: four times its length, and four million characters at least. */
export function budgetFor(text: string): Budget {
  return { left: Math.max(4_000_000, text.length * 4) };
}

/**
 * Reads a text with a parser that stops at its first fault. What stands before a fault is kept. A fault costs the lines
 * from where it begins to the next line that is indented no deeper; if reading cannot go on there, it costs the rest.
 * It costs the rest, too, behind 20 faults and where the budget is used up.
 */
export function readAround<T extends object>(
  text: string,
  attempt: (text: string) => T | Fault,
  budget: Budget,
): ReadAround<T> {
  return new Around(text, attempt, budget).run();
}

class Around<T extends object> {
  readonly #attempt: (text: string) => T | Fault;
  readonly #lines: readonly Line[];
  readonly #faults: Fault[] = [];
  readonly #budget: Budget;
  #text: string;

  constructor(text: string, attempt: (text: string) => T | Fault, budget: Budget) {
    this.#text = text;
    this.#attempt = attempt;
    this.#lines = linesOf(text);
    this.#budget = budget;
  }

  run(): ReadAround<T> {
    let outcome = this.#try(this.#text);
    while (isFault(outcome)) {
      this.#faults.push(outcome);
      const faulty = this.#lineAt(outcome.offset);
      const cut = this.#cutBefore(faulty);
      const next = this.#faults.length < mostFaults ? this.#goOn(cut, faulty) : undefined;
      if (next === undefined) return this.#beginning(cut);
      outcome = next;
    }
    return { read: this.#text, result: outcome, faults: this.#faults };
  }

  #try(text: string): T | Fault {
    this.#budget.left -= text.length;
    return this.#attempt(text);
  }

  /** The line at which the fault begins: the last one before which the text can be read. */
  #cutBefore(faulty: number): number {
    let bad = faulty + 1;
    let good = faulty;
    for (let step = 1; good > 0 && !this.#readsUpTo(good); step *= 2) {
      bad = good;
      good = Math.max(0, good - step);
    }
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (this.#readsUpTo(middle)) good = middle;
      else bad = middle;
    }
    return good;
  }

  #readsUpTo(line: number): boolean {
    if (this.#budget.left <= 0) return false;
    return !isFault(this.#try(this.#text.slice(0, this.#lines[line]?.start ?? this.#text.length)));
  }

  /** Blanks the lines from `cut` to where reading can go on, and reads again; undefined where it cannot. */
  #goOn(cut: number, faulty: number): T | Fault | undefined {
    const near = this.#resume(cut, cut);
    const far = near > faulty ? near : this.#resume(cut, faulty);
    for (const resume of near === far ? [near] : [near, far]) {
      if (this.#budget.left <= 0) return undefined;
      const text = this.#blanked(cut, resume);
      const outcome = this.#try(text);
      if (!isFault(outcome) || this.#lineAt(outcome.offset) > faulty) {
        this.#text = text;
        return outcome;
      }
    }
    return undefined;
  }

  /** The first line behind `after` that has text and is indented no deeper than the line at `cut`. */
  #resume(cut: number, after: number): number {
    const depth = this.#lines[cut]?.indent ?? 0;
    for (let line = after + 1; line < this.#lines.length; line++) {
      if ((this.#lines[line]?.indent ?? 0) <= depth) return line;
    }
    return this.#lines.length;
  }

  #beginning(cut: number): ReadAround<T> {
    const read = this.#blanked(cut, this.#lines.length);
    const outcome = this.#attempt(read);
    return { read, result: isFault(outcome) ? undefined : outcome, faults: this.#faults };
  }

  #blanked(from: number, to: number): string {
    const start = this.#lines[from]?.start ?? this.#text.length;
    const end = this.#lines[to]?.start ?? this.#text.length;
    return (
      this.#text.slice(0, start) + this.#text.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + this.#text.slice(end)
    );
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

interface Line {
  readonly start: number;
  /** Columns of white space before its text; infinite for a line without text. */
  readonly indent: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const line of text.matchAll(/([ \t]*)([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (line[0] === '' && line.index > 0) break;
    const [, blank = '', rest = ''] = line;
    lines.push({ start: line.index, indent: rest === '' ? Number.POSITIVE_INFINITY : blank.length });
  }
  return lines;
}

function isFault(outcome: object): outcome is Fault {
  return 'message' in outcome && 'offset' in outcome;
}
