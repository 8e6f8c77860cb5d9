import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withData } from './examples.ts';

type Row = [title: string, files: Files, ...expected: object[]];

test.for<Row>([
  [
    'a public one',
    withData('AWS::RDS::DBInstance', ['PubliclyAccessible: true']),
    {
      verdict: 'fail',
      severity: 'risk',
      at: { line: 13 },
      message: 'Data has a public address: PubliclyAccessible is true.',
    },
  ],
  ['nothing said', withData('AWS::RDS::DBInstance', ['Engine: mysql']), { verdict: 'unknown', reason: 'needs-probe' }],
  ['a bucket', withData('AWS::S3::Bucket', ['BucketName: shop']), { verdict: 'not-applicable' }],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('data-public', files)).toMatchObject(expected);
});
