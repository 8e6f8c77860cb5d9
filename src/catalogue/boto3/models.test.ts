import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byCodeUnits } from '../../evidence/order.ts';
import { openCatalogue } from '../catalogue.ts';
import { openBoto3 } from './models.ts';
import type { Boto3Action, Boto3Resource } from './service.ts';

const boto3 = openBoto3(openCatalogue());
const names = boto3.services().map(({ id }) => id);

test('every service has a file, and every file a service', () => {
  const files = readdirSync(join(import.meta.dirname, '../data/aws/boto3/services')).map((file) => file.slice(0, -5));
  expect(files.sort(byCodeUnits)).toEqual([...names].sort(byCodeUnits));
});

describe('operations', () => {
  test.for([
    ['s3', 'get_object', 'GetObject', ['Bucket', 'Key']],
    ['sqs', 'send_message', 'SendMessage', ['QueueUrl', 'MessageBody']],
    ['dynamodb', 'execute_statement', 'ExecuteStatement', ['Statement']],
    ['rds', 'describe_db_instances', 'DescribeDBInstances', []],
    [
      'storagegateway',
      'create_cached_iscsi_volume',
      'CreateCachediSCSIVolume',
      ['GatewayARN', 'VolumeSizeInBytes', 'TargetName', 'NetworkInterfaceId', 'ClientToken'],
    ],
    ['mturk', 'list_hi_ts_for_qualification_type', 'ListHITsForQualificationType', ['QualificationTypeId']],
    ['wafv2', 'list_web_acls', 'ListWebACLs', ['Scope']],
  ] as const)('%s %s is %s', ([service, method, api, required]) => {
    const operation = boto3.model(service)?.operation(method);
    expect(operation?.api).toBe(api);
    expect([...(operation?.required ?? [])]).toEqual(required);
  });

  test('parameters keep their order', () => {
    expect(boto3.model('sqs')?.operation('create_queue')?.parameters).toEqual(['QueueName', 'Attributes', 'tags']);
  });

  test.for([
    ['s3', 'getObject'],
    ['s3', 'upload_file'],
    ['s3', 'constructor'],
    ['lexv2-runtime', 'start_conversation'],
  ] as const)('%s has no %s', ([service, method]) => {
    expect(boto3.model(service)?.operation(method)).toBeUndefined();
  });

  test('no service of that name, no model', () => {
    for (const name of ['S3', '../index', 'constructor', '']) expect(boto3.model(name)).toBeUndefined();
  });

  test('an older name of a service', () => {
    expect(boto3.service('runtime.sagemaker')?.id).toBe('sagemaker-runtime');
    expect(boto3.model('runtime.sagemaker')).toBe(boto3.model('sagemaker-runtime'));
  });
});

test('paginators and waiters', () => {
  const s3 = boto3.model('s3');
  expect(s3?.canPaginate('list_objects_v2')).toBe(true);
  expect(s3?.canPaginate('get_object')).toBe(false);
  expect(s3?.waiter('bucket_exists')).toBe('head_bucket');
  expect(s3?.waiter('toString')).toBeUndefined();
});

describe('services that have a method', () => {
  test.for([
    ['assume_role', ['sts']],
    ['publish', ['iot-data', 'sns']],
    ['describe_db_instances', ['docdb', 'neptune', 'rds']],
    ['get', []],
    ['copy', []],
    ['get_', []],
    ['constructor', []],
  ] as const)('%s: %j', ([method, services]) => expect(boto3.servicesWith(method)).toEqual(services));

  test('the table says what the services’ files say', () => {
    for (const name of names) {
      const methods = boto3.model(name)?.methods ?? [];
      expect(methods.length, name).toBeGreaterThan(0);
      expect(methods.filter((method) => !boto3.servicesWith(method).includes(name))).toEqual([]);
    }
  });
});

/** Every action of a resource type. */
function actionsOf({ load, actions = {}, collections = {}, batch = {} }: Boto3Resource): Boto3Action[] {
  return [load ?? [], Object.values(actions), Object.values(collections), Object.values(batch)].flat();
}

describe('resources', () => {
  const services = boto3.services().filter(({ resources }) => resources);
  const typesOf = (service: string): string[] => [
    'ServiceResource',
    ...Object.values(boto3.resource(service, 'ServiceResource')?.subresources ?? {}).map(({ type }) => type),
  ];

  test('there are nine services that have them', () => {
    expect(services.map(({ id }) => id)).toEqual([
      'cloudformation',
      'cloudwatch',
      'dynamodb',
      'ec2',
      'glacier',
      'iam',
      's3',
      'sns',
      'sqs',
    ]);
  });

  test.for(services.map(({ id }) => id))('what %s’s resources perform and give is there', (service) => {
    for (const type of typesOf(service)) {
      const resource = boto3.resource(service, type);
      for (const { operation, parameters = {}, gives } of actionsOf(resource ?? {})) {
        const known = boto3.model(service)?.operation(operation);
        const top = Object.keys(parameters).map((path) => path.split(/[.[]/)[0]);
        expect(known?.parameters, `${type} ${operation}`).toEqual(expect.arrayContaining(top));
        expect(boto3.resource(service, gives?.type ?? type), `${type} ${operation}`).toBeDefined();
      }
    }
  });

  test('a bucket', () => {
    const bucket = boto3.resource('s3', 'Bucket');
    expect(bucket).toMatchObject({
      identifiers: ['name'],
      load: { operation: 'list_buckets' },
      attributes: 'creation_date bucket_region bucket_arn',
    });
    expect(bucket?.actions?.['put_object']).toEqual({
      operation: 'put_object',
      parameters: { Bucket: ['identifier', 'name'] },
      gives: {
        type: 'Object',
        identifiers: [
          ['identifier', 'name'],
          ['parameter', 'Key'],
        ],
      },
    });
    expect(bucket?.collections?.['objects']).toMatchObject({
      operation: 'list_objects',
      gives: { type: 'ObjectSummary', many: true, loaded: true },
    });
    expect(bucket?.waiters?.['wait_until_exists']).toMatchObject({ waiter: 'bucket_exists' });
  });

  test('names that collide are renamed as boto3 does', () => {
    expect(boto3.resource('iam', 'AssumeRolePolicy')?.identifiers).toEqual(['role_name']);
    expect(boto3.resource('ec2', 'Vpc')?.attributes?.split(' ')).not.toContain('vpc_id');
    expect(boto3.resource('ec2', 'Vpc')?.aliases).toEqual({ vpc_id: 'id' });
    expect(boto3.resource('ec2', 'Instance')?.actions).toHaveProperty('delete_tags');
  });

  test('names that perform something', () => {
    for (const name of ['send_messages', 'wait_until_exists', 'content_length'])
      expect(boto3.isResourceName(name)).toBe(true);
    for (const name of ['append', 'toString']) expect(boto3.isResourceName(name)).toBe(false);
  });
});

describe('customizations', () => {
  test('name operations and parameters that are there', () => {
    for (const fact of boto3.customizations) {
      if (fact.kind !== 'transfer') continue;
      for (const { operation, arguments: passed } of fact.performs) {
        const parameters = boto3.model(fact.service)?.operation(operation)?.parameters;
        expect(parameters, `${fact.id} ${operation}`).toEqual(expect.arrayContaining(Object.keys(passed)));
      }
      for (const { on, given = {} } of fact.forms) {
        expect(boto3.resource(fact.service, on)?.identifiers ?? [], on).toEqual(Object.values(given));
      }
    }
  });

  test('each form of a transfer gives every argument that its operations need', () => {
    for (const fact of boto3.customizations) {
      if (fact.kind !== 'transfer') continue;
      const needed = fact.performs.flatMap(({ arguments: passed }) => Object.values(passed));
      for (const { parameters, given = {}, method, on } of fact.forms) {
        const there = new Set([...parameters, ...Object.keys(given)]);
        const missing = needed.filter((source) => !there.has(source.split('.')[0] ?? ''));
        expect(missing, `${on}.${method}`).toEqual([]);
      }
    }
  });
});
