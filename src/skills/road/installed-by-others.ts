import { folderOf } from '../../repository/paths.ts';
import type { Standing } from './standing.ts';
import { requestLibrary } from './takes-requests.ts';
import { waitingWork } from './waiting-work.ts';

const setupFile = /(^|\/)setup\.py$/;

/**
 * True for code that is a distribution which others install, and nothing that runs by itself: no infrastructure, image or
 * platform's file speaks of it, and it takes neither requests nor work. The road is for services.
 */
export function isInstalledByOthers(standing: Standing): boolean {
  const { service, files, unreadInfrastructure } = standing;
  const { definition, compute, cloud, artifact, codeRoot } = service;
  if (definition !== null || compute !== null || cloud !== 'none' || unreadInfrastructure() !== null) return false;
  const isBuilt = artifact === 'wheel' || files(setupFile).some((file) => folderOf(file) === codeRoot);
  return isBuilt && requestLibrary(standing) === undefined && waitingWork(standing) === undefined;
}
