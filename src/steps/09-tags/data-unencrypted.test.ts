import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withData } from './examples.ts';

type Row = [title: string, files: Files, ...expected: object[]];

test.for<Row>([
  [
    'nothing said',
    withData('AWS::RDS::DBInstance', ['Engine: postgres']),
    { verdict: 'fail', severity: 'risk', subject: 'Data', at: { file: 'template.yaml', line: 10 } },
  ],
  [
    'the cluster decides',
    withData('AWS::RDS::DBInstance', ['DBClusterIdentifier: shop']),
    { verdict: 'not-applicable' },
  ],
  ['Aurora', withData('AWS::RDS::DBInstance', ['Engine: aurora-postgresql']), { verdict: 'not-applicable' }],
  [
    'a copy of a snapshot',
    withData('AWS::RDS::DBInstance', ['DBSnapshotIdentifier: old']),
    { verdict: 'not-applicable' },
  ],
  ['what the provider encrypts', withData('AWS::S3::Bucket', ['BucketName: shop']), { verdict: 'not-applicable' }],
  [
    'a default that is not known',
    withData('AWS::EFS::FileSystem', ['PerformanceMode: generalPurpose']),
    { verdict: 'unknown', reason: 'not-in-catalogue' },
  ],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('data-unencrypted', files)).toMatchObject(expected);
});
