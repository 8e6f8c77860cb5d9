import { dayOf } from '../evidence/day.ts';
import type { RoadDocument } from '../report/documents/road.ts';
import type { Repository } from '../repository/repository.ts';
import { keptAnswer } from './disk-cache/kept-answer.ts';
import type { RoadRequest } from './request.ts';

/**
 * Where each service of a repository stands on the five rungs to cloud-first, what is missing on each, and the smallest next
 * step, by the checks' own run.
 * @throws ConfigurationError for a broken configuration, UsageError for a service that is not there.
 */
export async function findRoad(repository: Repository, request: RoadRequest = {}): Promise<RoadDocument> {
  const { cache = true, catalogue, services, onTiming, onNotice } = request;
  const today = request.today ?? dayOf(new Date());
  const question = ['road', { services, today }];
  const options = { enabled: cache && catalogue === undefined, onTrouble: onNotice, onTiming };
  return keptAnswer(repository, question, options, async (recorded) => {
    const { walkRoad } = await import('./walk-road.ts'); // not needed where the answer was kept
    return walkRoad(recorded, { ...request, today });
  });
}
