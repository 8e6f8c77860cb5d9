import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue.ts';
import { openReadyPolicies } from './ready-policies.ts';

const catalogue = openCatalogue();
const policies = openReadyPolicies(catalogue);
const folder = join(import.meta.dirname, '../data/aws/iam/managed-policies');

test('every managed policy has statements, and every file holds policies that are listed', () => {
  const names = catalogue.load('aws/iam/managed-policies').facts.map(({ id }) => id);
  expect(names.filter((name) => (policies.managed(name)?.statements.length ?? 0) === 0)).toEqual([]);
  const kept = readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  expect(new Set(kept)).toEqual(new Set(names));
});

const basic = 'AWSLambdaBasicExecutionRole';

test.for([
  basic,
  `service-role/${basic}`,
  `arn:aws:iam::aws:policy/service-role/${basic}`,
  `arn:aws-cn:iam::aws:policy/service-role/${basic}`,
  `arn:\${AWS::Partition}:iam::aws:policy/service-role/${basic}`,
])('%s names a managed policy', (name) => {
  expect(policies.managed(name)).toEqual({
    name: basic,
    arn: `arn:\${AWS::Partition}:iam::aws:policy/service-role/${basic}`,
    updated: '2015-04-09',
    statements: [
      {
        effect: 'Allow',
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        notActions: [],
        resources: ['*'],
        notResources: [],
        conditions: false,
      },
    ],
  });
});

test.for([
  `arn:aws:iam::aws:policy/${basic}`,
  `arn:aws:iam::123456789012:policy/service-role/${basic}`,
  'NoSuchPolicy',
  '',
  'constructor',
])('%s names none', (name) => {
  expect(policies.managed(name)).toBeUndefined();
});

test('what a policy leaves out or asks for is told', () => {
  expect(policies.managed('PowerUserAccess')?.statements.flatMap(({ notActions }) => notActions)).toContain('iam:*');
  expect(policies.managed('AWSGlueServiceRole')?.statements.some(({ conditions }) => conditions)).toBe(true);
});

test('a template of SAM is filled in; what is not given stays', () => {
  const [statement] = policies.samTemplate('SQSPollerPolicy', { QueueName: 'orders' }) ?? [];
  expect(statement?.actions).toContain('sqs:ReceiveMessage');
  expect(statement?.resources).toEqual([`arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:orders`]);
  expect(policies.samTemplate('S3ReadPolicy', {})?.[0]?.resources[0]).toBe(
    `arn:\${AWS::Partition}:s3:::\${BucketName}`,
  );
  expect(policies.samTemplate('NoSuchPolicy', {})).toBeUndefined();
});

test('a connector grants to the role of one side', () => {
  const grant = policies.samConnector('AWS::Lambda::Function', 'AWS::DynamoDB::Table');
  expect(grant?.role).toBe('source');
  expect(grant?.write[0]?.actions).toContain('dynamodb:PutItem');
  expect(grant?.read[0]?.resources).toContain(`\${Destination.Arn}`);
  expect(policies.samConnector('AWS::Lambda::Function', 'AWS::S3::Nothing')).toBeUndefined();
});
