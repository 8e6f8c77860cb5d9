import { evidence } from '../../evidence/evidence.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isTrial } from './checking.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { doubtsIn, type PlacedWork, worksOf } from './works.ts';

interface Deployment extends Subject {
  readonly placed: PlacedWork;
}

/** Tools that change infrastructure by what is written, without being built first by something that looks at it. */
const deploying =
  /^(terraform|tofu|terragrunt( run-all)?) apply$|^sam deploy$|^aws cloudformation (deploy|create-stack|update-stack)$|^az deployment \w+ create$|^(azure\/(arm-deploy|bicep-deploy)|aws-actions\/aws-cloudformation-github-deploy|dflook\/terraform-apply)$/i;

/** What looks at infrastructure code, or shows what it would change: by any word of a step. */
const looking =
  /validat|\bplan\b|terraform-plan|\blint|tflint|what-?if|change-?set|checkov|tfsec|trivy|kics|terrascan|cfn[-_]?(lint|guard|nag)|conftest|psrule|regula|snyk iac|az bicep build|bicep (build|lint)|infracost|synth|\bdiff\b|preview|super-linter|megalinter|pre-commit/i;

export const check = defineCheck({
  id: 'infrastructure-unvalidated',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Validate infrastructure code before it is deployed',
  docs: {
    why: 'A misspelt property or a type that does not fit is found by the cloud, half-way through the deployment, and a change that replaces a database by nobody. Validation and a plan take seconds, and need no deployment.',
    fix: 'Add a step before the deployment: `terraform validate` and `terraform plan`, `sam validate --lint` or cfn-lint, `az bicep lint` and what-if.',
    whenNone:
      'No pipeline that is about it deploys infrastructure code of Terraform, CloudFormation, SAM, Bicep or ARM.',
    bad: [
      { title: 'Tests, and then the deployment', files: withWorkflow(workflow(['run: pytest', 'run: sam deploy'])) },
      {
        title: 'Terraform, applied as it is',
        files: withWorkflow(workflow(['run: terraform init', 'run: terraform apply -auto-approve'])),
      },
    ],
    good: [
      { title: 'Validation', files: withWorkflow(workflow(['run: sam validate --lint', 'run: sam deploy'])) },
      {
        title: 'A plan that is applied',
        files: withWorkflow(workflow(['run: terraform plan -out plan', 'run: terraform apply plan'])),
      },
      {
        title: 'A linter in another job',
        files: withWorkflow(
          [
            'on: push',
            'jobs:',
            ...job('look', ['run: pip install cfn-lint && cfn-lint template.yaml']),
            ...job('deploy', ['run: aws cloudformation deploy --template-file template.yaml --stack-name a']),
            '',
          ].join('\n'),
        ),
      },
      {
        title: 'A script of which it cannot be told',
        files: withWorkflow(workflow(['run: make checks', 'run: sam deploy'])),
      },
    ],
    sources: [
      'https://developer.hashicorp.com/terraform/cli/commands/validate',
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-validate.html',
      'https://learn.microsoft.com/azure/azure-resource-manager/bicep/linter',
    ],
  },
  subjects: (service, facts): Deployment[] =>
    facts
      .pipelines()
      .of(service)
      .flatMap((pipeline) => {
        const placed = worksOf(pipeline).findLast((one) => deploying.test(one.work.tool) && !isTrial(one));
        return placed === undefined ? [] : [{ name: pipeline.file, placed }];
      }),
  judge: ({ placed }, _service, facts) => {
    const { all } = facts.pipelines();
    const steps = all.flatMap(({ jobs }) => jobs.flatMap((one) => one.steps));
    const seen = steps.find(
      ({ name, text, works }) =>
        looking.test(`${name ?? ''} ${text}`) || works.some((work) => looking.test(`${work.tool} ${work.text}`)),
    );
    if (seen !== undefined)
      return pass('Something looks at infrastructure code.', evidence(seen.place, seen.name ?? seen.text.slice(0, 80)));
    const [doubt] = all.flatMap((pipeline) => doubtsIn(pipeline, /infra|valid|check|lint|deploy|template/i));
    if (doubt !== undefined) {
      return unknown(
        doubt.reason,
        `${doubt.text} may look at infrastructure code: it is not followed.`,
        evidence(doubt.place, doubt.text),
      );
    }
    const { tool, place, text } = placed.work;
    return fail(`${tool} deploys infrastructure code that no step validates, lints or plans.`, [evidence(place, text)]);
  },
});
