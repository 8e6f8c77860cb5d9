import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Credential, Pipeline, TokenPermissions } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, type SomeEvidence, unknown } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';

interface CloudCredentials extends Subject {
  readonly pipeline: Pipeline;
  readonly credentials: readonly [Credential, ...Credential[]];
}

const oidc = ['on: push', 'permissions: { id-token: write, contents: read }'];
const keys =
  '{ uses: aws-actions/configure-aws-credentials@v5, with: { aws-access-key-id: "${{ secrets.KEY_ID }}", aws-secret-access-key: "${{ secrets.KEY }}", aws-region: eu-west-1 } }';
const role =
  '{ uses: aws-actions/configure-aws-credentials@v5, with: { role-to-assume: "${{ secrets.ROLE }}", aws-region: eu-west-1 } }';

export const check = defineCheck({
  id: 'long-lived-credentials',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Let the pipeline prove itself by a token that expires',
  docs: {
    why: 'A key that is kept as a secret of the pipeline is good until somebody changes it: each step that can read it, and each action that it calls, can take it away and use it from anywhere. A token by OpenID Connect is made for one job and ends with it.',
    fix: 'Set up federation between the CI system and the cloud (a role on AWS, federated credentials on Azure, workload identity federation on Google Cloud), use it in the pipeline, and delete the key.',
    whenNone: 'No pipeline that is about it proves itself to a cloud.',
    bad: [
      { title: 'Keys of AWS', files: withWorkflow(workflow([keys, 'run: sam deploy'])) },
      {
        title: 'A secret of a service principal',
        files: withWorkflow(
          workflow([
            '{ uses: azure/login@v2, with: { creds: "${{ secrets.AZURE_CREDENTIALS }}" } }',
            'run: sam deploy',
          ]),
        ),
      },
      {
        title: 'A key in the environment of a step',
        files: withWorkflow(
          workflow(['{ run: sam deploy, env: { AWS_SECRET_ACCESS_KEY: "${{ secrets.AWS_SECRET_ACCESS_KEY }}" } }']),
        ),
      },
    ],
    good: [
      { title: 'A role by OpenID Connect', files: withWorkflow(workflow([role, 'run: sam deploy'], oidc)) },
      {
        title: 'The ids of an application that is federated',
        files: withWorkflow(
          workflow(
            [
              '{ uses: azure/login@v2, with: { client-id: "${{ secrets.AZURE_CLIENT_ID }}", tenant-id: "${{ secrets.AZURE_TENANT_ID }}", subscription-id: "${{ secrets.AZURE_SUBSCRIPTION_ID }}" } }',
              'run: sam deploy',
            ],
            oidc,
          ),
        ),
      },
      {
        title: 'Keys of a session that an earlier step has made, handed on',
        files: withWorkflow(
          workflow(
            [
              role,
              '{ uses: aws-actions/configure-aws-credentials@v5, with: { aws-access-key-id: "${{ env.AWS_ACCESS_KEY_ID }}", role-to-assume: other, role-chaining: true, aws-region: eu-west-1 } }',
              'run: sam deploy',
            ],
            oidc,
          ),
        ),
      },
      {
        title: 'A key beside a token, of which it cannot be told which one is used',
        files: withWorkflow(
          workflow(['{ if: env.KEY, run: sam deploy, env: { AWS_SECRET_ACCESS_KEY: "${{ secrets.KEY }}" } }'], oidc),
        ),
      },
    ],
    sources: [
      'https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
      'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
      'https://docs.cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines',
    ],
  },
  subjects: (service, facts): CloudCredentials[] =>
    facts
      .pipelines()
      .of(service)
      .flatMap((pipeline) => {
        const [first, ...others] = credentialsIn(pipeline);
        return first === undefined ? [] : [{ name: pipeline.file, pipeline, credentials: [first, ...others] }];
      }),
  judge: ({ pipeline, credentials }) => {
    const [first, ...others] = credentials.filter(({ kind }) => kind === 'secret');
    if (first === undefined) return pass('It keeps no key of a cloud.', shown(credentials[0]));
    const kept = [first, ...others];
    const names = [...new Set(kept.map(({ name }) => name))].join(', ');
    const places: SomeEvidence = [shown(first), ...others.map(shown)];
    if (mayHaveToken(pipeline) || credentials.some(({ kind }) => kind === 'federated')) {
      const text = `${names} may hold a key that outlives the run; the pipeline can also prove itself by a token.`;
      return unknown('conflicting-evidence', text, ...places);
    }
    return fail(
      `${names} ${kept.length > 1 ? 'hold' : 'holds'} a key that outlives the run: who reads it can use it until somebody changes it.`,
      places,
    );
  },
});

function shown({ place, name }: Credential): Evidence {
  return evidence(place, name);
}

/** What the steps of a pipeline prove themselves by to a cloud, without what an earlier step has made. */
function credentialsIn({ jobs }: Pipeline): Credential[] {
  const all = jobs.flatMap((job) => [...job.credentials, ...job.steps.flatMap(({ credentials }) => credentials)]);
  const own = all.filter(({ cloud, name }) => cloud !== null && !/\b(env|steps|needs|inputs)\./.test(name));
  return [...new Map(own.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

/** True where some job may ask for a token by OpenID Connect. */
function mayHaveToken({ permissions, jobs }: Pipeline): boolean {
  return [permissions, ...jobs.map((job) => job.permissions)].some(givesToken);
}

function givesToken(permissions: TokenPermissions | null): boolean {
  return permissions?.all === 'write' || permissions?.scopes['id-token'] === 'write';
}
