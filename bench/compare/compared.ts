import type { Answer } from './ours.ts';
import { type Lines, meet, type Row, type Topic } from './row.ts';

/** How our answer and that of another tool stand to each other. */
export type Standing =
  | 'both'
  /** They fail it; what we say of it. */
  | 'theirs, we pass'
  | 'theirs, we cannot tell'
  | 'theirs, does not apply with us'
  | 'theirs, outside what we judge'
  | 'theirs, among tests and samples'
  | 'theirs, we say nothing'
  /** We fail it; what they say of it. */
  | 'ours, they pass'
  | 'ours, they say nothing';

/** One thing that at least one side fails. */
export interface Compared {
  readonly repository: string;
  readonly topic: Topic;
  readonly standing: Standing;
  readonly subject: string;
  readonly text: string;
  readonly places: readonly Lines[];
}

/** Both sides of one repository. */
export interface Sides {
  readonly repository: string;
  readonly theirs: readonly Row[];
  readonly ours: readonly Answer[];
  /** The files that define services that we leave apart. */
  readonly apart: readonly Lines[];
}

/** Holds the failures of both sides against each other; of ours, those at one place count once. */
export function compare({ repository, theirs, ours, apart }: Sides): Compared[] {
  const failures = theirs.filter(({ verdict }) => verdict === 'fail');
  const rows = failures.map((row): Compared => {
    const { topic, subject, places, rule } = row;
    const met = ours.filter((answer) => answer.topic === topic && meet(answer.places, places));
    const standing = standingOf(row, met, apart);
    return { repository, topic, standing, subject: `${rule} ${subject}`, text: met[0]?.message ?? '', places };
  });
  return [...rows, ...oursOnly({ repository, theirs, ours, apart })];
}

function standingOf({ outside, places }: Row, met: readonly Answer[], apart: readonly Lines[]): Standing {
  const verdicts = new Set(met.map(({ verdict }) => verdict));
  if (verdicts.has('fail')) return 'both';
  if (outside !== null) return 'theirs, outside what we judge';
  if (verdicts.has('unknown')) return 'theirs, we cannot tell';
  if (verdicts.has('pass')) return 'theirs, we pass';
  if (verdicts.has('not-applicable')) return 'theirs, does not apply with us';
  return meet(apart, places) ? 'theirs, among tests and samples' : 'theirs, we say nothing';
}

function oursOnly({ repository, theirs, ours }: Sides): Compared[] {
  const own = ours.filter(({ verdict }) => verdict === 'fail');
  const distinct = [...new Map(own.map((one) => [JSON.stringify([one.topic, one.places[0]]), one])).values()];
  return distinct.flatMap(({ topic, message, places, service, check }): Compared[] => {
    const met = theirs.filter((row) => row.topic === topic && meet(row.places, places));
    if (met.some(({ verdict }) => verdict === 'fail')) return [];
    const standing = met.length > 0 ? 'ours, they pass' : 'ours, they say nothing';
    return [{ repository, topic, standing, subject: `${check} ${service}`, text: message, places }];
  });
}
