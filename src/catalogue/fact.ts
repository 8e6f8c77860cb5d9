import type { Day } from '../evidence/day.ts';

/** Where a fact was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day on which it was read. */
  readonly read: Day;
}

/** What every fact carries besides its own fields. */
export interface FactBase {
  readonly id: string;
  /** Keys into the dataset's sources. */
  readonly source: string | readonly string[];
  /** False where the page that states it could not be read; the sources then only agree with it. */
  readonly confirmed?: boolean;
  /** A remark where sources disagree or a date has moved. */
  readonly note?: string;
}

/** A file of facts of one kind. */
export interface Dataset<Fact extends FactBase> {
  /** Its name, which is its path below `data/` without `.json`. */
  readonly dataset: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: readonly Fact[];
}
