import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { policy, withBucket } from './examples.ts';

type Row = [title: string, files: Files, ...expected: object[]];

test.for<Row>([
  ['no policy', withBucket([]), { verdict: 'not-applicable', message: expect.stringContaining('tag-policy.toml') }],
  [
    'one of two',
    { ...withBucket([]), ...policy('[tags.Team]') },
    { verdict: 'pass', subject: 'Resize Team' },
    { verdict: 'fail', severity: 'risk', subject: 'Uploads Team', at: { file: 'template.yaml', line: 10 } },
  ],
  [
    'another case is the business of another check',
    { ...withBucket(['Tags: [{ Key: team, Value: orders }]']), ...policy('[tags.Team]') },
    { verdict: 'pass', subject: 'Resize Team' },
  ],
  [
    'tags that a parameter gives',
    { ...withBucket(['Tags: !Split [",", !Ref AWS::StackName]']), ...policy('[tags.Team]') },
    { verdict: 'pass' },
    { verdict: 'unknown', subject: 'Uploads Team' },
  ],
  [
    'a pipeline that gives tags to the stack',
    {
      ...withBucket([]),
      ...policy('[tags.Team]'),
      '.github/workflows/ship.yml':
        'on: push\njobs:\n  ship:\n    runs-on: ubuntu-latest\n    steps:\n      - run: sam deploy --tags Team=orders\n',
    },
    { verdict: 'unknown', reason: 'external-code', at: { file: '.github/workflows/ship.yml', line: 6 } },
    { verdict: 'pass' },
  ],
  [
    'a tag policy of AWS requires nothing',
    { ...withBucket([]), 'tag-policy.json': '{ "tags": { "team": { "tag_key": { "@@assign": "Team" } } } }' },
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('tag-required-missing', files)).toMatchObject(expected);
});
