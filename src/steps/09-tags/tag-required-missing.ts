import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck } from '../define.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { policy, withBucket } from './examples.ts';
import { noPolicy, type RuledResource, ruledResources } from './tagged.ts';

const team = policy('[tags.Team]');

export const check = defineCheck({
  id: 'tag-required-missing',
  scope: 'service',
  step: 'tags',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes'],
  severity: 'risk',
  title: "Give each resource the tags that the organisation's policy asks for",
  docs: {
    why: 'Costs, owners and access by attributes are told by tags: what carries none is paid by nobody in particular, is kept because nobody knows whose it is, and may be refused by a policy of the organisation.',
    fix: 'Add the tag to the resource, or to all at once: default_tags of the provider, Globals of SAM, Tags.of of the CDK, the tags of the stack.',
    whenNone: noPolicy,
    bad: [
      { title: 'No tags at all', files: { ...withBucket([]), ...team } },
      { title: 'Other tags', files: { ...withBucket(['Tags: [{ Key: Stage, Value: prod }]']), ...team } },
    ],
    good: [
      { title: 'The tag', files: { ...withBucket(['Tags: [{ Key: Team, Value: orders }]']), ...team } },
      {
        title: 'A tag that may be left out',
        files: {
          ...withBucket(['Tags: [{ Key: Team, Value: orders }]']),
          ...policy('[tags.Team]', '[tags.Stage]', 'required = false'),
        },
      },
      {
        title: 'A rule for other types',
        files: { ...withBucket([]), ...policy('[tags.Team]', 'resources = ["AWS::Serverless::Function"]') },
      },
      {
        title: 'Tags that SAM gives to the stack, so that it cannot be told',
        files: { ...withBucket([]), ...team, 'samconfig.toml': '[default.deploy.parameters]\ntags = "Team=orders"\n' },
      },
      {
        title: 'Tags of the provider',
        files: {
          'app.py': 'def handler(event, context):\n    return event\n',
          'main.tf':
            'provider "aws" {\n  default_tags {\n    tags = { Team = "orders" }\n  }\n}\n\nresource "aws_lambda_function" "resize" {\n  function_name = "resize"\n  handler       = "app.handler"\n  runtime       = "python3.13"\n  filename      = "app.zip"\n  role          = "arn:aws:iam::123456789012:role/resize"\n}\n',
          ...team,
        },
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
      'https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-tagging',
      'https://docs.cloud.google.com/resource-manager/docs/best-practices-labels',
    ],
  },
  subjects: (service, facts): RuledResource[] =>
    ruledResources(service, facts).filter(
      ({ rule, found }) => rule.required && (found === null || found.name === rule.name),
    ),
  judge: ({ resource, rule, tags, found }, service, facts) => {
    if (found !== null) return pass(`${resource.id} carries ${rule.name}.`, evidence(found.entry.key, rule.name));
    const open = tags?.open ?? null;
    if (open !== null) {
      const text = `Whether ${resource.id} carries ${rule.name}, ${open.text} decides.`;
      return unknown(open.reason, text, evidence(open.place, open.text, 'guessed'));
    }
    const [given] = givenTo(resource, service, facts);
    if (given !== undefined) {
      const text = `${resource.id} does not carry the tag ${rule.name}, unless the deployment gives it to the stack.`;
      return unknown('external-code', text, given);
    }
    return fail(`${resource.id} does not carry the tag ${rule.name}.`, [
      evidence(tags?.place ?? resource.key, rule.name, 'absent'),
      evidence(rule.place, rule.name),
    ]);
  },
});

/** What gives tags to a whole stack of CloudFormation when it is deployed. */
function givenTo(resource: Resource, service: Service, { tagPolicy, pipelines }: Facts): Evidence[] {
  if (!resource.type.startsWith('AWS::')) return [];
  const works = pipelines()
    .of(service)
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap((one) => one.works)));
  const inPipelines = works.filter(({ text }) => /\s--tags\b/.test(text));
  return [...(tagPolicy?.given ?? []), ...inPipelines.map(({ place, text }) => evidence(place, text))];
}
