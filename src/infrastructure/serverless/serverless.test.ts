import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import type { ReadStacks } from '../model/reader.ts';
import { readText } from '../model/reading.ts';
import { property, type Resource, referredTo } from '../model/resource.ts';
import { read } from './index.ts';
import { variablesIn } from './variable-syntax.ts';

const reading = (files: Record<string, string | Uint8Array>): Promise<ReadStacks> =>
  read({ repository: memoryRepository(files), kindOf: (type) => type.split('::')[2] ?? null });

async function resources(text: string, others: Record<string, string> = {}): Promise<ReadonlyMap<string, Resource>> {
  return (await reading({ 'app/serverless.yml': text, ...others })).stacks[0]!.resources;
}

test.for<[string, string[][]]>([
  ['${self:a}', [['self:a']]],
  ["a-${opt:stage, 'b, c'}-${env:X}", [['opt:stage', "'b, c'"], ['env:X']]],
  ['${self:custom.${opt:stage, self:provider.stage}.x}', [['self:custom.${opt:stage, self:provider.stage}.x']]],
  ['${file(./a.yml):b.c, 5}', [['file(./a.yml):b.c', '5']]],
  ['${file(./a.yml)}', [['file(./a.yml)']]],
  ['${cf(eu-west-1):stack.out}', [['cf(eu-west-1):stack.out']]],
  ['${AWS::Region} ${Name} ${!x}', []],
  ['${self:a', []],
])('variables in %s', ([text, expected]) => {
  expect(variablesIn(text).map(({ alternatives }) => alternatives)).toEqual(expected);
});

const service = `service: shop
provider:
  name: aws
  runtime: python3.12
  stage: \${opt:stage, 'dev'}
  timeout: 9
  environment: { COMMON: yes, TABLE: !Ref Orders }
  stackTags: { owner: me }
  tags: { team: a }
params: { default: { size: 1 }, dev: { size: 2 } }
plugins: [serverless-python-requirements]
custom:
  pythonRequirements: { dockerizePip: true }
  table: orders-\${sls:stage}
  sizes: { dev: 128, prod: 1024 }
  loop: \${self:custom.loop}
functions:
  get-it:
    handler: app.get
    timeout: \${env:T, 5}
    memorySize: \${self:custom.sizes.\${self:provider.stage}}
    environment: { OWN: VALUE }
    events: [{ http: { path: /, method: get } }, { sqs: { arn: !GetAtt Jobs.Arn } }]
  other: \${file(parts/functions.yml):other}
layers: { deps: { path: layer } }
stepFunctions: { stateMachines: { flow: { name: flow } } }
resources:
  - Resources:
      Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: '\${self:custom.table}', Tags: [{ Key: k, Value: v }] } }
      Jobs: { Type: AWS::SQS::Queue, Properties: { Target: !GetAtt GetDashitLambdaFunction.Arn, Layer: !Ref DepsLambdaLayer, Url: !Sub 'https://\${ApiGatewayRestApi}/\${self:service}', Role: !GetAtt IamRoleLambdaExecution.Arn } }
  - \${file(parts/more.yml)}
`;
const parts = {
  'app/parts/functions.yml': 'other: { handler: other.main, runtime: python3.11 }\n',
  'app/parts/more.yml':
    'Resources: { More: { Type: AWS::SNS::Topic, Properties: { TopicName: "${self:service}-more" } } }\n',
};

test('a service has its functions, what stands beside them, and the resources of CloudFormation', async () => {
  const found = await resources(service, parts);
  expect([...found.values()].map(({ id, type, kind }) => [id, type, kind])).toEqual([
    ['get-it', 'serverless:function', 'function'],
    ['other', 'serverless:function', 'function'],
    ['deps', 'serverless:layer', 'layer'],
    ['flow', 'serverless:state-machine', 'workflow'],
    ['ApiGatewayRestApi', 'serverless:api', 'api'],
    ['IamRoleLambdaExecution', 'serverless:role', 'role'],
    ['ServerlessDeploymentBucket', 'serverless:deployment-bucket', 'bucket'],
    ['Orders', 'AWS::DynamoDB::Table', 'Table'],
    ['Jobs', 'AWS::SQS::Queue', 'Queue'],
    ['More', 'AWS::SNS::Topic', 'Topic'],
  ]);
  expect(found.get('get-it')!.place).toMatchObject({ file: 'app/serverless.yml', line: 18, column: 3 });
  expect(found.get('other')!.place).toMatchObject({ file: 'app/parts/functions.yml', line: 1 });
  expect(found.get('other')!.path).toEqual(['other']);
  expect(readText(property(found.get('More')!, 'TopicName')!)).toMatchObject({ value: 'shop-more' });
});

test('functions take settings of the provider', async () => {
  const found = (await resources(service, parts)).get('get-it')!;
  const texts = (...path: string[]): unknown => readText(property(found, ...path)!).text;
  expect([texts('runtime'), texts('timeout'), texts('memorySize'), texts('environment', 'OWN')]).toEqual([
    'python3.12',
    '5',
    '128',
    'VALUE',
  ]);
  expect(referredTo(property(found, 'environment', 'TABLE')!)).toBe('Orders');
  expect([...found.tags!.entries.keys()]).toEqual(['team']);
  expect([...found.metadata.entries.keys()]).toEqual(['service', 'provider', 'custom', 'plugins']);
});

test('stack tags reach the resources of CloudFormation', async () => {
  const found = (await resources(service, parts)).get('Orders')!;
  expect([...found.tags!.entries.keys()]).toEqual(['owner', 'k']);
});

test.for([
  ['Target', 'get-it'],
  ['Layer', 'deps'],
  ['Url', 'ApiGatewayRestApi'],
  ['Role', 'IamRoleLambdaExecution'],
] as const)('the generated name in %s is of %s', async ([name, expected]) => {
  expect(referredTo(property((await resources(service, parts)).get('Jobs')!, name)!)).toBe(expected);
});

describe('variables', () => {
  const value = async (written: string): Promise<unknown> => {
    const text = `${service}x: 1\nouter: { value: 1 }\nfunctions2: {}\n`.replace('OWN: VALUE', `OWN: ${written}`);
    const others = {
      ...parts,
      'app/text.txt': 'hello',
      'secret.yml': 'a: 1',
      'app/v.json': '{"a": {"b": ["x", "y"]}}',
    };
    const found = (await resources(text, others)).get('get-it')!;
    const own = readText(property(found, 'environment', 'OWN')!);
    return own.known ? own.value : { unknown: own.reason };
  };
  test.for<[string, unknown]>([
    ['${self:service}', 'shop'],
    ['${self:custom.table}', 'orders-dev'],
    ['${self:provider.region}', 'us-east-1'],
    ['${self:custom.sizes.${opt:stage, "prod"}}', '1024'],
    ['${opt:stage}', { unknown: 'dynamic-value' }],
    ['${env:NONE, opt:none, self:custom.table}', 'orders-dev'],
    ['a-${env:NONE, "b"}', 'a-b'],
    ['${param:size}', '2'],
    ['${sls:stage}', 'dev'],
    ['${aws:region}', 'us-east-1'],
    ['${aws:accountId}', { unknown: 'dynamic-value' }],
    ['${ssm:/a/b}', { unknown: 'external-code' }],
    ['${ssm:/a/b, "c"}', 'c'],
    ['${cf:stack.out}', { unknown: 'external-code' }],
    ['${file(v.json):a.b.1}', 'y'],
    ['${file(v.js):a}', { unknown: 'external-code' }],
    ['${file(none.yml):a, "d"}', 'd'],
    ['${file(none.yml):a}', { unknown: 'unreadable-file' }],
    ['${file(v.json):none}', { unknown: 'unsupported-construct' }],
    ['${file(../secret.yml):a}', '1'],
    ['${file(../../secret.yml):a}', { unknown: 'unreadable-file' }],
    ['${self:custom.loop}', { unknown: 'unsupported-construct' }],
    ['${self:nowhere.at.all}', { unknown: 'unsupported-construct' }],
    ["${strToBool('true')}", 'true'],
    ['${'.repeat(50) + '}'.repeat(50), '${'.repeat(50) + '}'.repeat(50)],
  ])('%s', async ([written, expected]) => expect(await value(`'${written.replaceAll("'", "''")}'`)).toEqual(expected));
});

describe('bad input', () => {
  test.for<[string, string | Uint8Array]>([
    ['empty', ''],
    ['binary', new Uint8Array([0, 255])],
    ['truncated', 'service: a\nfunctions: { a: { handler: '],
    ['functions that lead to themselves', 'service: a\nfunctions: ${self:functions}\nresources: ${self:resources}\n'],
    ['files that lead to themselves', 'service: a\nfunctions: ${file(serverless.yml):functions}\n'],
    ['deep', `service: ${'['.repeat(5000)}`],
    ['lists', 'service: [a]\nprovider: [b]\nfunctions: [1, [2]]\nresources: [3]\nlayers: x\n'],
  ])('%s: the other service stands', async ([, content]) => {
    const { stacks } = await reading({
      'serverless.yml': content,
      'b/serverless.yml': 'service: b\nprovider: { name: aws }\nfunctions: { f: { handler: a.b } }\n',
    });
    expect(stacks.find(({ file }) => file === 'b/serverless.yml')!.resources.has('f')).toBe(true);
  });

  test('a configuration in a programming language is named', async () => {
    const program = 'module.exports = { service: "a", provider: { name: "aws" } }';
    const { unreadable } = await reading({ 'serverless.ts': program, 'src/serverless.js': 'export const http = 1;' });
    expect(unreadable).toMatchObject([{ file: 'serverless.ts' }]);
  });

  test('a bomb of variables ends', async () => {
    const layers = Array.from(
      { length: 40 },
      (_, index) => `  l${index + 1}: \${self:custom.l${index}}\${self:custom.l${index}}`,
    );
    const text = `service: a\ncustom:\n  l0: x\n${layers.join('\n')}\nfunctions: { f: { handler: '\${self:custom.l40}' } }\n`;
    const started = performance.now();
    expect(readText(property((await resources(text)).get('f')!, 'handler')!).known).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('what is cut or mixed never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(service.length),
        fc.nat(service.length),
        fc.string({ maxLength: 6 }),
        async (from, to, text) => {
          const { stacks } = await reading({
            'app/serverless.yml': service.slice(0, from) + text + service.slice(to),
            ...parts,
          });
          for (const stack of stacks)
            for (const { properties, metadata } of stack.resources.values())
              expect([properties, metadata]).toHaveLength(2);
        },
      ),
      { numRuns: 300 },
    );
  });
});
