import type { CallsDocument } from '../report/documents/calls.ts';
import type { Repository } from '../repository/repository.ts';
import { callRows, unresolvedRows } from './call-rows.ts';
import type { CallsRequest } from './request.ts';
import { searchPrograms } from './search-programs.ts';

/** Looks for the calls; `findCalls` says more. */
export async function searchCalls(repository: Repository, request: CallsRequest): Promise<CallsDocument> {
  const { calls, unresolved, unreadable } = await searchPrograms(repository, request);
  const sure = calls.filter(({ operation }) => operation.sometimes !== true);
  return { schemaVersion: 1, calls: callRows(sure), unresolved: unresolvedRows(unresolved), unreadable };
}
