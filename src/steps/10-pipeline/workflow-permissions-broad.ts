import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Pipeline } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass } from '../judgement.ts';
import { job, withWorkflow, workflow } from './examples.ts';

interface Workflow extends Subject {
  readonly pipeline: Pipeline;
}

export const check = defineCheck({
  id: 'workflow-permissions-broad',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: "Say what a workflow's token may do",
  docs: {
    why: 'Every step and every action of a workflow can use its token. With `write-all` each of them can change the code, the releases and the packages. Where a workflow says nothing, the settings of the repository decide: those of repositories and organisations from before February 2023 give the right to write unless somebody changed them, and a copy of the workflow elsewhere gets what is set there. Saying nothing is an improvement to make, not a risk.',
    fix: 'State `permissions: { contents: read }` for the workflow, and more only for the job that needs it.',
    whenNone: 'No workflow of GitHub that starts by itself is about it.',
    bad: [
      {
        title: 'All rights',
        files: withWorkflow(workflow(['run: pytest'], ['on: push', 'permissions: write-all'])),
      },
      { title: 'Nothing said', files: withWorkflow(workflow(['run: pytest'])) },
    ],
    good: [
      {
        title: 'The right to read',
        files: withWorkflow(workflow(['run: pytest'], ['on: push', 'permissions: { contents: read }'])),
      },
      {
        title: 'Rights of the one job',
        files: withWorkflow(
          ['on: push', 'jobs:', ...job('all', ['run: pytest'], ['permissions: { contents: read }']), ''].join('\n'),
        ),
      },
      {
        title: 'No rights at all',
        files: withWorkflow(workflow(['run: pytest'], ['on: push', 'permissions: {}'])),
      },
      {
        title: 'One right to write, named',
        files: withWorkflow(workflow(['run: pytest'], ['on: push', 'permissions: { packages: write }'])),
      },
    ],
    sources: [
      'https://github.blog/changelog/2023-02-02-github-actions-updating-the-default-github_token-permissions-to-read-only',
      'https://codeql.github.com/codeql-query-help/actions/actions-missing-workflow-permissions/',
    ],
  },
  subjects: (service, facts): Workflow[] =>
    facts
      .pipelines()
      .of(service)
      .filter(({ system, jobs, triggers }) => system === 'github-actions' && jobs.length > 0 && triggers.some(isOwn))
      .map((pipeline) => ({ name: pipeline.file, pipeline })),
  judge: ({ pipeline: { file, name, permissions, jobs } }) => {
    const stated = [permissions, ...jobs.map((one) => one.permissions)];
    const wide = stated.find((one) => one?.all === 'write');
    if (wide)
      return fail('The token may write everything (write-all).', [evidence(wide.place, 'permissions: write-all')]);
    const open = permissions === null ? jobs.find((one) => one.permissions === null) : undefined;
    if (open === undefined) {
      return pass('It says what the token may do.', evidence(permissions?.place ?? startOf(file), name ?? file));
    }
    const inPart = stated.some((one) => one !== null);
    const what = inPart
      ? `The job ${open.id} does not say what its token may do`
      : 'It does not say what the token may do';
    return fail(
      `${what}: the settings of the repository decide, and may let it write.`,
      [evidence(inPart ? open.place : startOf(file), 'permissions', 'absent')],
      { severity: 'improvement' },
    );
  },
});

/** A workflow that only others call has the rights that these give it. */
function isOwn({ event }: Pipeline['triggers'][number]): boolean {
  return event !== 'call';
}
