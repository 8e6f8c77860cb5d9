import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { defineCheck } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { policy, withBucket } from './examples.ts';
import { matchesAny, noPolicy, type RuledResource, ruledResources } from './tagged.ts';

const stages = policy('[tags.Stage]', 'required = false', 'values = ["dev", "prod*"]');
const stage = (value: string): Record<string, string> => ({
  ...withBucket([`Tags: [{ Key: Stage, Value: ${value} }]`]),
  ...stages,
});

export const check = defineCheck({
  id: 'tag-value-not-allowed',
  scope: 'service',
  step: 'tags',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes'],
  severity: 'risk',
  title: 'Give a tag one of the values that the policy allows',
  docs: {
    why: 'A value that nobody else uses falls out of every report and rule that is made by that tag, and a policy that is enforced refuses the resource.',
    fix: 'Write one of the allowed values, or have the policy allow it.',
    whenNone: noPolicy,
    bad: [
      { title: 'A value of its own', files: stage('test') },
      { title: 'Another case', files: stage('Dev') },
    ],
    good: [
      { title: 'One of the values', files: stage('dev') },
      { title: 'A value that a pattern fits', files: stage('prod-eu') },
      {
        title: 'A tag that may have any value',
        files: { ...withBucket(['Tags: [{ Key: Stage, Value: dev }, { Key: Team, Value: any }]']), ...stages },
      },
      {
        title: 'A value that is given when it is deployed, so that it cannot be told',
        files: stage('!Ref AWS::StackName'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html',
      'https://learn.microsoft.com/azure/governance/policy/tutorials/govern-tags',
    ],
  },
  subjects: (service, facts): RuledResource[] =>
    ruledResources(service, facts).filter(({ rule, found }) => rule.values !== null && found !== null),
  judge: ({ resource, rule, found }) => {
    const allowed = rule.values ?? [];
    const reading = found === null ? null : readText(found.entry.value);
    if (reading === null) return pass(`${resource.id} does not carry ${rule.name}.`, evidence(resource.key, rule.name));
    const here = evidence(reading.place, `${rule.name}: ${reading.text}`);
    if (!reading.known) return unknown(reading.reason, `The value of ${rule.name} is ${reading.text}.`, here);
    if (matchesAny(reading.value, allowed)) return pass(`${reading.value} is allowed for ${rule.name}.`, here);
    if (reading.how !== 'literal') {
      return unknown(
        'dynamic-value',
        `${reading.value} is not allowed for ${rule.name}, unless another is given.`,
        here,
      );
    }
    return fail(`${rule.name} is ${reading.value} on ${resource.id}; the policy allows ${allowed.join(', ')}.`, [
      here,
      evidence(rule.place, rule.name),
    ]);
  },
});
