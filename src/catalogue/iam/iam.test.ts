import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBoto3 } from '../boto3/models.ts';
import { openCatalogue } from '../catalogue.ts';
import { arnForms } from './arn-forms.ts';
import { openIam } from './iam.ts';
import type { ActionNeed } from './operation-row.ts';

const catalogue = openCatalogue();
const iam = openIam(catalogue);
const boto3 = openBoto3(catalogue);
const services = boto3.services().map(({ id }) => id);
const data = join(import.meta.dirname, '../data/aws/iam');
const named = (folder: string): string[] => readdirSync(join(data, folder)).map((file) => file.replace(/\.json$/, ''));

/** Actions that are needed, and those that some calls want besides. */
const needed = (service: string, api: string): string[] => actions(service, api, true);
const also = (service: string, api: string): string[] => actions(service, api, false);

function actions(service: string, api: string, wanted: boolean): string[] {
  const needs = iam.operation(service, api)?.needs ?? [];
  return [...new Set(needs.filter((need) => need.needed === wanted).map(({ action }) => action))];
}

const everyNeed: readonly (readonly [string, ActionNeed])[] = services.flatMap((service) =>
  (boto3.model(service)?.methods ?? []).flatMap((method) => {
    const api = boto3.model(service)?.operation(method)?.api ?? '';
    return (iam.operation(service, api)?.needs ?? []).map((need) => [`${service}.${api}`, need] as const);
  }),
);

test('the files are those of the services and prefixes', () => {
  const datasets = (name: 'aws/iam/index' | 'aws/iam/prefixes'): string[] =>
    catalogue.load(name).facts.map(({ id }) => id);
  expect(new Set(named('operations'))).toEqual(new Set(datasets('aws/iam/index')));
  expect(new Set(named('actions'))).toEqual(new Set(datasets('aws/iam/prefixes')));
  expect(new Set(datasets('aws/iam/index'))).toEqual(new Set(services));
});

test('every operation of boto3 is settled', () => {
  const open = services.flatMap((service) => {
    const model = boto3.model(service);
    const apis = (model?.methods ?? []).map((method) => model?.operation(method)?.api ?? method);
    return apis.filter((api) => {
      const found = iam.operation(service, api);
      return found === undefined || (found.needs.length === 0) !== (found.free !== undefined);
    });
  });
  expect(open).toEqual([]);
});

test('every action is one of AWS, but for those that are assumed', () => {
  const wrong = everyNeed.filter(([, { action, rule }]) => rule !== 'assumed' && iam.action(action)?.name !== action);
  expect(wrong).toEqual([]);
});

test('every rule is told, with a source', () => {
  const rules = new Set(everyNeed.map(([, { rule }]) => rule));
  for (const rule of rules) expect(iam.rule(rule)?.sources.length, rule).toBeGreaterThan(0);
  expect(iam.rule('assumed')?.confirmed).toBe(false);
  expect(iam.rule('no such rule')).toBeUndefined();
});

test('what takes no resource has no ARN, and what takes one has', () => {
  const wrong = everyNeed.filter(([, { action, resources, rule }]) => {
    const taken = iam.action(action)?.resources.length ?? 0;
    return rule !== 'assumed' && taken > 0 !== resources.length > 0;
  });
  expect(wrong.map(([operation, { action }]) => `${operation} ${action}`)).toEqual([]);
});

/** What an ARN of the catalogue looks like once it is filled: a letter for each of its parameters and wildcards. */
function filled(need: ActionNeed): string[] {
  const named = need.resources.filter(({ parts }) => typeof parts[0] === 'string' && parts[0] !== '*');
  return named.map(({ parts }) =>
    parts
      .map((part) =>
        typeof part === 'string' ? part.replaceAll('*', 'x') : (part.form ?? '').startsWith('s3-') ? 'x/x' : 'x',
      )
      .join(''),
  );
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const plain = (arn: string): string =>
  arn.replaceAll(/\$\{AWS::(\w)\w*\}/g, '$1').replaceAll(/\$\{[^}]*\}|\*/g, '\u0000');

/** An ARN fits a format if it differs in its variables and wildcards only; a region may be any. */
function fits(arn: string, format: string): boolean {
  const pattern = plain(format).split('\u0000').map(escape).join('.+').replace(/:R:/, ':[^:]*:');
  return new RegExp(`^${pattern}(:x)?$`).test(plain(arn));
}

test('every ARN is of a type that the action supports', () => {
  // AWS's list of API Gateway's resources lacks some of its addresses; Keyspaces' system keyspaces are a pattern.
  const listed = everyNeed.filter(([, { rule }]) => rule !== 'verb' && rule !== 'keyspaces');
  const wrong = listed.flatMap(([operation, need]) => {
    const formats = iam.action(need.action)?.resources.flatMap((resource) => resource.formats) ?? [];
    return filled(need)
      .filter((arn) => !formats.some((format) => fits(arn, format)))
      .map((arn) => `${operation} ${need.action} ${arn}`);
  });
  expect(wrong).toEqual([]);
});

test('every form of a parameter is one that is read', () => {
  const used = everyNeed.flatMap(([, { resources }]) =>
    resources.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'string' ? [] : (part.form ?? [])))),
  );
  expect(used.filter((form) => !arnForms.includes(form))).toEqual([]);
});

test('every top parameter of an ARN and of a condition is one of the operation', () => {
  const wrong = everyNeed.flatMap(([operation, need]) => {
    const [service = '', api = ''] = operation.split('.');
    const model = boto3.model(service);
    const method = model?.methods.find((name) => model.operation(name)?.api === api) ?? '';
    const parameters = new Set(model?.operation(method)?.parameters);
    const inArns = need.resources.flatMap(({ parts }) =>
      parts.flatMap((part) => (typeof part === 'string' ? [] : part.paths)),
    );
    const paths = [...inArns, ...need.when.map(({ path }) => path)];
    return paths.filter((path) => !parameters.has(path.replace(/[.[{].*$/, ''))).map((path) => `${operation}: ${path}`);
  });
  expect(wrong).toEqual([]);
});

describe.for([
  ['sqs', 'SendMessage', 'sqs:SendMessage'],
  ['sqs', 'DeleteMessageBatch', 'sqs:DeleteMessage'],
  ['sns', 'PublishBatch', 'sns:Publish'],
  ['s3', 'HeadObject', 's3:GetObject s3:GetObjectVersion'],
  ['s3', 'ListObjectsV2', 's3:ListBucket'],
  ['s3', 'HeadBucket', 's3:ListBucket'],
  ['s3', 'ListBuckets', 's3:ListAllMyBuckets'],
  ['s3', 'UploadPart', 's3:PutObject'],
  [
    'dynamodb',
    'TransactWriteItems',
    'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:ConditionCheckItem',
  ],
  ['dynamodb', 'GetItem', 'dynamodb:GetItem'],
  ['lambda', 'Invoke', 'lambda:InvokeFunction'],
  ['lambda', 'CreateFunction', 'lambda:CreateFunction iam:PassRole lambda:GetLayerVersion s3:GetObject'],
  ['bedrock-runtime', 'ConverseStream', 'bedrock:InvokeModelWithResponseStream bedrock:ApplyGuardrail'],
  ['apigatewaymanagementapi', 'PostToConnection', 'execute-api:ManageConnections'],
  ['apigateway', 'GetResources', 'apigateway:GET'],
  ['scheduler', 'CreateSchedule', 'scheduler:CreateSchedule iam:PassRole'],
  ['timestream-write', 'WriteRecords', 'timestream:WriteRecords timestream:DescribeEndpoints'],
  ['stepfunctions', 'StartExecution', 'states:StartExecution'],
  ['kms', 'ReEncrypt', 'kms:ReEncryptFrom kms:ReEncryptTo'],
] as const)('%s %s', ([service, api, expected]) => {
  test(`needs ${expected}`, () => expect(needed(service, api).join(' ')).toBe(expected));
});

test.for([
  ['sts', 'GetCallerIdentity', 'sts'],
  ['cognito-idp', 'InitiateAuth', 'unsigned'],
  ['codecatalyst', 'GetProject', 'bearer'],
])('%s %s needs no permission, by rule', ([service = '', api = '', rule]) => {
  expect(iam.operation(service, api)).toEqual({ needs: [], free: rule });
});

test('what only some calls want stands apart', () => {
  expect(also('s3', 'GetObject')).toEqual(['kms:Decrypt', 's3:ListBucket']);
  expect(also('sqs', 'CreateQueue')).toEqual(['sqs:TagQueue']);
});

test('a name that is not there is undefined', () => {
  expect(iam.operation('s3', 'GetObjectTomorrow')).toBeUndefined();
  expect(iam.operation('no-such-service', 'Get')).toBeUndefined();
  expect(iam.operation('s3', 'constructor')).toBeUndefined();
  expect(iam.action('../../boto3/index:x')).toBeUndefined();
  expect(iam.actions('no-such-prefix')).toEqual([]);
  expect(iam.prefix('stepfunctions')).toBe('states');
});

test('an action has its letter case, levels and resource types', () => {
  expect(iam.action('S3:getobject')).toMatchObject({ name: 's3:GetObject', levels: ['read'] });
  expect(iam.action('sqs:SendMessage')?.resources).toEqual([
    {
      type: 'queue',
      required: true,
      formats: [`arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:\${QueueName}`],
    },
  ]);
  expect(iam.action('sqs:ListQueues')?.resources).toEqual([]);
  expect(iam.actions('sqs').length).toBeGreaterThan(15);
});
