import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { policy, withBucket } from './examples.ts';

type Row = [title: string, files: Files, ...expected: object[]];

test.for<Row>([
  [
    'a value of its own',
    { ...withBucket(['Tags: [{ Key: Team, Value: other }]']), ...policy('[tags.Team]', 'values = ["orders"]') },
    { verdict: 'pass', subject: 'Resize Team' },
    {
      verdict: 'fail',
      subject: 'Uploads Team',
      at: { line: 13 },
      message: 'Team is other on Uploads; the policy allows orders.',
    },
  ],
  [
    'a tag policy of AWS',
    {
      ...withBucket([]),
      'tag-policy.json':
        '{ "tags": { "team": { "tag_key": { "@@assign": "Team" }, "tag_value": { "@@assign": ["payments"] } } } }',
    },
    { verdict: 'fail', subject: 'Resize Team' },
  ],
  ['any value', { ...withBucket([]), ...policy('[tags.Team]') }, { verdict: 'not-applicable' }],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('tag-value-not-allowed', files)).toMatchObject(expected);
});
