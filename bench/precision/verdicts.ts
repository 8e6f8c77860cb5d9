import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often a check judged subjects, by services: a subject that several services share counts for each. */
export interface CheckCount {
  judged: number;
  failed: number;
  unknown: number;
}

/** One failure as a reader gets it. */
export interface DrawnFinding {
  readonly n: number;
  readonly repository: string;
  readonly service: string;
  readonly check: string;
  readonly severity: string;
  /** `file:line` in the repository. */
  readonly at: string;
  readonly message: string;
  readonly evidence: readonly string[];
}

/** What draw.ts prints. */
export interface Draw {
  readonly seed: number;
  readonly today: string;
  readonly checks: Readonly<Record<string, CheckCount>>;
  readonly drawn: readonly DrawnFinding[];
}

/** What a reader says of one failure, from the files of the repository alone. */
export interface Verdict {
  readonly n: number;
  readonly verdict: 'right' | 'disputed';
  readonly why: string;
}

/** A draw with what its readers said, as it is kept in `judged/`. */
export interface JudgedDraw extends Omit<Draw, 'drawn'> {
  readonly rows: readonly (Omit<DrawnFinding, 'evidence'> & Omit<Verdict, 'n'>)[];
}

/** The folder of the judged draws. */
export const judgedFolder = join(import.meta.dirname, 'judged');

/** The judged draws, by seed. */
export function judgedDraws(): JudgedDraw[] {
  const files = readdirSync(judgedFolder).filter((file) => file.endsWith('.json'));
  const draws = files.map((file) => JSON.parse(readFileSync(join(judgedFolder, file), 'utf8')) as JudgedDraw);
  return draws.sort((left, right) => left.seed - right.seed);
}
