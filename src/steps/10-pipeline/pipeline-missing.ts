import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';
import { concernsPython, doubtsIn, isShipping, type PlacedWork, worksOf } from './works.ts';

const { '.github/workflows/ci.yml': _, ...bare } = withWorkflow('');

export const check = defineCheck({
  id: 'pipeline-missing',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Let a pipeline test and ship a service',
  docs: {
    why: 'Without a pipeline each change is tested and shipped by hand, by whoever remembers how, from whatever lies on that machine.',
    fix: 'Add a workflow that runs the tests on every change, and one that ships what was tested.',
    whenNone: 'Every service is judged.',
    bad: [
      { title: 'No pipeline', files: bare },
      {
        title: 'A workflow that speaks of other things',
        files: withWorkflow(workflow(['uses: actions/stale@v9'], ['on: { schedule: [{ cron: "0 3 * * *" }] }'])),
      },
    ],
    good: [
      { title: 'A workflow that tests', files: withWorkflow(workflow(['run: pytest'])) },
      {
        title: 'A build file beside the code',
        files: { ...bare, 'buildspec.yml': 'version: 0.2\nphases: { build: { commands: [sam build] } }\n' },
      },
      {
        title: 'Build settings of AWS Amplify',
        files: { ...bare, 'amplify.yml': 'version: 1\nbackend: { phases: { build: { commands: [sam deploy] } } }\n' },
      },
      {
        title: 'A system that is not read, of which it cannot be told',
        files: { ...bare, Jenkinsfile: 'pipeline { }\n' },
      },
      {
        title: 'A pipeline of the infrastructure code, of which it cannot be told',
        files: {
          ...bare,
          'pipeline.yaml': 'Resources:\n  Release: { Type: AWS::CodePipeline::Pipeline, Properties: { Stages: [] } }\n',
        },
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/framework/ops_dev_integ_build_mgmt_sys.html',
      'https://docs.github.com/actions/get-started/continuous-integration',
    ],
  },
  subjects: ({ name }): Subject[] => [{ name }],
  judge: (_subject, service, facts) => {
    const { all, unread, declared, of, isUnbound } = facts.pipelines();
    const [own] = of(service);
    if (own !== undefined) return pass('A pipeline is about it.', evidence(startOf(own.file), own.name ?? own.file));
    const [other] = unread;
    if (other !== undefined) {
      const text = `${other.file} of ${other.system} is not read: it may be about this.`;
      return unknown('unsupported-construct', text, evidence(startOf(other.file), other.system, 'guessed'));
    }
    const [made] = declared(service);
    if (made !== undefined) {
      return unknown('external-code', `${made.text} may define a pipeline for it: that is not read.`, made);
    }
    const doubtful = all.find(
      (pipeline) => doubtsIn(pipeline, words).length > 0 || (isUnbound(pipeline) && worksOf(pipeline).some(isOfCode)),
    );
    if (doubtful !== undefined) {
      const text = `${doubtful.file} does more than can be followed: it may be about this.`;
      return unknown(
        'external-code',
        text,
        evidence(startOf(doubtful.file), doubtful.name ?? doubtful.file, 'guessed'),
      );
    }
    const none = all.length === 0;
    return fail(none ? 'The repository has no pipeline.' : 'No pipeline tests, builds or ships it.', [
      evidence(service.definedIn, none ? 'no pipeline' : 'no pipeline about it', 'absent'),
    ]);
  },
});

/** Words by which a step that is not understood may test, build or ship something. */
const words = /test|build|deploy|release|publish|package|lint|check|push|sync/i;

/** A work that is about code, of which it could not be told whose. */
function isOfCode(placed: PlacedWork): boolean {
  const { purpose } = placed.work;
  return isShipping(placed) || ((purpose === 'test' || purpose === 'build') && concernsPython(placed));
}
