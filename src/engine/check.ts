import { dayOf } from '../evidence/day.ts';
import type { Report } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import { keptAnswer } from './disk-cache/kept-answer.ts';
import type { CheckRequest } from './request.ts';

/**
 * Judges a repository: reads it, joins its services, runs the checks. The result depends on the repository, the request
 * and the catalogue alone.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export async function check(repository: Repository, request: CheckRequest = {}): Promise<Report> {
  const { cache = true, catalogue, onTiming, onNotice, ...wanted } = request;
  const today = request.today ?? dayOf(new Date());
  // With a catalogue or a cache of the caller's own, an answer depends on more than its question says.
  const enabled = cache === true && catalogue === undefined;
  const question = ['check', { ...wanted, today }];
  return keptAnswer(repository, question, { enabled, onTrouble: onNotice, onTiming }, async (recorded) => {
    const { judgeSnapshot } = await import('./judge-snapshot.ts'); // not needed where the report was kept
    return judgeSnapshot(recorded, { ...request, today });
  });
}
