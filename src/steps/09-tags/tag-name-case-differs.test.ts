import { expect, test } from 'vitest';
import { type Files, findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { policy, withBucket } from './examples.ts';

type Row = [title: string, files: Files, ...expected: object[]];

test.for<Row>([
  [
    'lower case',
    { ...withBucket(['Tags: [{ Key: team, Value: orders }]']), ...policy('[tags.Team]') },
    { verdict: 'pass', subject: 'Resize Team' },
    { verdict: 'fail', subject: 'Uploads Team', at: { line: 13 } },
  ],
  [
    'none of that name',
    { ...withBucket([], '{ Stage: prod }'), ...policy('[tags.Team]') },
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('tag-name-case-differs', files)).toMatchObject(expected);
});

test('the name is written as the policy has it', async () => {
  const files = {
    ...withBucket(['Tags: [{ Key: team, Value: orders }]'], '{ TEAM: orders }'),
    ...policy('[tags.Team]'),
  };
  const found = await findingsOn('tag-name-case-differs', files);
  expect(found.map((one) => fixedText(files, 'template.yaml', one).includes('Tags: { Team: orders }'))).toEqual([
    true,
    false,
  ]);
  expect(fixedText(files, 'template.yaml', found[1]!)).toContain('{ Key: Team, Value: orders }');
});
