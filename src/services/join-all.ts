import { environmentInFile } from './bind/environment-files.ts';
import { scopedPipelines } from './bind/pipelines/bind-pipelines.ts';
import type { Unit } from './discover/unit.ts';
import { joinService } from './join.ts';
import type { Service } from './service.ts';
import type { Workspace } from './workspace.ts';

/** Joins units with all that the repository says of them, pipelines and what compose files set too. */
export async function joinServices(units: readonly Unit[], workspace: Workspace): Promise<Service[]> {
  const { repository, catalogue } = workspace;
  const { readPipelines } = await import('../pipelines/read-pipelines.ts');
  const pipelines = scopedPipelines(readPipelines(repository, catalogue).pipelines, repository);
  const joined: Service[] = [];
  for (const unit of units) {
    const environment = await environmentInFile(unit, repository);
    joined.push(joinService(unit, workspace, { environment, pipelines }));
  }
  return joined;
}
