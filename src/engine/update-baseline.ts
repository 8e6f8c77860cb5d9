import { dayOf } from '../evidence/day.ts';
import type { BaselineEntry, Report } from '../report/report.ts';
import { counted } from '../report/text.ts';
import type { Repository } from '../repository/repository.ts';
import { applyBaseline, baselineText, nextBaseline, readBaseline, suppressedEntries } from './baseline/index.ts';
import { runChecks } from './judge-snapshot.ts';
import type { BaselineText, CheckRequest } from './request.ts';

/** A baseline that was brought up to date, and the report by it. */
export interface UpdatedBaseline {
  readonly report: Report;
  readonly text: string;
  /** What became of it, for a person. */
  readonly sentence: string;
}

/**
 * Judges a repository and brings a baseline up to date: what is mended goes. What is new comes in where `grow` says so, or
 * where there is no baseline yet (`text` null). Nothing is written.
 * @throws ConfigurationError for a broken baseline or configuration, UsageError for a service that is not there.
 */
export async function updateBaseline(
  repository: Repository,
  request: Omit<CheckRequest, 'baseline' | 'cache'>,
  baseline: { readonly file: string; readonly text: string | null },
  grow: boolean,
): Promise<UpdatedBaseline> {
  const { file, text } = baseline;
  const before = text === null ? [] : readBaseline({ file, text } satisfies BaselineText);
  const run = await runChecks(repository, { ...request, today: request.today ?? dayOf(new Date()) });
  const next = nextBaseline(before, run, grow || text === null);
  const suppressed = suppressedEntries(before, run);
  const sentence = sentenceOf(before, next, suppressed);
  return { report: applyBaseline(run, next, file), text: baselineText(next), sentence };
}

type Entries = readonly BaselineEntry[];

function sentenceOf(before: Entries, next: Entries, suppressed: Entries): string {
  const mended = countMissing([...next, ...suppressed], before);
  const changes = [`${countMissing(before, next)} new`, `${mended} mended`];
  if (suppressed.length > 0) changes.push(`${suppressed.length} suppressed instead`);
  return `${counted(next.length, 'finding')} (${changes.join(', ')}).`;
}

/** How many entries there are of findings that another baseline does not know. */
function countMissing(from: readonly BaselineEntry[], entries: readonly BaselineEntry[]): number {
  const known = new Set(from.map((entry) => entry.fingerprint));
  return entries.filter((entry) => !known.has(entry.fingerprint)).length;
}
