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
    'a file system that does not say',
    withData('AWS::EFS::FileSystem', ['PerformanceMode: generalPurpose']),
    { verdict: 'fail', message: expect.stringContaining('Encrypted is not set') },
  ],
  [
    "a file system of the CDK's, whose construct has a default of its own",
    {
      'cdk.json': '{ "app": "python app.py" }',
      'app.py':
        "import aws_cdk as cdk\nfrom aws_cdk import aws_ec2 as ec2, aws_efs as efs, aws_lambda as lambda_\napp = cdk.App()\nstack = cdk.Stack(app, 'S')\nvpc = ec2.Vpc(stack, 'V')\nfiles = efs.FileSystem(stack, 'F', vpc=vpc)\nlambda_.Function(stack, 'L', code=lambda_.Code.from_asset('src'), handler='a.h', runtime=lambda_.Runtime.PYTHON_3_13, environment={'F': files.file_system_id})\napp.synth()\n",
      'src/a.py': 'def h(event, context):\n    return event\n',
    },
    { verdict: 'not-applicable' },
  ],
  [
    'a bare one of the CDK',
    {
      'cdk.json': '{ "app": "python app.py" }',
      'app.py':
        "import aws_cdk as cdk\nfrom aws_cdk import aws_efs as efs, aws_lambda as lambda_\napp = cdk.App()\nstack = cdk.Stack(app, 'S')\nfiles = efs.CfnFileSystem(stack, 'F')\nlambda_.Function(stack, 'L', code=lambda_.Code.from_asset('src'), handler='a.h', runtime=lambda_.Runtime.PYTHON_3_13, environment={'F': files.ref})\napp.synth()\n",
      'src/a.py': 'def h(event, context):\n    return event\n',
    },
    { verdict: 'fail', at: { file: 'app.py' } },
  ],
])('%s', async ([, files, ...expected]) => {
  expect(await findingsOn('data-unencrypted', files)).toMatchObject(expected);
});
