import { evidence } from '../../evidence/evidence.ts';
import { defineCheck } from '../define.ts';
import { fail, pass } from '../judgement.ts';
import { policy, withBucket } from './examples.ts';
import { noPolicy, type RuledResource, ruledResources } from './tagged.ts';

const team = policy('[tags.Team]', 'required = false');
const bucket = (...names: string[]): Record<string, string> => ({
  ...withBucket([`Tags: [${names.map((name) => `{ Key: ${name}, Value: orders }`).join(', ')}]`]),
  ...team,
});

export const check = defineCheck({
  id: 'tag-name-case-differs',
  scope: 'service',
  step: 'tags',
  clouds: ['aws', 'gcp', 'kubernetes'],
  severity: 'risk',
  title: 'Write the name of a tag as the policy does',
  docs: {
    why: 'Names of tags keep their case on AWS: `team` and `Team` are two tags, and a report by one of them lacks what carries the other. Azure takes both for the same.',
    fix: 'Write the name as the policy has it.',
    whenNone: noPolicy,
    bad: [
      { title: 'Lower case', files: bucket('team') },
      { title: 'Upper case', files: bucket('TEAM') },
    ],
    good: [
      { title: 'As in the policy', files: bucket('Team') },
      { title: 'Both ways of writing it', files: bucket('team', 'Team') },
      { title: 'A longer name', files: bucket('Team', 'team-lead') },
    ],
    sources: [
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html',
      'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
    ],
  },
  subjects: (service, facts): RuledResource[] =>
    ruledResources(service, facts).filter(({ found, resource }) => found !== null && resource.cloud !== 'azure'),
  judge: ({ resource, rule, found }) => {
    const name = found?.name ?? rule.name;
    const place = found?.entry.key ?? resource.key;
    if (name === rule.name) return pass(`${name} is written as the policy has it.`, evidence(place, name));
    return fail(
      `${resource.id} carries ${name}, which is another tag than ${rule.name}.`,
      [evidence(place, name), evidence(rule.place, rule.name)],
      {
        fix: {
          title: `Rename the tag to ${rule.name}.`,
          safe: false,
          intents: [{ kind: 'replace', place, value: rule.name }],
        },
      },
    );
  },
});
