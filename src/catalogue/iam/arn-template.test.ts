import { expect, test } from 'vitest';
import type { ArnValue } from './arn-forms.ts';
import { fillArn, readArnTemplate } from './arn-template.ts';

const partition = `arn:\${AWS::Partition}`;
const here = `\${AWS::Region}:\${AWS::AccountId}`;

type Values = Record<string, string | ArnValue | null>;

/** The ARN of a template by values: a text, an ARN, fields, or null for a parameter that is not given. */
function fill(template: string, values: Values): string | undefined {
  return fillArn(readArnTemplate(template), (path) => {
    const value = values[path];
    return typeof value === 'string' ? { text: value } : value;
  })?.arn;
}

test.for<[string, Values, string | undefined]>([
  ['s3:::{Bucket}/{Key}', { Bucket: 'reports', Key: '2026/*' }, `${partition}:s3:::reports/2026/*`],
  ['s3:::{Bucket}/{Key}', { Bucket: { arn: `\${Reports.Arn}` } }, `\${Reports.Arn}/*`],
  ['{TopicArn}', { TopicArn: { arn: `\${Topic}` } }, `\${Topic}`],
  ['{TopicArn}', {}, '*'],
  ['{TopicArn}', { TopicArn: `\${TopicParameter}` }, `\${TopicParameter}`],
  ['{TopicArn}', { TopicArn: '*-orders' }, '*-orders'],
  ['{TopicArn}', { TopicArn: 'unknown' }, '*'],
  ['{ClusterArn}/consumer/{Name}', { ClusterArn: 'none', Name: 'c' }, '*/consumer/c'],
  ['*', {}, '*'],
  [
    'sqs:$R:$A:{QueueUrl|queue-url}',
    { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders' },
    `${partition}:sqs:${here}:orders`,
  ],
  [
    'dynamodb:$R:$A:table/{RequestItems{key}}',
    { 'RequestItems{key}': 'music' },
    `${partition}:dynamodb:${here}:table/music`,
  ],
  [
    'kinesis:$R:$A:stream/{StreamName,StreamARN}',
    { StreamName: null, StreamARN: 'arn:aws:kinesis:eu-west-1:1:stream/s' },
    'arn:aws:kinesis:eu-west-1:1:stream/s',
  ],
  [
    'events:$R:$A:event-bus/{Entries[].EventBusName=default}',
    { 'Entries[].EventBusName': null },
    `${partition}:events:${here}:event-bus/default`,
  ],
  ['events:$R:$A:event-bus/{Entries[].EventBusName=default}', {}, `${partition}:events:${here}:event-bus/*`],
  ['~ec2:$R:$A:key-pair/{KeyName}', { KeyName: null }, undefined],
  ['~ec2:$R:$A:key-pair/{KeyName}', {}, `${partition}:ec2:${here}:key-pair/*`],
  [
    'ecs:$R:$A:task-definition/{t|task-family}:{t|task-revision}',
    { t: 'web:3' },
    `${partition}:ecs:${here}:task-definition/web:3`,
  ],
  [
    'ecs:$R:$A:task-definition/{t|task-family}:{t|task-revision}',
    { t: 'web' },
    `${partition}:ecs:${here}:task-definition/web:*`,
  ],
  ['ecs:$R:$A:task-definition/{t|task-family}:{t|task-revision}', { t: { arn: `\${Task}` } }, `\${Task}`],
  ['lambda:$R:$A:function:{f|function}:{q}', { f: { arn: `\${F.Arn}` }, q: 'live' }, `\${F.Arn}:live`],
])('%s with %o is %s', ([template, values, expected]) => {
  expect(fill(template, values)).toBe(expected);
});

test('what is known is counted, and what is not is named', () => {
  const template = readArnTemplate('s3:::{Bucket}/{Key}');
  expect(fillArn(template, (path) => (path === 'Bucket' ? { text: 'b' } : undefined))).toMatchObject({
    known: 1,
    unknown: ['Key'],
  });
});

const model = 'bedrock:$R::foundation-model/{m|model}';
const profile = 'bedrock:$R:$A:inference-profile/{m|profile}';
const behind = 'bedrock:*::foundation-model/{m|profile-model}';

test('a model is a foundation model or an inference profile with its models', () => {
  const plain = { m: 'amazon.nova-lite-v1:0' };
  expect([model, profile, behind].map((template) => fill(template, plain))).toEqual([
    `${partition}:bedrock:\${AWS::Region}::foundation-model/amazon.nova-lite-v1:0`,
    undefined,
    undefined,
  ]);
  const across = { m: 'eu.amazon.nova-lite-v1:0' };
  expect([model, profile, behind].map((template) => fill(template, across))).toEqual([
    undefined,
    `${partition}:bedrock:${here}:inference-profile/eu.amazon.nova-lite-v1:0`,
    `${partition}:bedrock:*::foundation-model/amazon.nova-lite-v1:0`,
  ]);
});

test.for<[string, string | ArnValue, string | undefined]>([
  ['secret', 'prod/db', 'prod/db-??????'],
  ['secret', 'prod/*', 'prod/*'],
  ['leading-slash', '/app/key', 'app/key'],
  ['parameter-path', '/', '*'],
  ['key', '1234abcd-12ab', '1234abcd-12ab'],
  ['key', 'alias/app', '*'],
  ['alias', 'alias/app', 'app'],
  ['function', '123456789012:function:resize', 'resize'],
  ['source-bucket', 'from/some/key', 'from'],
  ['source-key', '/from/some/key?versionId=7', 'some/key'],
  ['source-key', { fields: { Bucket: 'from', Key: 'some/key' } }, 'some/key'],
  ['source-key', 'from', '*'],
  ['s3-url', 's3://media/talk.mp3', 'media/talk.mp3'],
  ['s3-url', 'https://media.s3.eu-west-1.amazonaws.com/talk.mp3', 'media/talk.mp3'],
  ['s3-url', 'https://s3.eu-west-1.amazonaws.com/media/talk.mp3', 'media/talk.mp3'],
  ['s3-url', 'https://example.org/talk.mp3', '*'],
  ['s3-prefix', 's3://results/athena/', 'results/athena/*'],
  ['s3-prefix', 's3://results', 'results/*'],
  ['s3-bucket', 's3://results/athena/', 'results'],
  ['partiql-table', 'SELECT * FROM "Music" WHERE a = ?', 'Music'],
  ['partiql-table', 'select * from "Music"."ByYear"', 'Music/index/ByYear'],
  ['partiql-table', "INSERT INTO Music VALUE {'a': ?}", 'Music'],
  ['partiql-table', 'EXISTS', '*'],
  ['address-domain', 'Shop <mail@shop.example.org>', 'shop.example.org'],
  ['address-domain', 'shop', '*'],
  ['bus-name', { arn: 'arn:aws:events:eu-west-1:1:event-bus/orders' }, 'orders'],
  ['prefix', '/aws/lambda/', '/aws/lambda/*'],
])('form %s reads %o as %s', ([form, value, expected]) => {
  expect(fill(`x:{p|${form}}`, { p: value })).toBe(`${partition}:x:${expected}`);
});
