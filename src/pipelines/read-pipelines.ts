import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Repository } from '../repository/repository.ts';
import { readAmplify } from './amplify/index.ts';
import { readAzurePipeline } from './azure-pipelines/index.ts';
import { readCloudBuild, withoutSteps } from './cloud-build/index.ts';
import { readBuildspec } from './codebuild/index.ts';
import { readWorkflow } from './github-actions/index.ts';
import { readGitlab } from './gitlab-ci/index.ts';
import type { Pipeline, PipelineSystem, Pipelines } from './model.ts';
import { jobsInCircles } from './order.ts';
import { isVendored, pipelineSystemOf, unreadSystemOf } from './pipeline-files.ts';
import { pipelineTools } from './purposes/tools.ts';
import { Draft, Reading } from './reading.ts';

const readers: Readonly<Record<PipelineSystem, (draft: Draft) => Pipeline>> = {
  'github-actions': readWorkflow,
  'gitlab-ci': readGitlab,
  'azure-pipelines': readAzurePipeline,
  'cloud-build': readCloudBuild,
  codebuild: readBuildspec,
  amplify: readAmplify,
};

/**
 * Every pipeline of a repository, sorted by path, and those of systems that are only named. Files are told by their
 * names: where no name fits, no file is opened and nothing is loaded from the catalogue. Azure's files that another one
 * takes as a template are parts of that one, and no pipelines themselves. Never throws: faults are values in a pipeline.
 */
export function readPipelines(repository: Repository, catalogue: Catalogue): Pipelines {
  const files = repository.files.filter((file) => !isVendored(file));
  const found = files.flatMap((file) => {
    const system = pipelineSystemOf(file);
    return system === undefined ? [] : [{ file, system }];
  });
  const unread = files.flatMap((file) => {
    const system = unreadSystemOf(file);
    return system === undefined ? [] : [{ file, system }];
  });
  if (found.length === 0) return { pipelines: [], unread };
  const reading = new Reading(repository, pipelineTools(catalogue));
  const pipelines = found.map(({ file, system }) => readOne(reading, file, system));
  const parts = new Set(
    pipelines.flatMap(({ system, file, parts }) =>
      system === 'azure-pipelines' ? parts.filter((part) => part !== file) : [],
    ),
  );
  return { pipelines: pipelines.filter((pipeline) => !parts.has(pipeline.file) && isWhatItSeems(pipeline)), unread };
}

/** `cloudbuild.yaml` may be any file that has to do with Cloud Build: one without steps and without faults of its own is none. */
function isWhatItSeems({ system, jobs, faults }: Pipeline): boolean {
  return system !== 'cloud-build' || jobs.length > 0 || faults.some(({ message }) => message !== withoutSteps);
}

function readOne(reading: Reading, file: string, system: PipelineSystem): Pipeline {
  const draft = new Draft(reading, file);
  const pipeline = readers[system](draft);
  for (const job of jobsInCircles(pipeline)) draft.fault(job.place, `${job.id} waits for itself`);
  return { ...pipeline, faults: draft.faults };
}
