import { startOf } from '../evidence/place.ts';
import type { Job, Pipeline, PipelineSystem } from './model.ts';
import type { Draft } from './reading.ts';

/** What a file of a build service says: one job. `startedBy` is what starts it, and stands outside of the repository. */
interface Build extends Pick<Job, 'runner' | 'variables' | 'steps' | 'python' | 'credentials'> {
  readonly system: PipelineSystem;
  readonly startedBy: string;
}

/** The pipeline of a build; without steps it has no job. */
export function buildOfOneJob(
  { root, file, parts, faults }: Draft,
  { system, startedBy, runner, variables, steps, python, credentials }: Build,
): Pipeline {
  const place = root?.place ?? startOf(file);
  const job: Job = {
    id: 'build',
    name: null,
    stage: null,
    needs: [],
    condition: null,
    runner,
    image: null,
    matrix: null,
    environment: null,
    variables,
    permissions: null,
    continueOnError: false,
    steps,
    python,
    credentials,
    place,
    through: [],
  };
  return {
    system,
    file,
    name: null,
    triggers: [{ event: 'unknown', name: startedBy, branches: null, tags: null, paths: null, cron: null, place }],
    permissions: null,
    variables,
    jobs: steps.length > 0 ? [job] : [],
    parts,
    faults,
  };
}
