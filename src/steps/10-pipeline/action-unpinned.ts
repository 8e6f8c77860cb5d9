import { evidence } from '../../evidence/evidence.ts';
import type { ActionReference, Pipeline, Step } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';

interface Used {
  readonly step: Step;
  readonly action: ActionReference;
}

interface PipelineWithActions extends Subject {
  readonly actions: readonly [Used, ...Used[]];
}

const commit = '0123456789abcdef0123456789abcdef01234567';

export const check = defineCheck({
  id: 'action-unpinned',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Pin the actions of others to a commit',
  docs: {
    why: "A tag or a branch of an action can be moved to other code by whoever controls its repository. That code then runs with the pipeline's secrets. GitHub's own actions (`actions/`, `github/`) are left alone.",
    fix: 'Name the full commit, with the version in a comment; Dependabot and Renovate keep such pins current.',
    whenNone: 'No pipeline that is about it uses an action of others.',
    bad: [
      { title: 'A tag', files: withWorkflow(workflow(['uses: astral-sh/setup-uv@v7', 'run: pytest'])) },
      { title: 'A branch', files: withWorkflow(workflow(['uses: aquasecurity/trivy-action@master', 'run: pytest'])) },
      {
        title: 'A part of a commit',
        files: withWorkflow(workflow([`uses: astral-sh/setup-uv@${commit.slice(0, 7)}`, 'run: pytest'])),
      },
    ],
    good: [
      {
        title: 'A commit',
        files: withWorkflow(workflow([`uses: astral-sh/setup-uv@${commit} # v7.1.0`, 'run: pytest'])),
      },
      {
        title: "A tag of GitHub's own, beside a commit",
        files: withWorkflow(
          workflow(['uses: actions/checkout@v5', `uses: astral-sh/setup-uv@${commit}`, 'run: pytest']),
        ),
      },
      {
        title: 'An action of the repository itself, and one that is pinned',
        files: withWorkflow(
          workflow(['uses: ./.github/actions/prepare', `uses: astral-sh/setup-uv@${commit}`, 'run: pytest']),
          {
            '.github/actions/prepare/action.yml':
              'runs:\n  using: composite\n  steps:\n    - { run: pip install ., shell: bash }\n',
          },
        ),
      },
    ],
    sources: [
      'https://docs.github.com/actions/reference/security/secure-use#using-third-party-actions',
      'https://docs.zizmor.sh/audits/#unpinned-uses',
    ],
  },
  subjects: (service, facts): PipelineWithActions[] => {
    const used = facts.pipelines().of(service).flatMap(actionsIn);
    const once = new Map(used.map((one) => [`${one.step.place.file}:${one.step.place.line} ${one.step.text}`, one]));
    return [...Map.groupBy(once.values(), ({ step }) => step.place.file)].flatMap(([name, [first, ...others]]) =>
      first === undefined ? [] : [{ name, actions: [first, ...others] }],
    );
  },
  judge: ({ actions }) => {
    const [first, ...others] = actions.filter(({ action }) => !action.pinned);
    if (first === undefined) return pass('The actions of others are pinned.', shown(actions[0]));
    const names = [...new Set([first, ...others].map(({ action }) => action.name))].join(', ');
    return fail(`${names}: a tag or branch names the version, which others can move.`, [
      shown(first),
      ...others.map(shown),
    ]);
  },
});

function shown({ step }: Used): ReturnType<typeof evidence> {
  return evidence(step.place, step.text);
}

/** The actions of others that the steps of a workflow use. */
function actionsIn({ system, jobs }: Pipeline): Used[] {
  if (system !== 'github-actions') return [];
  return jobs.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.action !== null && isOfOthers(step.action) ? [{ step, action: step.action }] : [])),
  );
}

/** Those of SLSA's generator can be verified by their tag alone, and say so: https://github.com/slsa-framework/slsa-github-generator */
function isOfOthers({ name, version }: ActionReference): boolean {
  return (
    version !== null &&
    !/^(actions|github|dependabot|slsa-framework\/slsa-github-generator)\/|^docker:|^\.|\$\{/.test(name)
  );
}
