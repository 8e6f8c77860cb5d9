import type { CallsDocument } from '../report/documents/calls.ts';
import type { Repository } from '../repository/repository.ts';
import { keptAnswer } from './disk-cache/kept-answer.ts';
import type { CallsRequest } from './request.ts';

/**
 * Every call of a cloud's SDK in the Python of a repository, whether or not a service reaches it; with services or an
 * entry point, in the files that these import.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export function findCalls(repository: Repository, request: CallsRequest = {}): Promise<CallsDocument> {
  const { cache = true, catalogue, onTiming, onNotice, ...wanted } = request;
  const keeping = { enabled: cache && catalogue === undefined, onTrouble: onNotice, onTiming };
  return keptAnswer(repository, ['calls', wanted], keeping, async (recorded) => {
    const { searchCalls } = await import('./search-calls.ts'); // not needed where the answer was kept
    return searchCalls(recorded, request);
  });
}
